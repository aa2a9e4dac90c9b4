import type { PriorityClass } from '../../../../preload/contracts/priority.ts';

/** A waiting ticket as the rules see it: no person, no counter, only what decides its turn. */
export interface WaitingTicket {
  readonly ticketId: string;
  /** Dense order of issue in the hall, never reused in a service day. The only thing that orders one class. */
  readonly sequence: number;
  /** When it was issued, on the hall's time (see hall-time.ts). A wall clock that jumped is survived, see class-heads. */
  readonly issuedAtMs: number;
  readonly priorityClass: PriorityClass;
  readonly serviceCode: string;
  /** It waits for this one counter (see meant-for.ts). Absent: for any that serves the service. */
  readonly forCounterId?: string;
  /** Time already waited under another number or at another window; moves it ahead of other classes only. */
  readonly creditMs?: number;
  /** It was missed and came back: this many calls of its class go first. Absent or 0: it stands at its own place. */
  readonly heldBack?: { readonly remainingCalls: number };
  readonly missedCount: number;
}

/** What a rule must know besides the tickets. */
export interface Situation {
  /** The hall's time now, the same clock as `issuedAtMs`. */
  readonly nowMs: number;
  /** Priority calls since the last ordinary one, while ordinary people waited (see `priorityCallsAfter`). */
  readonly priorityCallsInARow: number;
}

export const MINUTE_MS = 60_000;

export function isHeldBack(ticket: WaitingTicket): boolean {
  return (ticket.heldBack?.remainingCalls ?? 0) > 0;
}

/** The same tickets by sequence. Stores hand them over so; then nothing is copied. */
export function bySequence(waiting: readonly WaitingTicket[]): readonly WaitingTicket[] {
  let last = Number.NEGATIVE_INFINITY;
  for (const ticket of waiting) {
    if (ticket.sequence < last) return waiting.toSorted((one, other) => one.sequence - other.sequence);
    last = ticket.sequence;
  }
  return waiting;
}
