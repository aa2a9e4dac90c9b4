import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Handlers } from '../../../../preload/contracts/operation.ts';
import type { HallContext } from '../hall-context.ts';
import type { Runners } from '../runners.ts';
import { ratableVisits } from './ratable-visits.ts';
import { rateVisit } from './rate-visit.ts';
import { advanceRatingCase, listRatingCases } from './rating-cases.ts';
import { ratingStatistics } from './rating-statistics.ts';

type RatingOperation =
  'ratableVisits' | 'rateVisit' | 'listRatingCases' | 'advanceRatingCase' | 'ratingStatistics';

/** What visitors say of their visits, and what becomes of it. */
export function createRatingHandlers(
  hall: HallContext,
  { mutation, visitors }: Runners,
): Pick<Handlers<HallOperations>, RatingOperation> {
  return {
    ratableVisits: (input) => ratableVisits(hall, input),
    rateVisit: visitors('rateVisit', rateVisit),
    listRatingCases: (input) => listRatingCases(hall, input),
    advanceRatingCase: mutation('advanceRatingCase', advanceRatingCase),
    ratingStatistics: (input) => ratingStatistics(hall, input),
  };
}
