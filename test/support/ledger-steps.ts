import { onTestFinished } from 'vitest';
import type { LedgerChange, LedgerMatter } from '../../preload/contracts/hall-operations.ts';
import { LEADER, TestHall } from './open-test-hall.ts';
import { staffNamed } from './staff-named.ts';

export const LEDGER_STAFF = staffNamed('1001', '1002', '2001', '2002');
export const COMPLAINT: LedgerMatter = { source: 'complaint', item: '取号机太高，坐轮椅够不着。' };
export const TAKE: LedgerChange = { step: 'take', taking: { owner: '1001', response: 'fix-now' } };
export const FINISH: LedgerChange = { step: 'finish', evidence: '机器放低了二十厘米。' };
export const CLOSE: LedgerChange = { step: 'close', check: '到现场看过，够得着了。' };

/** A leader opens a record. */
export const openRecord = (hall: TestHall, matter: LedgerMatter = COMPLAINT) =>
  hall.must('openLedgerRecord', { matter }, LEADER).recordId;
export const step = (hall: TestHall, recordId: string, change: LedgerChange, caller = LEADER) =>
  hall.do('advanceLedgerRecord', { recordId, change }, caller);
export const ledger = (hall: TestHall, wish: object = {}) => hall.must('listLedger', wish, LEADER);

/** A hall that knows its people, until the test ends. */
export const ledgerHall = (options: ConstructorParameters<typeof TestHall>[0] = {}) => {
  const hall = new TestHall({ staff: LEDGER_STAFF, ...options });
  onTestFinished(() => hall.close());
  return hall;
};
