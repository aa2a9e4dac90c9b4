import { describe, expect, test } from 'vitest';
import { isBlockedKey } from '../../../main/shell/blocked-keys.ts';
import {
  actionForKey,
  ACTION_NAMES,
  ACTIONS,
  isFree,
  nextAction,
  possibleActions,
  type Standing,
} from '../../../renderer/counter/keys/actions.ts';

const COUNTER_STATES = ['open', 'paused', 'closed'] as const;
const TICKETS = [null, 'called', 'serving', 'parked'] as const;
const STANDINGS: readonly Standing[] = COUNTER_STATES.flatMap((counter) =>
  TICKETS.map((ticket) => ({ counter, ticket })),
);

test.each([
  [{ counter: 'closed', ticket: null }, 'open'],
  [{ counter: 'paused', ticket: null }, 'resume'],
  [{ counter: 'open', ticket: null }, 'callNext'],
  [{ counter: 'open', ticket: 'called' }, 'start'],
  [{ counter: 'paused', ticket: 'called' }, 'start'],
  [{ counter: 'open', ticket: 'serving' }, 'finish'],
] as const)('from %j the one next action is %s, also on the space bar', (standing, action) => {
  expect(nextAction(standing)).toBe(action);
  expect(actionForKey(' ', standing)).toBe(action);
});

describe.each(STANDINGS)('at $counter with $ticket', (standing) => {
  test('no key stands for two things', () => {
    const keys = possibleActions(standing).map((name) => ACTIONS[name].key);
    expect(new Set(keys).size).toBe(keys.length);
  });
  test('a key whose action is impossible does nothing', () => {
    for (const name of ACTION_NAMES) {
      const { key, possible } = ACTIONS[name];
      if (!possible(standing)) expect(actionForKey(key, standing)).not.toBe(name);
    }
  });
});

test('nobody can be called twice: with a person at the counter there is no calling', () => {
  for (const standing of STANDINGS.filter(({ ticket }) => ticket !== null)) {
    expect(possibleActions(standing)).not.toContain('callNext');
    expect(possibleActions(standing)).not.toContain('close');
  }
});

test('a person is sent off, passed on, ended otherwise or given one more matter only while being served', () => {
  for (const standing of STANDINGS)
    for (const name of ['park', 'transfer', 'ending', 'addService'] as const)
      expect(possibleActions(standing).includes(name), `${name} ${JSON.stringify(standing)}`).toBe(
        standing.ticket === 'serving',
      );
});

test('a parked person goes on, and somebody without a ticket is served, only at an open counter where nobody is', () => {
  const free = [{ counter: 'open', ticket: null }];
  expect(STANDINGS.filter(isFree)).toEqual(free);
  expect(STANDINGS.filter((standing) => possibleActions(standing).includes('serveNow'))).toEqual(free);
});

test('no action takes the space bar, a letter, a digit or an arrow, but plus, star and minus of the number block may stand for one: these are the next step’s, the choices’ and the lists’', () => {
  for (const name of ACTION_NAMES)
    expect(ACTIONS[name].key).not.toMatch(/^([^+*-]|Arrow.*|Enter|Escape|Tab)$/);
});

test('the shell lets every key of the counter through', () => {
  for (const name of ACTION_NAMES) {
    const { key } = ACTIONS[name];
    const input = { type: 'keyDown', key, control: false, alt: false, meta: false, shift: false };
    expect(isBlockedKey(input), `${name} ${key}`).toBe(false);
  }
});
