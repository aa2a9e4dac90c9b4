import { describe, expect, test } from 'vitest';
import { TICKET_STATES } from '../../../preload/contracts/ticket-state.ts';
import {
  nextState,
  possibleEvents,
  TICKET_EVENTS,
  whyImpossible,
  type TicketEvent,
  type TicketStateOrNone,
} from '../../../main/hall/domain/ticket-lifecycle.ts';

/** Every edge there is; whatever is not here must be impossible. */
const EDGES: readonly (readonly [TicketStateOrNone, TicketEvent, TicketStateOrNone])[] = [
  ['not-issued', 'issue', 'waiting'],
  ['not-issued', 'serve-now', 'serving'],
  ['waiting', 'call', 'called'],
  ['waiting', 'transfer', 'waiting'],
  ['waiting', 'cancel', 'cancelled'],
  ['waiting', 'lapse', 'lapsed'],
  ['called', 'recall', 'called'],
  ['called', 'start', 'serving'],
  ['called', 'miss', 'missed'],
  ['called', 'transfer', 'waiting'],
  ['called', 'cancel', 'cancelled'],
  ['called', 'lapse', 'lapsed'],
  ['serving', 'finish', 'done'],
  ['serving', 'add-service', 'serving'],
  ['serving', 'next-here', 'serving'],
  ['serving', 'next-elsewhere', 'waiting'],
  ['serving', 'park', 'parked'],
  ['serving', 'transfer', 'waiting'],
  ['serving', 'lapse', 'lapsed'],
  ['parked', 'resume', 'serving'],
  ['parked', 'finish', 'done'],
  ['parked', 'next-elsewhere', 'waiting'],
  ['parked', 'transfer', 'waiting'],
  ['parked', 'cancel', 'cancelled'],
  ['parked', 'lapse', 'lapsed'],
  ['missed', 'return', 'waiting'],
  ['missed', 'call', 'called'],
  ['missed', 'cancel', 'cancelled'],
  ['missed', 'lapse', 'lapsed'],
];

const states: readonly TicketStateOrNone[] = ['not-issued', ...TICKET_STATES];
const pairs = states.flatMap((state) => TICKET_EVENTS.map((event) => ({ state, event })));

test.each(pairs)('$state, $event', ({ state, event }) => {
  const expected = EDGES.find(([from, by]) => from === state && by === event)?.[2];
  expect(nextState(state, event)).toBe(expected);
  expect(possibleEvents(state).includes(event)).toBe(expected !== undefined);
  expect(whyImpossible(state, event) === undefined).toBe(expected !== undefined);
});

describe('what an impossible step answers', () => {
  test.each([
    ['not-issued', 'call', { kind: 'no-such-ticket' }],
    ['waiting', 'issue', { kind: 'already-issued' }],
    ['called', 'call', { kind: 'already-there', state: 'called' }],
    ['done', 'finish', { kind: 'already-there', state: 'done' }],
    ['cancelled', 'cancel', { kind: 'already-there', state: 'cancelled' }],
    ['done', 'call', { kind: 'ticket-is-over', state: 'done' }],
    ['lapsed', 'return', { kind: 'ticket-is-over', state: 'lapsed' }],
    ['waiting', 'start', { kind: 'not-from-here', state: 'waiting' }],
    ['serving', 'cancel', { kind: 'not-from-here', state: 'serving' }],
  ] as const)('%s, %s', (state, event, answer) => {
    expect(whyImpossible(state, event)).toEqual(answer);
  });
});
