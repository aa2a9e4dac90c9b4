import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { Result } from '../../../../preload/contracts/result.ts';
import type { Visit } from '../../domain/statistics/index.ts';
import type { CountedDay } from '../../store/visit-store.ts';
import type { HallContext } from '../hall-context.ts';

/** What reading in pages needs: the hall as it is at that moment, and a way to let others go first. */
export interface PagedHall {
  /** Through the keeper: whichever file is open answers, and a failing disk is a value. */
  readonly read: <Value>(work: (hall: HallContext) => Result<Value, ApiError>) => Result<Value, ApiError>;
  /** Resolves when whoever waits has been served: a call never waits for more than one day's page. */
  readonly letOthersGo: () => Promise<void>;
}

/** The visits of one service day. A few milliseconds for the busiest. */
export function visitsOf({ stores, localTime }: HallContext, { dayId }: CountedDay): Visit[] {
  return stores.visits.ofDay(dayId).map(({ issuedWallMs, ...visit }) => ({
    ...visit,
    hour: Number(localTime.instant(issuedWallMs).slice(11, 13)),
  }));
}
