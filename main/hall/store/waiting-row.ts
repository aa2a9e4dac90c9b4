import type { PriorityClass } from '../../../preload/contracts/priority.ts';
import { afterCall } from '../domain/missed-calls.ts';
import type { WaitingTicket } from '../domain/rules/index.ts';
import type { JournalEvent } from '../journal/journal-event.ts';
import { eventOrder } from './event-order.ts';

/** Read at every ticket and every call: only what the rules ask, all of it in the index `ticket_live`. */
export const WAITING_COLUMNS =
  'ticket_id, issue_sequence, queued_at, priority_class, service_code, missed_count, held_back, for_counter_id';

export type WaitingRow = readonly [
  ticketId: string,
  sequence: number,
  issuedAtMs: number,
  priorityClass: PriorityClass,
  serviceCode: string,
  missedCount: number,
  heldBack: number | null,
  forCounterId: string | null,
];

/** What the rules may know of a waiting ticket. */
export function waitingTicket(row: WaitingRow): WaitingTicket {
  const [ticketId, sequence, issuedAtMs, priorityClass, serviceCode, missedCount, heldBack, forCounterId] =
    row;
  return {
    ticketId,
    sequence,
    issuedAtMs,
    priorityClass,
    serviceCode,
    missedCount,
    ...(heldBack !== null && { heldBack: { remainingCalls: heldBack } }),
    ...(forCounterId !== null && { forCounterId }),
  };
}

/** Who waits after an event, given who waited before it; undefined where the table must be asked. */
export function waitingAfter(
  waiting: readonly WaitingTicket[],
  event: JournalEvent,
): readonly WaitingTicket[] | undefined {
  switch (event.kind) {
    case 'ticket.issued':
      return [...waiting, issuedTicket(event)];
    case 'ticket.called': {
      const called = find(waiting, event.body.ticketId);
      return called && afterCall(waiting, called);
    }
    case 'ticket.started':
    case 'ticket.finished':
    case 'ticket.service-added':
      return find(waiting, event.body.ticketId) === undefined ? waiting : undefined;
    case 'ticket.print-changed':
    case 'ticket.served-now':
    case 'visit.rated':
    case 'person.revealed':
    case 'help.asked':
    case 'help.answered':
    case 'help.ended':
    case 'difficulty.reported':
    case 'difficulty.settled':
    case 'rating-case.received':
    case 'rating-case.advanced':
    case 'appointment.booked':
    case 'appointment.moved':
    case 'appointment.cancelled':
    case 'appointment.checked-in':
    case 'appointment.missed':
      return waiting;
    default:
      return undefined;
  }
}

function find(waiting: readonly WaitingTicket[], wanted: string): WaitingTicket | undefined {
  return waiting.find(({ ticketId }) => ticketId === wanted);
}

function issuedTicket(event: Extract<JournalEvent, { kind: 'ticket.issued' }>): WaitingTicket {
  const { ticketId, hallTimeMs, priorityClass, serviceCode } = event.body;
  return {
    ticketId,
    sequence: eventOrder(event),
    issuedAtMs: hallTimeMs,
    priorityClass,
    serviceCode,
    missedCount: 0,
  };
}
