import { FINAL_TICKET_STATES, type TicketState } from '../../../preload/contracts/ticket-state.ts';

/**
 * What can happen to a ticket.
 * `serve-now`: somebody is served without having taken a ticket; the record begins at the counter.
 * `call` on a missed or parked ticket is never "next": it is a clerk naming that ticket.
 * `add-service`: one more matter of the same visit. `next-here`, `next-elsewhere`: one matter of several is over and the
 * next goes on at the same counter, or waits for one that serves it.
 * `transfer`: passed on to another service or counter; it waits there with the place its number gives it.
 * `lapse`: the service day ends, or the ticket was missed once too often.
 */
export const TICKET_EVENTS = [
  'issue',
  'serve-now',
  'call',
  'recall',
  'start',
  'finish',
  'add-service',
  'next-here',
  'next-elsewhere',
  'miss',
  'return',
  'park',
  'resume',
  'transfer',
  'cancel',
  'lapse',
] as const;
export type TicketEvent = (typeof TICKET_EVENTS)[number];

/** Before the first event there is no ticket. */
export type TicketStateOrNone = TicketState | 'not-issued';

type Edges = Partial<Record<TicketEvent, TicketState>>;

const edges: Readonly<Record<TicketStateOrNone, Edges>> = {
  'not-issued': { issue: 'waiting', 'serve-now': 'serving' },
  waiting: { call: 'called', transfer: 'waiting', cancel: 'cancelled', lapse: 'lapsed' },
  called: {
    recall: 'called',
    start: 'serving',
    miss: 'missed',
    transfer: 'waiting',
    cancel: 'cancelled',
    lapse: 'lapsed',
  },
  // Once served, a visit is finished, never cancelled: the work was done and is counted.
  serving: {
    finish: 'done',
    'add-service': 'serving',
    'next-here': 'serving',
    'next-elsewhere': 'waiting',
    park: 'parked',
    transfer: 'waiting',
    lapse: 'lapsed',
  },
  parked: {
    resume: 'serving',
    finish: 'done',
    'next-elsewhere': 'waiting',
    transfer: 'waiting',
    cancel: 'cancelled',
    lapse: 'lapsed',
  },
  missed: { return: 'waiting', call: 'called', cancel: 'cancelled', lapse: 'lapsed' },
  done: {},
  cancelled: {},
  lapsed: {},
};

/** The state after `event`, or undefined where the step is impossible (see `whyImpossible`). */
export function nextState(state: TicketStateOrNone, event: TicketEvent): TicketState | undefined {
  return edges[state][event];
}

/** The steps open from here, for buttons: what is not in this list is not offered. */
export function possibleEvents(state: TicketStateOrNone): readonly TicketEvent[] {
  return TICKET_EVENTS.filter((event) => edges[state][event] !== undefined);
}

/** Facts for whoever asked for a step that cannot be. */
export type ImpossibleStep =
  | { readonly kind: 'no-such-ticket' }
  | { readonly kind: 'already-issued' }
  | { readonly kind: 'already-there'; readonly state: TicketState }
  | { readonly kind: 'ticket-is-over'; readonly state: TicketState }
  | { readonly kind: 'not-from-here'; readonly state: TicketState };

/**
 * What an impossible step answers, by state:
 * not issued: there is no such ticket; over (done, cancelled, lapsed): the ticket is over, take a new one;
 * every live state: already there when the step would only repeat itself (a second press on the same button),
 * else not from here. Undefined where the step is possible.
 */
export function whyImpossible(state: TicketStateOrNone, event: TicketEvent): ImpossibleStep | undefined {
  if (nextState(state, event) !== undefined) return undefined;
  if (state === 'not-issued') return { kind: 'no-such-ticket' };
  if (event === 'issue' || event === 'serve-now') return { kind: 'already-issued' };
  if (leadsTo(event).includes(state)) return { kind: 'already-there', state };
  return isOver(state) ? { kind: 'ticket-is-over', state } : { kind: 'not-from-here', state };
}

const isOver = (state: TicketState): boolean =>
  (FINAL_TICKET_STATES as readonly TicketState[]).includes(state);

function leadsTo(event: TicketEvent): readonly TicketState[] {
  return Object.values(edges).flatMap((from: Edges) => from[event] ?? []);
}
