import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { HallOperations, TicketView } from '../../../preload/contracts/hall-operations.ts';
import type { Input } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import type { TicketRow } from '../store/ticket-row.ts';
import { findCounter } from './counters.ts';
import type { HallContext } from './hall-context.ts';
import { step } from './ticket-step.ts';
import { ticketView } from './views.ts';

type Wish = Input<HallOperations, 'transferTicket'>;

interface Target {
  readonly serviceCode: string;
  /** Absent: any counter that serves the service. */
  readonly toCounterId?: string;
}

/**
 * Passed on under the same number: to another service, to one counter, to a colleague, or back to who sent them. Its
 * place comes from when it was issued, so no wait is lost.
 */
export function transferTicket(hall: HallContext, input: Wish): Result<TicketView, ApiError> {
  const { serviceCode } = input;
  if (serviceCode !== undefined && !hall.catalogue.has(serviceCode))
    return err({ kind: 'unknown-service', serviceCode });
  const ticket = hall.stores.tickets.byId(input.ticketId);
  if (ticket === undefined) return err({ kind: 'unknown-ticket' });
  const target = targetOf(hall, input, ticket);
  if (!target.ok) return target;
  const passed = step(hall, input, 'transfer', ({ ticketId, counterId, serviceCode: fromServiceCode }) =>
    hall.journal.append('ticket.transferred', 1, {
      ticketId,
      fromServiceCode,
      ...target.value,
      ...(counterId !== null && { fromCounterId: counterId }),
    }),
  );
  return passed.ok ? ok(ticketView(hall, passed.value)) : passed;
}

function targetOf(hall: HallContext, wish: Wish, ticket: TicketRow): Result<Target, ApiError> {
  const serviceCode = wish.serviceCode ?? ticket.serviceCode;
  if (wish.toSender === true) return sender(wish, ticket);
  if (wish.toStaffNumber !== undefined) {
    const desk = hall.stores.counters.deskOf(wish.toStaffNumber);
    if (desk === undefined) return err({ kind: 'colleague-not-there', staffNumber: wish.toStaffNumber });
    return ok({ serviceCode, toCounterId: desk.counterId });
  }
  if (wish.toCounterId === undefined) return ok({ serviceCode });
  const counter = findCounter(hall, wish.toCounterId);
  return counter.ok ? ok({ serviceCode, toCounterId: wish.toCounterId }) : counter;
}

function sender(
  wish: Wish,
  { serviceCode, cameFromCounterId, cameFromService }: TicketRow,
): Result<Target, ApiError> {
  if (cameFromCounterId === null) {
    const allowed = 'for a ticket that another counter has passed on';
    return err({ kind: 'bad-input', problems: [{ where: 'toSender', allowed }] });
  }
  return ok({
    serviceCode: wish.serviceCode ?? cameFromService ?? serviceCode,
    toCounterId: cameFromCounterId,
  });
}
