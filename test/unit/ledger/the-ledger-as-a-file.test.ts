import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { HallOperations, LedgerChange } from '../../../preload/contracts/hall-operations.ts';
import type { Input } from '../../../preload/contracts/operation.ts';
import { LEADER, temporaryFolder, type TestHall } from '../../support/open-test-hall.ts';
import { CLOSE, FINISH, ledgerHall, openRecord, step, TAKE } from '../../support/ledger-steps.ts';

const GUIDE: LedgerChange = {
  step: 'take',
  taking: {
    ...{ owner: '1002', response: 'guide-now', dueOn: '2026-07-20' },
    guidance: {
      ...{ explanation: '要等电梯厂家。', plan: '先设人工引导，再装低位机。' },
      steps: [
        { what: '设引导员', by: '2026-06-20' },
        { what: '装低位机', by: '2026-07-20' },
      ],
    },
  },
};

async function exported(
  { hall }: TestHall,
  wish: Input<HallOperations, 'exportLedger'>,
): Promise<{ name: string; bytes: Buffer }> {
  const answer = await hall.handlers.exportLedger(wish, LEADER);
  if (!answer.ok) throw new Error(answer.error.kind);
  return { name: answer.value.fileName, bytes: Buffer.from(answer.value.base64, 'base64') };
}

/** One record with a plan, one that is closed, and a difficulty that nobody has taken. */
function threeRecords(): TestHall {
  const hall = ledgerHall();
  step(hall, openRecord(hall), GUIDE);
  const closed = openRecord(hall, { source: 'complaint', item: '=2+3' });
  for (const change of [TAKE, FINISH, CLOSE]) step(hall, closed, change);
  hall.must('reportDifficulty', { kind: 'hearing' });
  return hall;
}

test('as CSV: one line a record, with its last day and the milestones of its plan; a formula is text', async () => {
  const { name, bytes } = await exported(threeRecords(), { format: 'csv' });
  expect(name).toMatch(/^songting-ledger-.+-2026-06-15\.csv$/);
  expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
  const [heads = '', ...lines] = bytes.toString('utf8').slice(1).trimEnd().split('\r\n');
  expect(heads.split(',')).toContain('完成期限 Due on');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/^3,困难上报,办事,听不清,2026-06-15,待认领,,,2026-06-\d\d,否,/);
  expect(lines[1]).toContain('立即引导');
  expect(lines[1]).toContain(',2026-07-20,否,');
  expect(lines[1]).toContain('2026-06-20 设引导员；2026-07-20 装低位机');
  expect(lines[2]).toContain(",'=2+3,");
});

test('only what was asked for', async () => {
  const hall = threeRecords();
  const { bytes } = await exported(hall, { format: 'csv', source: 'difficulty' });
  expect(bytes.toString('utf8').trimEnd().split('\r\n')).toHaveLength(2);
});

test('as XLSX, read back by unzip: records, milestones and history on a sheet each', async () => {
  const { bytes } = await exported(threeRecords(), { format: 'xlsx' });
  const file = join(temporaryFolder(), 'ledger.xlsx');
  writeFileSync(file, bytes);
  const part = (path: string): string => execFileSync('unzip', ['-p', file, path], { encoding: 'utf8' });
  expect(
    [...part('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name),
  ).toEqual([...['台账 Ledger', '实施步骤 Milestones', '办理过程 History']]);
  const rowsOf = (sheet: number) => part(`xl/worksheets/sheet${sheet}.xml`).match(/<row /g)?.length;
  expect([rowsOf(1), rowsOf(2), rowsOf(3)]).toEqual([4, 3, 5]);
  // 2026-06-20, counted in days from the last of 1899.
  expect(part('xl/worksheets/sheet2.xml')).toContain(`<v>${46_193}</v>`);
  expect(part('xl/sharedStrings.xml')).toContain('机器放低了二十厘米。');
});
