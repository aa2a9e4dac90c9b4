import type { WaitingTicket } from './rules/waiting-ticket.ts';

/** What follows a miss, when the person comes back the same day. */
export type MissConsequence =
  | { readonly kind: 'after-next'; readonly calls: number }
  | { readonly kind: 'end-of-class' }
  | { readonly kind: 'lapse' };

export interface MissedPolicy {
  /** For the first, second, … miss; further misses lapse. */
  readonly consequences: readonly MissConsequence[];
}

/** Usual practice of service halls; no national standard gives a number, so it is data. */
export const DEFAULT_MISSED_POLICY: MissedPolicy = {
  consequences: [{ kind: 'after-next', calls: 3 }, { kind: 'end-of-class' }, { kind: 'lapse' }],
};

/** What the latest miss means for a ticket that has now been missed `missedCount` times (1 or more). */
export function consequenceOf(missedCount: number, policy: MissedPolicy): MissConsequence {
  return policy.consequences[missedCount - 1] ?? { kind: 'lapse' };
}

/**
 * The place of a ticket that comes back: how many calls of its class go first, or undefined when it cannot come back
 * (it has lapsed, the person takes a new one). `sameClassWaiting` counts those waiting now without this ticket.
 * Fewer waiting than calls to wait for: it is called when nobody else of the class waits.
 */
export function placeAfterReturn(
  missedCount: number,
  sameClassWaiting: number,
  policy: MissedPolicy,
): { readonly remainingCalls: number } | undefined {
  const consequence = consequenceOf(missedCount, policy);
  switch (consequence.kind) {
    case 'after-next':
      return { remainingCalls: consequence.calls };
    case 'end-of-class':
      return { remainingCalls: sameClassWaiting };
    case 'lapse':
      return undefined;
  }
}

/** Who still waits after a call: the called ticket is out, those held back in its class are one call nearer. */
export function afterCall(
  waiting: readonly WaitingTicket[],
  called: Pick<WaitingTicket, 'ticketId' | 'priorityClass'>,
): readonly WaitingTicket[] {
  return waiting
    .filter((ticket) => ticket.ticketId !== called.ticketId)
    .map((ticket) => (ticket.priorityClass === called.priorityClass ? oneCallNearer(ticket) : ticket));
}

function oneCallNearer(ticket: WaitingTicket): WaitingTicket {
  if (ticket.heldBack === undefined) return ticket;
  return { ...ticket, heldBack: { remainingCalls: Math.max(0, ticket.heldBack.remainingCalls - 1) } };
}
