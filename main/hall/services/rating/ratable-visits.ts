import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { ok, type Result } from '../../../../preload/contracts/result.ts';
import type { HallContext } from '../hall-context.ts';
import { serviceName } from '../views.ts';

/**
 * Numbers are public, so a number alone rates nothing: whoever holds the card that took the ticket, or came along with
 * it, may say something of it. Found by the vault's blind index; no name and no number of a card is read.
 */
export function ratableVisits(
  hall: HallContext,
  { idNumber }: Input<HallOperations, 'ratableVisits'>,
): Result<Output<HallOperations, 'ratableVisits'>, ApiError> {
  const { days, tickets, ratings } = hall.stores;
  const day = days.current();
  if (day === undefined || hall.vault === undefined) return ok({ visits: [] });
  const visits = tickets
    .doneOf(day.dayId, hall.vault.findSamePerson(day.dayId, idNumber))
    .filter(({ ticketId }) => !ratings.isRated(ticketId))
    .map(({ ticketId, number, serviceCode }) => ({
      ...{ ticketId, number },
      serviceName: serviceName(hall, serviceCode),
    }));
  return ok({ visits });
}
