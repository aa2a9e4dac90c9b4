import { describe, expect, it, onTestFinished, test } from 'vitest';
import { join } from 'node:path';
import { openDatabase } from '../../../main/foundation/sqlite/open-database.ts';
import { HALL_FILE } from '../../../main/hall/files.ts';
import { createJournal } from '../../../main/hall/journal/index.ts';
import { createMemory } from '../../../main/hall/store/memory.ts';
import { hallMigrations } from '../../../main/hall/store/migrations.ts';
import { createProjector, emptyProjections } from '../../../main/hall/store/projections.ts';
import type { LedgerChange, LedgerMatter } from '../../../preload/contracts/hall-operations.ts';
import type { Caller } from '../../../preload/contracts/operation.ts';
import { CLERK, KIOSK, LEADER, OTHER_LEADER, TestHall } from '../../support/open-test-hall.ts';
import {
  CLOSE,
  COMPLAINT,
  FINISH,
  LEDGER_STAFF,
  ledger,
  ledgerHall,
  openRecord,
  step,
  TAKE,
} from '../../support/ledger-steps.ts';
import { projectedTables } from '../../support/projected-tables.ts';

const DAY_MS = 86_400_000;
const OTHER_CLERK: Caller = { ...CLERK, staff: { staffNumber: '1002', role: 'clerk' } };

describe('a record', () => {
  it('is opened, taken, done, and closed after a check, with who did it and when', () => {
    const hall = ledgerHall();
    const opened = hall.must('openLedgerRecord', { matter: COMPLAINT }, CLERK);
    expect(opened).toMatchObject({
      ...{ number: 1, source: 'complaint', scene: 'public-service', state: 'open', owner: null },
      ...{ openedOn: '2026-06-15', level: 'hall', response: null, overdue: false },
      openedBy: { staffNumber: '1001' },
      possible: ['take', 'escalate', 'refer'],
    });
    const { recordId } = opened;
    // Five working days; 19 June 2026 is the Dragon Boat Festival.
    expect(step(hall, recordId, TAKE)).toMatchObject({ value: { state: 'underway', dueOn: '2026-06-23' } });
    expect(step(hall, recordId, FINISH, CLERK)).toMatchObject({
      value: { state: 'done', doneOn: '2026-06-15', owner: { staffNumber: '1001' } },
    });
    const closed = step(hall, recordId, CLOSE, OTHER_CLERK);
    expect(closed).toMatchObject({
      value: { state: 'closed', closedOn: '2026-06-15', possible: ['reopen'] },
    });
    hall.restart();
    expect(ledger(hall).records).toMatchObject([
      {
        recordId,
        steps: [{ change: TAKE }, { change: FINISH }, { change: CLOSE, by: { staffNumber: '1002' } }],
      },
    ]);
  });

  it('is not closed by the hand that did it, unless that is a leader', () => {
    const hall = ledgerHall();
    const recordId = openRecord(hall);
    step(hall, recordId, TAKE);
    step(hall, recordId, FINISH, CLERK);
    expect(step(hall, recordId, CLOSE, CLERK)).toMatchObject({ error: { kind: 'second-person-needed' } });
    expect(step(hall, recordId, CLOSE, LEADER)).toMatchObject({ value: { state: 'closed' } });
  });

  it('comes back with a reason and a term of its own; what was closed only through a leader', () => {
    const hall = ledgerHall();
    const recordId = openRecord(hall);
    for (const change of [TAKE, FINISH, CLOSE]) step(hall, recordId, change);
    hall.clock.advance(30 * DAY_MS);
    const reopen: LedgerChange = { step: 'reopen', reason: '又放高了。' };
    expect(step(hall, recordId, reopen, CLERK)).toMatchObject({
      error: { kind: 'not-allowed', role: 'clerk' },
    });
    expect(step(hall, recordId, reopen)).toMatchObject({
      value: { state: 'reopened', overdue: true, closedOn: null, doneOn: null },
    });
    expect(step(hall, recordId, TAKE)).toMatchObject({
      value: { state: 'underway', overdue: false, dueOn: '2026-07-22' },
    });
  });

  it('is late after its last day, and the most pressing stands first', () => {
    const hall = ledgerHall();
    const [calm, pressing] = [openRecord(hall), openRecord(hall, { ...COMPLAINT, item: '字太小。' })];
    const taking = { owner: '1001', response: 'do-now', dueOn: '2026-06-16' } as const;
    step(hall, pressing, { step: 'take', taking });
    hall.clock.advance(2 * DAY_MS);
    const { records, counts } = ledger(hall);
    expect(records.map(({ recordId, overdue }) => [recordId, overdue])).toEqual([
      ...[
        [pressing, true],
        [calm, false],
      ],
    ]);
    expect(counts).toMatchObject({ opened: 2, open: 2, overdue: 1 });
    const ids = (wish: object) => ledger(hall, wish).records.map(({ recordId }) => recordId);
    expect([ids({ overdue: true }), ids({ owner: '1001' }), ids({ states: ['open'] })]).toEqual([
      ...[[pressing], [pressing], [calm]],
    ]);
    expect([ids({ source: 'meal' }), ids({ to: '2026-06-14' })]).toEqual([[], []]);
  });

  it('goes up with a question and to another department with a day, and keeps what they answer', () => {
    const hall = ledgerHall();
    const recordId = openRecord(hall);
    const up: LedgerChange = { step: 'escalate', level: 'city', question: '谁来出钱？' };
    expect(step(hall, recordId, up, CLERK)).toMatchObject({ error: { kind: 'not-allowed' } });
    expect(step(hall, recordId, up)).toMatchObject({ value: { level: 'city' } });
    expect(step(hall, recordId, { ...up, level: 'district' })).toMatchObject({
      error: { kind: 'bad-input', problems: [{ where: 'change.level', allowed: 'province, ministry' }] },
    });
    const toReferral: LedgerChange = { step: 'reply', to: 'referral', text: '可以。' };
    expect(step(hall, recordId, toReferral)).toMatchObject({ error: { kind: 'not-now' } });
    const refer = (replyBy: string): LedgerChange => ({ step: 'refer', department: '市住建局', replyBy });
    expect(step(hall, recordId, refer('2026-06-14'))).toMatchObject({ error: { kind: 'bad-input' } });
    step(hall, recordId, refer('2026-06-16'));
    hall.clock.advance(2 * DAY_MS);
    expect(ledger(hall).records).toMatchObject([{ referral: { reply: null, overdue: true } }]);
    expect(step(hall, recordId, toReferral)).toMatchObject({
      value: { referral: { reply: '可以。', overdue: false } },
    });
  });

  it.each([
    ['somebody who does not work here', { owner: '7777', response: 'fix-now' }, 'unknown-staff'],
    ['a day before it was opened', { owner: '1001', response: 'fix-now', dueOn: '2026-06-14' }, 'bad-input'],
  ] as const)('is not taken by %s', (_, taking, kind) => {
    const hall = ledgerHall();
    const recordId = openRecord(hall);
    expect(step(hall, recordId, { step: 'take', taking })).toMatchObject({ error: { kind } });
    expect(hall.do('openLedgerRecord', { matter: COMPLAINT, taking }, LEADER)).toMatchObject({
      error: { kind },
    });
    expect(hall.bodiesOf('ledger.advanced')).toEqual([]);
    expect(hall.bodiesOf('ledger.opened')).toHaveLength(1);
  });

  it('refuses what its life does not know, and one that nobody opened', () => {
    const hall = ledgerHall();
    const recordId = openRecord(hall);
    for (const change of [FINISH, CLOSE])
      expect(step(hall, recordId, change)).toMatchObject({ error: { kind: 'not-now', state: 'open' } });
    const nobodys = '0198a6f0-0000-7000-8000-000000000001';
    expect(step(hall, nobodys, TAKE)).toMatchObject({ error: { kind: 'not-found' } });
  });
});

describe('a difficulty', () => {
  it('is a record the same minute, and is settled with it, also when it comes back', () => {
    const hall = ledgerHall();
    const { difficultyId } = hall.must('reportDifficulty', { kind: 'could-not-use-machine' }, KIOSK);
    expect(ledger(hall).records).toMatchObject([
      {
        ...{ recordId: difficultyId, source: 'difficulty', openedOn: '2026-06-15', state: 'open' },
        about: { difficulty: 'could-not-use-machine' },
      },
    ]);
    for (const change of [TAKE, FINISH, CLOSE]) step(hall, difficultyId, change);
    const difficulties = () => hall.must('listDifficulties', {}).difficulties;
    expect(difficulties()).toMatchObject([{ state: 'settled', result: 'solved-here' }]);
    step(hall, difficultyId, { step: 'reopen', reason: '还是不会用。' });
    expect(difficulties()).toMatchObject([{ state: 'open', result: null, settledBy: null }]);
    step(hall, difficultyId, { step: 'escalate', level: 'district', question: '能换机器吗？' });
    for (const change of [TAKE, FINISH, CLOSE]) step(hall, difficultyId, change, OTHER_LEADER);
    expect(difficulties()).toMatchObject([{ state: 'settled', result: 'passed-on' }]);
  });

  it('that is settled closes its record', () => {
    const hall = ledgerHall();
    const { difficultyId } = hall.must('reportDifficulty', { kind: 'hearing' });
    hall.clock.advance(DAY_MS);
    hall.must('settleDifficulty', { difficultyId, result: 'noted' }, LEADER);
    expect(ledger(hall).records).toMatchObject([{ state: 'closed', closedOn: '2026-06-16' }]);
    expect(hall.bodiesOf('ledger.opened')).toEqual([]);
  });
});

describe('a service without a window', () => {
  const only = [{ counterId: '1', name: '1号窗口', services: ['LN-02'] }];

  it('is a record, once, and is closed only when there is a window, with before and after', () => {
    const hall = new TestHall({ staff: LEDGER_STAFF, policy: { counters: only } });
    hall.must('auditChannels', {}, LEADER);
    const first = ledger(hall).records;
    hall.must('auditChannels', {}, LEADER);
    expect(ledger(hall).records).toHaveLength(first.length);
    expect(first.map(({ about }) => about.serviceCode)).not.toContain('LN-02');
    const record = first.find(({ about }) => about.serviceCode === 'LN-01');
    expect(record).toMatchObject({
      source: 'no-offline-channel',
      about: { before: { counters: [], paperForm: '高龄津贴申请表' } },
    });
    const recordId = record?.recordId ?? '';
    for (const change of [TAKE, FINISH]) step(hall, recordId, change);
    expect(step(hall, recordId, CLOSE)).toMatchObject({
      error: { kind: 'not-now', state: 'no-window', step: 'close' },
    });
    hall.close();
    const mended = ledgerHall({ folder: hall.folder });
    const closed = mended.must('advanceLedgerRecord', { recordId, change: CLOSE }, LEADER);
    expect(closed.about.before?.counters).toEqual([]);
    expect(closed.steps.at(-1)).toMatchObject({
      on: '2026-06-15',
      after: { counters: ['1', '2', '3', '4'] },
    });
  });
});

describe('a way of old that was taken away', () => {
  const matter: LedgerMatter = {
    source: 'traditional-removed',
    item: '不收现金了。',
    removedOn: '2026-05-01',
  };

  it.each([
    ['no day', {}],
    ['a day before it was taken away', { restoredOn: '2026-04-30' }],
    ['a day to come', { restoredOn: '2026-06-16' }],
  ])('is not put right on %s', (_, restored) => {
    const hall = ledgerHall();
    const recordId = openRecord(hall, matter);
    step(hall, recordId, TAKE);
    expect(step(hall, recordId, { ...FINISH, ...restored })).toMatchObject({
      error: { kind: 'bad-input', problems: [{ where: 'change.restoredOn' }] },
    });
  });

  it('is put right by the day on which it was there again, which nothing else has', () => {
    const hall = ledgerHall();
    const recordId = openRecord(hall, matter);
    step(hall, recordId, TAKE);
    const restored = { ...FINISH, restoredOn: '2026-06-10' };
    expect(step(hall, recordId, restored)).toMatchObject({
      value: { state: 'done', about: { removedOn: '2026-05-01' } },
    });
    const other = openRecord(hall);
    step(hall, other, TAKE);
    expect(step(hall, other, restored)).toMatchObject({ error: { kind: 'bad-input' } });
    expect(
      hall.do('openLedgerRecord', { matter: { ...matter, removedOn: '2026-06-16' } }, LEADER),
    ).toMatchObject({ error: { kind: 'bad-input', problems: [{ where: 'matter.removedOn' }] } });
  });
});

test('food that made people ill calls the supervisors in the same commit', () => {
  const hall = ledgerHall();
  const foodSafety = { place: '社区长者食堂', on: '2026-06-15', time: '11:40', people: 3 };
  const matter: LedgerMatter = { source: 'food-safety', foodSafety };
  const { recordId } = hall.must('openLedgerRecord', { matter }, CLERK);
  expect(ledger(hall).records).toMatchObject([{ recordId, about: { foodSafety } }]);
  expect(hall.hall.snapshot().help).toMatchObject([{ kind: 'supervisor', place: 'test counter' }]);
  const tomorrow = { ...matter, foodSafety: { ...foodSafety, on: '2026-06-16' } };
  expect(hall.do('openLedgerRecord', { matter: tomorrow }, CLERK)).toMatchObject({
    error: { kind: 'bad-input', problems: [{ where: 'matter.foodSafety.on' }] },
  });
  expect(ledger(hall).records).toHaveLength(1);
});

test('a replay of the journal builds the same ledger', () => {
  const hall = new TestHall({ staff: LEDGER_STAFF });
  const { difficultyId } = hall.must('reportDifficulty', { kind: 'hearing' });
  const recordId = openRecord(hall);
  for (const change of [TAKE, FINISH, CLOSE]) {
    step(hall, recordId, change);
    step(hall, difficultyId, change);
  }
  step(hall, difficultyId, { step: 'reopen', reason: '还是听不清。' });
  hall.must('noteMeasure', { measure: 1, state: 'done', evidence: '有纸质登记。' }, LEADER);
  const inspection = { kind: 'case', scene: 'travel', finding: '没有坡道。', solution: '加坡道。' } as const;
  hall.must('runSelfInspection', { inspection: { ...inspection, solved: false } }, LEADER);
  const days = { from: '2026-06-01', to: '2026-06-30', deadline: '2026-07-05' };
  const words = { recipient: '区民政局', problems: '无。', experience: '无。' };
  const { reportId } = hall.must('makeReport', { ...days, ...words }, LEADER);
  hall.must('sendReport', { reportId, on: '2026-06-15', to: '区民政局' }, LEADER);
  hall.close();
  const opened = openDatabase({ file: join(hall.folder, HALL_FILE), migrations: hallMigrations });
  if (!opened.ok) throw new Error(opened.error.kind);
  const database = opened.value;
  onTestFinished(() => void database.close());
  const before = projectedTables(database);
  const sizes = ['ledger_record', 'ledger_step', 'self_inspection', 'measure_note', 'upward_report'];
  expect(sizes.map((table) => before[table]?.length)).toEqual([3, 7, 1, 1, 1]);
  const journal = createJournal({ database, clock: hall.clock, bootId: 'replay' });
  database
    .transaction(() => {
      emptyProjections(database);
      expect(projectedTables(database)['ledger_record']).toEqual([]);
      journal.replay(createProjector(database, createMemory(database)));
    })
    .immediate();
  expect(projectedTables(database)).toEqual(before);
});
