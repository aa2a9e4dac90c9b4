import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations, RatingCaseView } from '../../../../preload/contracts/hall-operations.ts';
import type { Caller, Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { afterStep } from '../../domain/rating/rating-case.ts';
import type { HallContext } from '../hall-context.ts';
import { badSpan } from './days-asked.ts';
import { caseOf, ratingCaseView } from './rating-case-view.ts';

/** Bad ratings, the most pressing first: by the day they are due, else as they came in. */
export function listRatingCases(
  hall: HallContext,
  input: Input<HallOperations, 'listRatingCases'>,
): Result<Output<HallOperations, 'listRatingCases'>, ApiError> {
  const wrong = 'open' in input ? undefined : badSpan(input);
  if (wrong !== undefined) return err(wrong);
  const { ratingCases } = hall.stores;
  const rows = 'open' in input ? ratingCases.open() : ratingCases.received(input.from, input.to);
  const cases = rows.map((row) => ratingCaseView(hall, row)).sort(byUrgency);
  return ok({ cases, yearsWithoutHolidays: unknownYears(hall, cases) });
}

const NEVER = '9999';

function byUrgency(one: RatingCaseView, other: RatingCaseView): number {
  const [first, second] = [one.dueOn ?? NEVER, other.dueOn ?? NEVER];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

function unknownYears(hall: HallContext, cases: readonly RatingCaseView[]): number[] {
  const years = cases.flatMap(({ dueOn }) => (dueOn === null ? [] : [Number(dueOn.slice(0, 4))]));
  const { calendar } = hall.policy.ratings;
  return [...new Set(years)].filter((year) => !calendar.years.has(year)).sort();
}

/** One step. The state machine is the judge; a rating found to be a mistake is closed by a second person. */
export function advanceRatingCase(
  hall: HallContext,
  input: Input<HallOperations, 'advanceRatingCase'>,
  { staff }: Caller,
): Result<RatingCaseView, ApiError> {
  const { ratingCases } = hall.stores;
  const { caseId, step, judgement, note } = input;
  const row = ratingCases.byId(caseId);
  if (row === undefined) return err({ kind: 'unknown-rating-case' });
  const steps = ratingCases.stepsOf(caseId);
  if (afterStep(caseOf(row, steps), step) === undefined)
    return err({ kind: 'not-now', state: row.state, step });
  const judge = steps.find((done) => done.step === 'judge')?.by;
  const agrees = staff !== undefined && staff.staffNumber !== judge;
  if (step === 'close' && row.judgement === 'mistaken' && !agrees)
    return err({ kind: 'second-person-needed' });
  hall.journal.append('rating-case.advanced', 1, {
    caseId,
    step,
    on: hall.localTime.date(hall.clock.nowMs()),
    ...(judgement !== undefined && { judgement }),
    ...(note !== undefined && { note }),
  });
  const after = ratingCases.byId(caseId);
  if (after === undefined) throw new Error('The case is gone');
  return ok(ratingCaseView(hall, after));
}
