import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JUDGEMENTS } from '../../../preload/contracts/rating-case.ts';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Input } from '../../../preload/contracts/operation.ts';
import { LEADER, OTHER_LEADER, TestHall } from '../../support/open-test-hall.ts';
import { makeFolder } from '../../support/services/service-under-test.ts';

type Wish = Omit<Input<HallOperations, 'advanceRatingCase'>, 'requestId' | 'caseId'>;

const WISHES: readonly Wish[] = [
  { step: 'contact', note: 'spoke' },
  ...JUDGEMENTS.map((judgement): Wish => ({ step: 'judge', judgement, note: 'waited-long' })),
  { step: 'fix', note: 'apologised' },
  { step: 'visit', note: 'satisfied-now' },
  { step: 'close' },
];

/** How a case may end, with a name and without. */
const NAMED_END = /^contact judge( fix)? visit close$|^contact judge close$/;
const NAMELESS_END = /^judge( fix)? close$/;
const holder = { name: '测试甲', idNumber: '110199195606159039' };

function badlyRated(hall: TestHall, named: boolean): void {
  const { ticketId } = hall.must('issueTicket', { serviceCode: 'LN-01', ...(named && { holder }) });
  hall.must('callNext', { counterId: '1' });
  hall.must('startService', { ticketId });
  hall.must('finishService', { ticketId, outcome: 'done' });
  hall.must('rateVisit', { ticketId, level: 1, channel: 'pad' });
}

const span = { from: '2026-06-15', to: '2026-06-15' };
const casesOf = (hall: TestHall) => hall.must('listRatingCases', span, LEADER).cases;

const someWork = fc.array(
  fc.record({
    which: fc.nat({ max: 3 }),
    wish: fc.constantFrom(...WISHES),
    other: fc.boolean(),
    days: fc.constantFrom(0, 0, 0, 1, 4),
  }),
  { minLength: 60, maxLength: 120, size: 'max' },
);

test('whatever is tried, a case goes on as it says it may, is due no earlier for it, and ends only as its kind does', () => {
  const ends = new Set<string>();
  fc.assert(
    fc.property(someWork, (work) => {
      const { folder, remove } = makeFolder();
      const hall = new TestHall({ folder });
      try {
        hall.must('openCounter', { counterId: '1' });
        for (const named of [true, false, true, false]) badlyRated(hall, named);
        for (const { which, wish, other, days } of work) {
          hall.clock.advance(days * 24 * 3_600_000);
          const before = casesOf(hall)[which];
          if (before === undefined) throw new Error('a case is gone');
          const { caseId, possible, state } = before;
          const answer = hall.do('advanceRatingCase', { caseId, ...wish }, other ? OTHER_LEADER : LEADER);
          const after = casesOf(hall).find((one) => one.caseId === caseId);
          if (answer.ok) {
            expect(possible).toContain(wish.step);
            expect(after).toEqual(answer.value);
            expect(answer.value.late.includes(wish.step)).toBe(before.overdue);
          } else {
            expect(after).toEqual(before);
            if (answer.error.kind !== 'second-person-needed') {
              expect(answer.error).toEqual({ kind: 'not-now', state, step: wish.step });
              expect(possible).not.toContain(wish.step);
            }
          }
        }
        for (const { state, realName, steps, judgement } of casesOf(hall)) {
          if (state !== 'closed') continue;
          const way = steps.map(({ step }) => step).join(' ');
          expect(way).toMatch(realName ? NAMED_END : NAMELESS_END);
          const judge = steps.find(({ step }) => step === 'judge')?.by;
          if (judgement === 'mistaken') expect(steps.at(-1)?.by).not.toBe(judge);
          ends.add(`${realName ? 'named' : 'nameless'} ${judgement} ${way}`);
        }
      } finally {
        hall.close();
        remove();
      }
    }),
    { numRuns: 15, seed: 20_260_615 },
  );
  expect(ends.size).toBe(8);
});
