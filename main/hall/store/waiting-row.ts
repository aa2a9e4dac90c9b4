import type { PriorityClass } from '../../../preload/contracts/priority.ts';
import type { WaitingTicket } from '../domain/rules/index.ts';

/** Read at every ticket and every call: only what the rules ask, all of it in the index `ticket_live`. */
export const WAITING_COLUMNS =
  'ticket_id, issue_sequence, queued_at, priority_class, service_code, missed_count, held_back';

export type WaitingRow = readonly [
  ticketId: string,
  sequence: number,
  issuedAtMs: number,
  priorityClass: PriorityClass,
  serviceCode: string,
  missedCount: number,
  heldBack: number | null,
];

/** What the rules may know of a waiting ticket. */
export function waitingTicket(row: WaitingRow): WaitingTicket {
  const [ticketId, sequence, issuedAtMs, priorityClass, serviceCode, missedCount, heldBack] = row;
  return {
    ticketId,
    sequence,
    issuedAtMs,
    priorityClass,
    serviceCode,
    missedCount,
    ...(heldBack !== null && { heldBack: { remainingCalls: heldBack } }),
  };
}
