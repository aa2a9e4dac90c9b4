import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { HEAD_START_MINUTES } from '../../../../preload/contracts/priority.ts';
import type { QueueRule } from '../../domain/rules/index.ts';
import { countersAtWork, outcomeOf, underRule, type Visit } from '../../domain/statistics/index.ts';
import { queueRule } from '../../policy.ts';
import type { CountedDay } from '../../store/visit-store.ts';
import type { HallContext } from '../hall-context.ts';
import { visitsOf, type PagedHall } from './day-pages.ts';
import { outcomeView } from './views.ts';

type Wish = Input<HallOperations, 'replayDay'>;
type Replayed = Output<HallOperations, 'replayDay'>;

/**
 * What another rule would have done to the people of one day. Beside what really happened stands the hall's own rule on the
 * same simplified day (`underRule` says how it is simplified), so that the two rules are compared and not the simplification.
 */
export async function replayDay(hall: PagedHall, wish: Wish): Promise<Result<Replayed, ApiError>> {
  const found = hall.read((context) => dayToReplay(context, wish));
  if (!found.ok) return found;
  const { day, visits, own, other } = found.value;
  const counters = wish.counters ?? countersAtWork(visits);
  const real = outcomeView(outcomeOf(visits, own), own);
  await hall.letOthersGo();
  const underOwn = outcomeView(underRule(visits, own, counters), own);
  await hall.letOthersGo();
  const underOther = outcomeView(underRule(visits, other, counters), other);
  const visitors = real.waits.count;
  return ok({ date: day.date, visitors, counters, real, own: underOwn, other: underOther });
}

interface DayToReplay {
  readonly day: CountedDay;
  readonly visits: readonly Visit[];
  readonly own: QueueRule;
  readonly other: QueueRule;
}

/** The day that was named, or the last one before today on which somebody came. */
function dayToReplay(hall: HallContext, wish: Wish): Result<DayToReplay, ApiError> {
  const { visits: store } = hall.stores;
  const today = hall.stores.days.current()?.date ?? hall.localTime.date(hall.clock.nowMs());
  const day = wish.date === undefined ? store.lastDayBefore(today) : store.days(wish.date, wish.date)[0];
  const visits = day === undefined ? [] : visitsOf(hall, day);
  if (day === undefined || visits.every(({ firstCall }) => firstCall === null)) {
    return err({ kind: 'nobody-came', date: wish.date ?? null });
  }
  return ok({ day, visits, own: hall.policy.rule, other: wishedRule(hall, wish) });
}

/** Minutes that are not wished otherwise are the hall's own, or the usual ones under a rule that has none. */
function wishedRule({ policy }: HallContext, { rule, headStartMinutes }: Wish): QueueRule {
  const known = policy.rule.name === 'head-start' ? policy.rule.headStartMinutes : HEAD_START_MINUTES;
  return queueRule(rule, { ...known, ...headStartMinutes });
}
