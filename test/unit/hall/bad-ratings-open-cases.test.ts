import { expect, it } from 'vitest';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Input } from '../../../preload/contracts/operation.ts';
import type { RatingLevel } from '../../../preload/contracts/rating.ts';
import { DEFAULT_RATING_POLICY } from '../../../main/hall/domain/rating/rating-policy.ts';
import { LEADER, OTHER_LEADER, TestHall } from '../../support/open-test-hall.ts';

const DAY_MS = 24 * 3_600_000;
const holder = { name: '测试甲', idNumber: '110199195606159039' };

/** One visit from number to rating. Monday 2026-06-15 unless the clock says otherwise. */
function rated(hall: TestHall, level: RatingLevel, named: boolean): string {
  hall.must('openCounter', { counterId: '1' });
  const { ticketId } = hall.must('issueTicket', { serviceCode: 'LN-01', ...(named && { holder }) });
  hall.must('callNext', { counterId: '1' });
  hall.must('startService', { ticketId });
  hall.must('finishService', { ticketId, outcome: 'done' });
  hall.must('rateVisit', { ticketId, level, channel: 'pad' });
  return ticketId;
}

type Wish = Omit<Input<HallOperations, 'advanceRatingCase'>, 'requestId' | 'caseId'>;

const open = (hall: TestHall) => hall.must('listRatingCases', { open: true }, LEADER).cases;

function onlyCase(hall: TestHall) {
  const [one, ...more] = open(hall);
  if (one === undefined || more.length > 0) throw new Error('not one case');
  return one;
}

it('opens one for 2 and 1, and none for the rest', () => {
  const hall = new TestHall();
  const tickets = ([5, 4, 3, 2, 1] as const).map((level) => rated(hall, level, false));
  expect(open(hall).map(({ ticketId, level }) => [ticketId, level])).toEqual([
    [tickets[3], 2],
    [tickets[4], 1],
  ]);
  hall.close();
});

it('goes all the way for a visitor with a name, and remembers who did what', () => {
  const hall = new TestHall();
  rated(hall, 1, true);
  const { caseId, ...first } = onlyCase(hall);
  expect(first).toMatchObject({
    number: 'C001',
    visitedOn: '2026-06-15',
    counterId: '1',
    realName: true,
    state: 'received',
    dueOn: '2026-06-16',
    overdue: false,
    possible: ['contact'],
  });
  const go = (wish: Wish) => hall.must('advanceRatingCase', { caseId, ...wish }, LEADER);
  expect(go({ step: 'contact', note: 'spoke' })).toMatchObject({ state: 'contacted', dueOn: '2026-06-22' });
  go({ step: 'judge', judgement: 'fix-by', note: 'guidance-unclear' });
  go({ step: 'fix', note: 'way-of-working-changed' });
  go({ step: 'visit', note: 'satisfied-now' });
  const closed = go({ step: 'close' });
  expect(closed).toMatchObject({ state: 'closed', judgement: 'fix-by', dueOn: null, late: [], possible: [] });
  expect(closed.steps.map(({ step, note, by }) => [step, note, by])).toEqual([
    ['contact', 'spoke', '2001'],
    ['judge', 'guidance-unclear', '2001'],
    ['fix', 'way-of-working-changed', '2001'],
    ['visit', 'satisfied-now', '2001'],
    ['close', null, '2001'],
  ]);
  expect(open(hall)).toEqual([]);
  expect(JSON.stringify(closed)).not.toMatch(/测试|1101/);
  hall.close();
});

it('says that a step is overdue from the day after its limit, and that it was late once it is done', () => {
  const hall = new TestHall({ start: '2026-06-18T16:59:00+08:00' });
  rated(hall, 2, true);
  hall.clock.setWall('2026-06-22T23:59:59+08:00');
  expect(onlyCase(hall)).toMatchObject({ dueOn: '2026-06-19', overdue: true });
  const { caseId } = onlyCase(hall);
  const contacted = hall.must('advanceRatingCase', { caseId, step: 'contact', note: 'not-reached' }, LEADER);
  expect(contacted).toMatchObject({ overdue: false, late: ['contact'], dueOn: '2026-06-25' });
  hall.close();
});

it('keeps the limit to the last second of its day in the hall’s own time zone', () => {
  const hall = new TestHall();
  rated(hall, 1, true);
  hall.clock.setWall('2026-06-16T23:59:59+08:00');
  expect(onlyCase(hall).overdue).toBe(false);
  hall.clock.setWall('2026-06-17T00:00:00+08:00');
  expect(onlyCase(hall).overdue).toBe(true);
  hall.close();
});

it('refuses a step out of order and changes nothing', () => {
  const hall = new TestHall();
  rated(hall, 1, true);
  const before = onlyCase(hall);
  expect(
    hall.do('advanceRatingCase', { caseId: before.caseId, step: 'fix', note: 'apologised' }, LEADER),
  ).toEqual({ ok: false, error: { kind: 'not-now', state: 'received', step: 'fix' } });
  expect(onlyCase(hall)).toEqual(before);
  hall.close();
});

it('lets nobody alone set a rating aside as a mistake', () => {
  const hall = new TestHall();
  rated(hall, 1, false);
  const { caseId } = onlyCase(hall);
  const judge = { caseId, step: 'judge', judgement: 'mistaken', note: 'pressed-by-mistake' } as const;
  hall.must('advanceRatingCase', judge, LEADER);
  expect(hall.do('advanceRatingCase', { caseId, step: 'close' }, LEADER)).toEqual({
    ok: false,
    error: { kind: 'second-person-needed' },
  });
  expect(hall.must('advanceRatingCase', { caseId, step: 'close' }, OTHER_LEADER).state).toBe('closed');
  hall.close();
});

it('puts the most pressing first', () => {
  const hall = new TestHall();
  const nameless = rated(hall, 2, false);
  const named = rated(hall, 2, true);
  expect(open(hall).map(({ ticketId }) => ticketId)).toEqual([named, nameless]);
  hall.close();
});

it('says of which years it knows no holidays', () => {
  const hall = new TestHall();
  rated(hall, 1, true);
  expect(hall.must('listRatingCases', { open: true }, LEADER).yearsWithoutHolidays).toEqual([2026]);
  const span = { from: '2026-06-15', to: '2026-06-15' };
  expect(hall.must('listRatingCases', span, LEADER).cases).toHaveLength(1);
  expect(hall.must('listRatingCases', { from: '2026-06-16', to: '2026-06-30' }, LEADER).cases).toEqual([]);
  hall.close();
});

it('counts what was said in numbers, and silence apart from it', () => {
  const ratings = { ...DEFAULT_RATING_POLICY, silenceCountsAfterDays: 7 };
  const hall = new TestHall({ policy: { ratings } });
  for (const level of [5, 5, 4, 3, 1] as const) rated(hall, level, false);
  const { ticketId } = hall.must('issueTicket', { serviceCode: 'LN-01' });
  hall.must('callNext', { counterId: '1' });
  hall.must('startService', { ticketId });
  hall.must('finishService', { ticketId, outcome: 'done' });
  const ask = () => hall.must('ratingStatistics', { from: '2026-06-15', to: '2026-06-15' }, LEADER);
  expect(ask()).toEqual({
    from: '2026-06-15',
    to: '2026-06-15',
    visits: 6,
    rated: 5,
    levels: [
      { level: 5, count: 2, share: 0.4 },
      { level: 4, count: 1, share: 0.2 },
      { level: 3, count: 1, share: 0.2 },
      { level: 2, count: 0, share: 0 },
      { level: 1, count: 1, share: 0.2 },
    ],
    average: 3.6,
    satisfied: 0.8,
    channels: [
      { channel: 'pad', count: 5 },
      { channel: 'customer-screen', count: 0 },
      { channel: 'kiosk', count: 0 },
      { channel: 'qr-code', count: 0 },
    ],
    assumed: { level: 3, afterDays: 7, count: 0 },
    cases: { received: 1, open: 1, overdue: 0, closed: 0, mistaken: 0 },
  });
  hall.clock.advance(7 * DAY_MS);
  expect(ask().assumed.count).toBe(0);
  hall.clock.advance(DAY_MS);
  expect(ask()).toMatchObject({ rated: 5, average: 3.6, assumed: { level: 3, count: 1 } });
  hall.close();
});

it('has no average of nothing', () => {
  const hall = new TestHall();
  expect(hall.must('ratingStatistics', { from: '2026-06-01', to: '2026-06-30' }, LEADER)).toMatchObject({
    visits: 0,
    rated: 0,
    average: null,
    satisfied: null,
    assumed: { afterDays: null, count: 0 },
  });
  hall.close();
});
