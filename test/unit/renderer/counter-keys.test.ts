import { describe, expect, test } from 'vitest';
import { isBlockedKey } from '../../../main/shell/blocked-keys.ts';
import {
  actionForKey,
  ACTION_NAMES,
  ACTIONS,
  mayResumeParked,
  nextAction,
  possibleActions,
  type Standing,
} from '../../../renderer/counter/actions.ts';

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
    const keys = possibleActions(standing).flatMap((name) => ACTIONS[name].key ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });
  test('a key whose action is impossible does nothing', () => {
    for (const name of ACTION_NAMES) {
      const { key, possible } = ACTIONS[name];
      if (key !== null && !possible(standing)) expect(actionForKey(key, standing)).not.toBe(name);
    }
  });
});

test('nobody can be called twice: with a person at the counter there is no calling', () => {
  for (const standing of STANDINGS.filter(({ ticket }) => ticket !== null)) {
    expect(possibleActions(standing)).not.toContain('callNext');
    expect(possibleActions(standing)).not.toContain('close');
  }
});

test('a person is sent off for a copy or passed on only while being served, also at a paused counter', () => {
  for (const standing of STANDINGS) {
    const served = standing.ticket === 'serving';
    expect(possibleActions(standing).includes('park'), JSON.stringify(standing)).toBe(served);
    expect(possibleActions(standing).includes('transfer'), JSON.stringify(standing)).toBe(served);
  }
});

test('a parked person goes on only at an open counter where nobody is', () => {
  expect(STANDINGS.filter(mayResumeParked)).toEqual([{ counter: 'open', ticket: null }]);
});

test('keys of actions that can both be possible somewhere are never the same, nor the space bar', () => {
  const park = ACTIONS.park.key;
  const transfer = ACTIONS.transfer.key;
  const others = ACTION_NAMES.filter((name) => name !== 'park' && name !== 'transfer').map(
    (name) => ACTIONS[name].key,
  );
  expect(new Set([park, transfer, ' ', null]).size).toBe(4);
  expect(others).not.toContain(park);
  expect(others).not.toContain(transfer);
});

test('the shell lets every key of the counter through', () => {
  for (const name of ACTION_NAMES) {
    const { key } = ACTIONS[name];
    const input = { type: 'keyDown', key: key ?? ' ', control: false, alt: false, meta: false, shift: false };
    expect(isBlockedKey(input), `${name} ${key}`).toBe(false);
  }
});
