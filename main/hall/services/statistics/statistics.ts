import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { ok, type Result } from '../../../../preload/contracts/result.ts';
import { StatisticsTally } from '../../domain/statistics/index.ts';
import { visitsOf, type PagedHall } from './day-pages.ts';
import { statisticsView } from './views.ts';

type Range = Input<HallOperations, 'statistics'>;

/**
 * The figures of a range of service days, both ends included; days on which the hall was shut are not among them. Read
 * and added up a day at a time: between two days everybody who calls or takes a ticket goes first.
 */
export async function statistics(
  hall: PagedHall,
  range: Range,
): Promise<Result<Output<HallOperations, 'statistics'>, ApiError>> {
  const days = hall.read(({ stores }) => ok(stores.visits.days(range.from, range.to)));
  if (!days.ok) return days;
  const rule = hall.read(({ policy }) => ok(policy.rule));
  if (!rule.ok) return rule;
  const tally = new StatisticsTally(rule.value);
  for (const day of days.value) {
    await hall.letOthersGo();
    const visits = hall.read((context) => ok(visitsOf(context, day)));
    if (!visits.ok) return visits;
    tally.addDay(day.date, visits.value);
  }
  return hall.read((context) => ok(statisticsView(context, range, tally.figures())));
}
