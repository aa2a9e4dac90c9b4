import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { HallOperations, TicketView } from '../../../preload/contracts/hall-operations.ts';
import type { Input } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import type { TicketRow } from '../store/ticket-row.ts';
import { findFreeCounter } from './counters.ts';
import type { HallContext } from './hall-context.ts';
import { noteActivity } from './service-day.ts';
import { step } from './ticket-step.ts';
import { ticketView } from './views.ts';

type Answer = Result<TicketView, ApiError>;

const view = (hall: HallContext, row: Result<TicketRow, ApiError>): Answer =>
  row.ok ? ok(ticketView(hall, row.value)) : row;

/** The person is off for a copy or a signature. The counter may call others; they need not queue again. */
export function parkTicket(hall: HallContext, input: Input<HallOperations, 'parkTicket'>): Answer {
  return view(
    hall,
    step(hall, input, 'park', ({ ticketId, counterId }) =>
      hall.journal.append('ticket.parked', 1, { ticketId, counterId: counterId ?? '' }),
    ),
  );
}

/** Back again. Any free counter may go on with a parked person, not only the one that began: clerks go to lunch. */
export function resumeTicket(hall: HallContext, input: Input<HallOperations, 'resumeTicket'>): Answer {
  const { ticketId, counterId } = input;
  const counter = findFreeCounter(hall, counterId);
  if (!counter.ok) return counter;
  const resumed = step(hall, { ticketId }, 'resume', () =>
    hall.journal.append('ticket.resumed', 1, { ticketId, counterId }),
  );
  if (resumed.ok) noteActivity(hall);
  return view(hall, resumed);
}

/** Staff know better than the machine: somebody is unwell, a document was shown, a button was touched by mistake. */
export function correctPriority(hall: HallContext, input: Input<HallOperations, 'correctPriority'>): Answer {
  const { ticketId, priorityClass, why } = input;
  const ticket = hall.stores.tickets.byId(ticketId);
  if (ticket === undefined) return err({ kind: 'unknown-ticket' });
  const changesNothing = ticket.state !== 'waiting' && ticket.state !== 'missed';
  if (changesNothing) return err({ kind: 'not-now', state: ticket.state, step: 'correct-priority' });
  hall.journal.append('ticket.priority-corrected', 1, { ticketId, priorityClass, why });
  const corrected = hall.stores.tickets.byId(ticketId);
  return corrected === undefined ? err({ kind: 'unknown-ticket' }) : ok(ticketView(hall, corrected));
}
