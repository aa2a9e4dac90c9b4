import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { isLowRating, type RatingChannel, type RatingLevel } from '../../../../preload/contracts/rating.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { whyNotRatable } from '../../domain/rating/may-rate.ts';
import { uuidText, uuidV7 } from '../../journal/uuid.ts';
import type { TicketRow } from '../../store/ticket-row.ts';
import type { HallContext } from '../hall-context.ts';

type Rated = Output<HallOperations, 'rateVisit'>;

/** At a device of the hall: the visitor has just been served, so only visits of the day that is open. */
export function rateVisit(
  hall: HallContext,
  { ticketId, level, channel }: Input<HallOperations, 'rateVisit'>,
): Result<Rated, ApiError> {
  const { tickets, days } = hall.stores;
  const ticket = tickets.byId(ticketId);
  if (ticket === undefined) return err({ kind: 'unknown-ticket' });
  const daysAgo = ticket.dayId === days.current()?.dayId ? 0 : Number.POSITIVE_INFINITY;
  return writeRating(hall, ticket, { level, channel, daysAgo, withinDays: 0 });
}

interface Rating {
  readonly level: RatingLevel;
  readonly channel: RatingChannel;
  readonly daysAgo: number;
  readonly withinDays: number;
}

/** Every channel ends here, in one transaction at a time: whoever comes second is told so. */
export function writeRating(
  hall: HallContext,
  ticket: TicketRow,
  { level, channel, daysAgo, withinDays }: Rating,
): Result<Rated, ApiError> {
  const { ticketId, state, number } = ticket;
  const rated = hall.stores.ratings.isRated(ticketId);
  const refusal = whyNotRatable({ state, daysAgo, rated }, withinDays);
  if (refusal !== undefined) return err(refusal);
  hall.journal.append('visit.rated', 1, { ticketId, level, channel });
  if (isLowRating(level)) openCase(hall, ticket);
  return ok({ ticketId, number });
}

function openCase(hall: HallContext, { ticketId, holderVaultId }: TicketRow): void {
  const nowMs = hall.clock.nowMs();
  hall.journal.append('rating-case.received', 1, {
    caseId: uuidText(uuidV7(nowMs)),
    ticketId,
    realName: holderVaultId !== null,
    receivedOn: hall.localTime.date(nowMs),
  });
}
