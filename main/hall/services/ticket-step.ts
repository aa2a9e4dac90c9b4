import type { ApiError } from '../../../preload/contracts/errors.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { nextState, type TicketEvent } from '../domain/ticket-lifecycle.ts';
import type { TicketRow } from '../store/ticket-row.ts';
import type { HallContext } from './hall-context.ts';

export interface StepTarget {
  readonly ticketId: string;
  /** Who asks. Where the ticket is at another counter the step is refused. */
  readonly counterId?: string | undefined;
}

/**
 * One step of a ticket's life: asks the life-cycle table, writes the fact, and answers the ticket as it then stands.
 * The table is the only judge; a projection that disagreed with it would be a bug and throws.
 */
export function step(
  hall: HallContext,
  target: StepTarget,
  event: TicketEvent,
  write: (ticket: TicketRow) => void,
): Result<TicketRow, ApiError> {
  const ticket = hall.stores.tickets.byId(target.ticketId);
  if (ticket === undefined) return err({ kind: 'unknown-ticket' });
  const state = nextState(ticket.state, event);
  if (state === undefined) return err({ kind: 'not-now', state: ticket.state, step: event });
  const elsewhere =
    isAtCounter(ticket) && target.counterId !== undefined && ticket.counterId !== target.counterId;
  if (elsewhere) return err({ kind: 'other-counters-ticket', counterId: ticket.counterId ?? '' });
  write(ticket);
  const after = hall.stores.tickets.byId(target.ticketId);
  if (after?.state !== state) throw new Error(`${event} left the ticket ${after?.state}, not ${state}`);
  return ok(after);
}

function isAtCounter({ state }: TicketRow): boolean {
  return state === 'called' || state === 'serving' || state === 'parked';
}
