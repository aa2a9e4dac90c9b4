import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { isLowRating, RATING_CHANNELS, RATING_LEVELS } from '../../../../preload/contracts/rating.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { SILENCE_LEVEL } from '../../domain/rating/rating-policy.ts';
import type { RatingCount } from '../../store/rating-store.ts';
import type { HallContext } from '../hall-context.ts';
import { badSpan } from './days-asked.ts';
import { ratingCaseView } from './rating-case-view.ts';

type Statistics = Output<HallOperations, 'ratingStatistics'>;

/** The public figures of some days (GB/T 39734-2020 annex B: ratings and what became of bad ones are published). */
export function ratingStatistics(
  hall: HallContext,
  span: Input<HallOperations, 'ratingStatistics'>,
): Result<Statistics, ApiError> {
  const wrong = badSpan(span);
  if (wrong !== undefined) return err(wrong);
  const { from, to } = span;
  const { ratings } = hall.stores;
  const counts = ratings.counts(from, to);
  const rated = sum(counts, () => true);
  const satisfied = sum(counts, ({ level }) => !isLowRating(level));
  const points = counts.reduce((total, { level, count }) => total + level * count, 0);
  return ok({
    from,
    to,
    visits: ratings.finished(from, to),
    rated,
    levels: RATING_LEVELS.map((level) => {
      const count = sum(counts, (one) => one.level === level);
      return { level, count, share: rated === 0 ? 0 : count / rated };
    }),
    average: rated === 0 ? null : points / rated,
    satisfied: rated === 0 ? null : satisfied / rated,
    channels: RATING_CHANNELS.map((channel) => ({
      channel,
      count: sum(counts, (one) => one.channel === channel),
    })),
    assumed: assumed(hall, from, to),
    cases: caseFigures(hall, from, to),
  });
}

function sum(counts: readonly RatingCount[], wanted: (one: RatingCount) => boolean): number {
  return counts.filter(wanted).reduce((total, { count }) => total + count, 0);
}

const MS_PER_DAY = 86_400_000;

/** Silence counts only after the days that the rule of the place says have gone by, and never as a rating. */
function assumed(hall: HallContext, from: string, to: string): Statistics['assumed'] {
  const afterDays = hall.policy.ratings.silenceCountsAfterDays;
  if (afterDays === null) return { level: SILENCE_LEVEL, afterDays, count: 0 };
  const today = Date.parse(hall.localTime.date(hall.clock.nowMs()));
  const lastSilent = new Date(today - (afterDays + 1) * MS_PER_DAY).toISOString().slice(0, 10);
  const last = lastSilent < to ? lastSilent : to;
  // Only finished visits are ever rated, so the rest of them kept silent; a year of both costs little to count.
  const { ratings } = hall.stores;
  const rated = sum(ratings.counts(from, last), () => true);
  return { level: SILENCE_LEVEL, afterDays, count: ratings.finished(from, last) - rated };
}

function caseFigures(hall: HallContext, from: string, to: string): Statistics['cases'] {
  const cases = hall.stores.ratingCases.received(from, to).map((row) => ratingCaseView(hall, row));
  const closed = cases.filter(({ state }) => state === 'closed');
  return {
    received: cases.length,
    open: cases.length - closed.length,
    overdue: cases.filter(({ overdue }) => overdue).length,
    closed: closed.length,
    mistaken: closed.filter(({ judgement }) => judgement === 'mistaken').length,
  };
}
