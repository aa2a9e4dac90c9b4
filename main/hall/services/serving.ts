import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { HallOperations, TicketView } from '../../../preload/contracts/hall-operations.ts';
import type { Input } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { placeAfterReturn } from '../domain/missed-calls.ts';
import type { TicketRow } from '../store/ticket-row.ts';
import type { HallContext } from './hall-context.ts';
import { serviceDay } from './service-day.ts';
import { step } from './ticket-step.ts';
import { ticketView } from './views.ts';

type Answer = Result<TicketView, ApiError>;

const view = (hall: HallContext, row: Result<TicketRow, ApiError>): Answer =>
  row.ok ? ok(ticketView(hall, row.value)) : row;

/** Where the ticket is; a ticket at a counter always has one. */
const counterOf = (row: TicketRow): string => row.counterId ?? '';

export function startService(hall: HallContext, input: Input<HallOperations, 'startService'>): Answer {
  return view(
    hall,
    step(hall, input, 'start', (row) =>
      hall.journal.append('ticket.started', 1, { ticketId: row.ticketId, counterId: counterOf(row) }),
    ),
  );
}

/** Nobody came. Missed once too often by the hall's rule, the number lapses: the person may take a new one. */
export function missTicket(hall: HallContext, input: Input<HallOperations, 'missTicket'>): Answer {
  const missed = step(hall, input, 'miss', (row) =>
    hall.journal.append('ticket.missed', 1, { ticketId: row.ticketId, counterId: counterOf(row) }),
  );
  if (!missed.ok) return missed;
  if (placeAfterReturn(missed.value.missedCount, 0, hall.policy.missed) !== undefined)
    return view(hall, missed);
  const { ticketId } = missed.value;
  return view(
    hall,
    step(hall, { ticketId }, 'lapse', () => hall.journal.append('ticket.lapsed', 1, { ticketId })),
  );
}

/** A missed person is here after all: back into the queue behind the next few of the same class. */
export function returnTicket(hall: HallContext, input: Input<HallOperations, 'returnTicket'>): Answer {
  const day = serviceDay(hall);
  if (!day.ok) return day;
  const ticket = hall.stores.tickets.byId(input.ticketId);
  if (ticket === undefined) return err({ kind: 'unknown-ticket' });
  const sameClass = hall.stores.tickets
    .waiting()
    .filter(({ priorityClass }) => priorityClass === ticket.priorityClass).length;
  const place = placeAfterReturn(ticket.missedCount, sameClass, hall.policy.missed);
  if (ticket.state === 'missed' && place === undefined) {
    return err({ kind: 'not-now', state: ticket.state, step: 'return' });
  }
  const afterCalls = place?.remainingCalls ?? 0;
  return view(
    hall,
    step(hall, { ticketId: ticket.ticketId }, 'return', () =>
      hall.journal.append('ticket.returned', 1, { ticketId: ticket.ticketId, afterCalls }),
    ),
  );
}

export function cancelTicket(hall: HallContext, input: Input<HallOperations, 'cancelTicket'>): Answer {
  const { ticketId, reason } = input;
  return view(
    hall,
    step(hall, input, 'cancel', () => hall.journal.append('ticket.cancelled', 1, { ticketId, reason })),
  );
}

/**
 * What a station knows of a ticket's paper. `confirmed` is never taken back by a late report of an earlier stage; a
 * reprint starts its own story.
 */
export function recordPrint(hall: HallContext, input: Input<HallOperations, 'recordPrint'>): Answer {
  const { ticketId, requestId, printState, reprint } = input;
  const ticket = hall.stores.tickets.byId(ticketId);
  if (ticket === undefined) return err({ kind: 'unknown-ticket' });
  const late = ticket.printState === 'confirmed' && !reprint;
  if (!late && ticket.printState !== printState) {
    hall.journal.append('ticket.print-changed', 1, { ticketId, jobId: requestId, printState, reprint });
  }
  const after = hall.stores.tickets.byId(ticketId);
  return after === undefined ? err({ kind: 'unknown-ticket' }) : ok(ticketView(hall, after));
}
