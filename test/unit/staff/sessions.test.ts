import { beforeEach, expect, test } from 'vitest';
import { ManualClock } from '../../../main/foundation/clock.ts';
import type { Accounts } from '../../../main/hall/staff/accounts.ts';
import { credentialOf, hashSession, Sessions, type SessionEnd } from '../../../main/hall/staff/sessions.ts';
import type { StaffRecord } from '../../../main/hall/staff/staff-file.ts';
import type { Caller } from '../../../preload/contracts/operation.ts';

const ACCOUNT: StaffRecord = {
  staffNumber: '1001',
  name: '测试甲',
  role: 'clerk',
  pinHash: '$argon2id$one',
  mustChangePin: false,
  createdAt: '2026-06-01T00:00:00.000Z',
};
const PC: Caller = { role: 'counter', name: '窗口1' };
const SECRET = 'ss_one';
const MINUTE_MS = 60_000;

let clock: ManualClock;
let account: StaffRecord | undefined;
let ends: SessionEnd[];
let sessions: Sessions;

beforeEach(() => {
  clock = new ManualClock('2026-06-15T09:00:00+08:00');
  account = ACCOUNT;
  ends = [];
  const accounts: Accounts = {
    all: () => (account === undefined ? [] : [account]),
    find: (number) => (account?.staffNumber === number ? account : undefined),
    replace: () => ({ ok: true, value: false }),
  };
  const idleMs = 10 * MINUTE_MS;
  sessions = new Sessions({ accounts, clock, idleMs, onEnd: (_session, why) => ends.push(why) });
  sessions.add({
    ...{ sessionHash: hashSession(SECRET), staffNumber: '1001', device: '窗口1' },
    ...{ credential: credentialOf(ACCOUNT), startedAtMs: clock.nowMs() },
  });
});

const check = (secret: string | undefined = SECRET, caller = PC, operation = 'callNext') =>
  sessions.check(secret, caller, operation);
const signedOut = { ok: false, error: { kind: 'staff-not-signed-in' } };

test('stands for the person, with the role that the account has now', () => {
  expect(check()).toEqual({ ok: true, value: { staffNumber: '1001', role: 'clerk' } });
  account = { ...ACCOUNT, role: 'supervisor' };
  expect(check()).toEqual({ ok: true, value: { staffNumber: '1001', role: 'supervisor' } });
});

test('is nobody without the secret, with another, or at another PC', () => {
  expect(check(undefined, PC)).toBeDefined();
  expect(sessions.check(undefined, PC, 'callNext')).toEqual(signedOut);
  expect(check('ss_two')).toEqual(signedOut);
  expect(check(SECRET, { ...PC, name: '窗口2' })).toEqual(signedOut);
  expect(ends).toEqual([]);
});

test('ends when idle for longer than allowed; each step starts the time anew', () => {
  for (let step = 0; step < 5; step += 1) {
    clock.advance(10 * MINUTE_MS);
    expect(check().ok).toBe(true);
  }
  clock.advance(10 * MINUTE_MS + 1);
  expect(check()).toEqual(signedOut);
  expect(ends).toEqual(['idle']);
  expect(check()).toEqual(signedOut);
  expect(ends).toEqual(['idle']);
});

test('ends after twelve hours, however busy', () => {
  for (let minutes = 0; minutes < 12 * 60; minutes += 9) {
    expect(check().ok).toBe(true);
    clock.advance(9 * MINUTE_MS);
  }
  clock.advance(1);
  expect(check()).toEqual(signedOut);
  expect(ends).toEqual(['too-long']);
});

test.each<[string, () => void]>([
  ['taken away', () => (account = undefined)],
  ['given another PIN', () => (account = { ...ACCOUNT, pinHash: '$argon2id$two' })],
])('ends when the account is %s', (_what, change) => {
  change();
  expect(check()).toEqual(signedOut);
  expect(ends).toEqual(['account-changed']);
});

test('a PIN chosen by somebody else is good for changing it and for leaving, nothing else', () => {
  account = { ...ACCOUNT, mustChangePin: true };
  expect(check()).toEqual({ ok: false, error: { kind: 'pin-must-change' } });
  expect(check(SECRET, PC, 'changePin').ok).toBe(true);
});
