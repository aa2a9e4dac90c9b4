import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { whyNotRatable } from '../../domain/rating/may-rate.ts';
import type { HallContext } from '../hall-context.ts';

/** At a device of the hall: the visitor has just been served, so only visits of the day that is open. */
export function rateVisit(
  hall: HallContext,
  { ticketId, level, channel }: Input<HallOperations, 'rateVisit'>,
): Result<Output<HallOperations, 'rateVisit'>, ApiError> {
  const { tickets, days, ratings } = hall.stores;
  const ticket = tickets.byId(ticketId);
  if (ticket === undefined) return err({ kind: 'unknown-ticket' });
  const daysAgo = ticket.dayId === days.current()?.dayId ? 0 : Number.POSITIVE_INFINITY;
  const refusal = whyNotRatable({ state: ticket.state, daysAgo, rated: ratings.isRated(ticketId) }, 0);
  if (refusal !== undefined) return err(refusal);
  hall.journal.append('visit.rated', 1, { ticketId, level, channel });
  return ok({ ticketId, number: ticket.number });
}
