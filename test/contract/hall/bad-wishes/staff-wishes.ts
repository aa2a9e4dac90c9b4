import { randomUUID } from 'node:crypto';
import { newSession, TEST_PIN } from '../../../support/services/staff.ts';
import type { BadWish } from './wish.ts';

const signInWish = (wish: object): object => ({
  ...{ requestId: randomUUID(), staffNumber: '1001', pin: TEST_PIN, session: newSession() },
  ...wish,
});

/** Signing in and out, and what leaders do about it. */
export const STAFF_WISHES = {
  signInInfo: [
    { why: 'a wish it does not know', body: { all: true }, status: 400, error: { kind: 'bad-input' } },
  ],
  signIn: [
    {
      why: 'a number nobody has',
      body: signInWish({ staffNumber: '5555' }),
      status: 401,
      error: { kind: 'wrong-pin' },
    },
    { why: 'a wrong PIN', body: signInWish({ pin: '111222' }), status: 401, error: { kind: 'wrong-pin' } },
    {
      why: 'a PIN that is none',
      body: signInWish({ pin: '12' }),
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'pin' }] },
    },
    {
      why: 'a secret that is easy to guess',
      body: signInWish({ session: 'secret' }),
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'session' }] },
    },
  ],
  signOut: [
    {
      why: 'no session',
      body: { requestId: randomUUID() },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'session' }] },
    },
  ],
  changePin: [
    {
      why: 'a PIN that anybody guesses',
      body: { requestId: randomUUID(), pin: TEST_PIN, newPin: '123456' },
      status: 400,
      error: { kind: 'weak-pin', reason: 'digits-in-order' },
    },
    {
      why: 'the same PIN again',
      body: { requestId: randomUUID(), pin: TEST_PIN, newPin: TEST_PIN },
      status: 400,
      error: { kind: 'weak-pin', reason: 'same-as-before' },
    },
    {
      why: 'a wrong old PIN',
      body: { requestId: randomUUID(), pin: '111222', newPin: '804613' },
      status: 401,
      error: { kind: 'wrong-pin' },
    },
  ],
  lockedStaff: [
    { why: 'a wish it does not know', body: { all: true }, status: 400, error: { kind: 'bad-input' } },
  ],
  unlockStaff: [
    {
      why: 'a number nobody has',
      body: { requestId: randomUUID(), staffNumber: '5555' },
      status: 404,
      error: { kind: 'unknown-staff', staffNumber: '5555' },
    },
  ],
} as const satisfies Readonly<Record<string, readonly BadWish[]>>;
