import { randomUUID } from 'node:crypto';
import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { RatingLevel } from '../../../../preload/contracts/rating.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { whyNotRatable, type MayRate } from '../../domain/rating/may-rate.ts';
import type { HallContext } from '../hall-context.ts';
import type { Transact } from '../transact.ts';
import { serviceName } from '../views.ts';
import { writeRating } from './rate-visit.ts';
import { visitOfCode } from './rating-code.ts';

/** All that the rating page may know of a visit: what stands on the paper in the visitor's hand. */
export interface VisitOnPaper {
  readonly number: string;
  readonly serviceName: string;
  /** Why it cannot be rated; undefined when it can. */
  readonly refusal: MayRate | undefined;
}

/** What the holder of a ticket's code may do. A code that is not right and one that is too old are told alike. */
export interface RatingByCode {
  look(code: string): Result<VisitOnPaper, ApiError>;
  rate(code: string, level: RatingLevel): Result<VisitOnPaper, ApiError>;
}

export function createRatingByCode(hall: HallContext, transact: Transact): RatingByCode {
  const { withinDays } = hall.policy.ratings;
  const look = (code: string): Result<VisitOnPaper, ApiError> => {
    const found = visitOfCode(hall, code);
    if (found === undefined) return err({ kind: 'unknown-ticket' });
    const { ticket, daysAgo } = found;
    const rated = hall.stores.ratings.isRated(ticket.ticketId);
    const refusal = whyNotRatable({ state: ticket.state, daysAgo, rated }, withinDays);
    return ok({ number: ticket.number, serviceName: serviceName(hall, ticket.serviceCode), refusal });
  };
  const write = (code: string, level: RatingLevel): Result<object, ApiError> => {
    const found = visitOfCode(hall, code);
    if (found === undefined) return err({ kind: 'unknown-ticket' });
    const { ticket, daysAgo } = found;
    return writeRating(hall, ticket, { level, channel: 'qr-code', daysAgo, withinDays });
  };
  return {
    look,
    rate: (code, level) => {
      const seen = look(code);
      if (!seen.ok || seen.value.refusal !== undefined) return seen;
      // A form has no request id of its own: sent twice, the second is told that the visit is rated.
      const mutation = { operation: 'rateByCode', requestId: randomUUID(), content: null };
      const written = transact(mutation, () => write(code, level));
      return written.ok ? seen : written;
    },
  };
}
