import type { RatingCaseView } from '../../../../preload/contracts/hall-operations.ts';
import { RATING_CASE_STEPS, type RatingCaseStep } from '../../../../preload/contracts/rating-case.ts';
import { afterStep, dueOn, isOverdue, type RatingCase } from '../../domain/rating/rating-case.ts';
import type { RatingCaseRow, RatingCaseStepRow } from '../../store/rating-case-row.ts';
import type { HallContext } from '../hall-context.ts';
import { serviceName } from '../views.ts';

/** What the state machine asks of a case. */
export function caseOf(row: RatingCaseRow, steps: readonly RatingCaseStepRow[]): RatingCase {
  const { state, realName, receivedOn, judgement } = row;
  const judgedOn = steps.find(({ step }) => step === 'judge')?.on;
  return { state, realName, receivedOn, judgement: judgement ?? undefined, judgedOn };
}

/** A case as overseers see it. No person. */
export function ratingCaseView(hall: HallContext, row: RatingCaseRow): RatingCaseView {
  const steps = hall.stores.ratingCases.stepsOf(row.caseId);
  const now = caseOf(row, steps);
  const { ratings } = hall.policy;
  const due = dueOn(now, ratings, ratings.calendar);
  return {
    caseId: row.caseId,
    ticketId: row.ticketId,
    number: row.number,
    visitedOn: row.visitedOn,
    serviceCode: row.serviceCode,
    serviceName: serviceName(hall, row.serviceCode),
    counterId: row.counterId,
    level: row.level,
    channel: row.channel,
    realName: row.realName,
    state: row.state,
    judgement: row.judgement,
    receivedAt: hall.localTime.instant(row.receivedAtMs),
    dueOn: due,
    overdue: isOverdue(due, hall.localTime.date(hall.clock.nowMs())),
    late: lateSteps(hall, now, steps),
    steps: steps.map(({ step, note, atMs, by }) => ({ step, note, at: hall.localTime.instant(atMs), by })),
    possible: RATING_CASE_STEPS.filter((step) => afterStep(now, step) !== undefined),
  };
}

/** Lives through the case once more: each step against what was due before it. */
function lateSteps(
  hall: HallContext,
  { realName, receivedOn, judgement }: RatingCase,
  steps: readonly RatingCaseStepRow[],
): RatingCaseStep[] {
  const { ratings } = hall.policy;
  let then: RatingCase = { state: 'received', realName, receivedOn };
  return steps.flatMap(({ step, on }) => {
    const late = isOverdue(dueOn(then, ratings, ratings.calendar), on);
    const known = step === 'judge' ? { judgement, judgedOn: on } : {};
    then = { ...then, ...known, state: afterStep(then, step) ?? then.state };
    return late ? [step] : [];
  });
}
