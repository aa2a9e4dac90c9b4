import { z } from 'zod';
import { RequestId, StaffNumber } from '../ids.ts';
import { STAFF_ROLES, type OperationTable } from '../operation.ts';
import { allStaff, clerks, leaders, nobody } from './rows.ts';

/** Six to twelve digits. What makes a bad one (123456, the badge's own number) is refused when it is chosen. */
export const Pin = z.string().regex(/^\d{6,12}$/, 'six to twelve digits');

/**
 * A session's secret, made by the page that signs in and kept only in its memory. It comes with every request in the
 * header SESSION_HEADER; the hall keeps its SHA-256 only.
 */
export const SessionSecret = z.string().regex(/^ss_[A-Za-z0-9_-]{43}$/);
export const SESSION_HEADER = 'songting-session';

export const StaffView = z.object({
  staffNumber: StaffNumber,
  name: z.string(),
  role: z.enum(STAFF_ROLES),
});
export type StaffView = z.output<typeof StaffView>;

/** Signing in and out, and what leaders do for colleagues who cannot. */
export const staffRows = {
  signInInfo: {
    effect: 'query',
    summary: 'What the page for signing in must know. A demo hall names its own accounts.',
    roles: clerks,
    staff: nobody,
    input: z.object({}).strict(),
    output: z.object({
      /** False: nobody can sign in yet; an administrator runs `songting staff add`. */
      staffExists: z.boolean(),
      idleMinutes: z.number(),
      demo: z.array(StaffView.extend({ pin: Pin })),
    }),
  },
  signIn: {
    effect: 'mutation',
    summary:
      'A person signs in at this PC with number and PIN. Wrong PINs lock the account here for longer and longer.',
    roles: clerks,
    staff: nobody,
    input: z
      .object({ requestId: RequestId, staffNumber: StaffNumber, pin: Pin, session: SessionSecret })
      .strict(),
    output: StaffView.extend({
      /** The PIN was given by somebody else: until it is changed nothing else is allowed. */
      mustChangePin: z.boolean(),
      idleMinutes: z.number(),
    }),
  },
  signOut: {
    effect: 'mutation',
    summary: 'The person leaves this PC. A session that is over already is no error.',
    roles: clerks,
    staff: nobody,
    input: z.object({ requestId: RequestId, session: SessionSecret }).strict(),
    output: z.object({}),
  },
  changePin: {
    effect: 'mutation',
    summary: 'The person who is signed in chooses another PIN.',
    roles: clerks,
    staff: allStaff,
    input: z.object({ requestId: RequestId, pin: Pin, newPin: Pin }).strict(),
    output: z.object({}),
  },
  lockedStaff: {
    effect: 'query',
    summary: 'Who is locked out after wrong PINs, where, and for how long.',
    roles: clerks,
    staff: leaders,
    input: z.object({}).strict(),
    output: z.object({
      locked: z.array(
        z.object({
          staffNumber: StaffNumber,
          name: z.string(),
          /** The PC at which they are. */
          device: z.string(),
          retryAfterSeconds: z.int().positive(),
        }),
      ),
    }),
  },
  unlockStaff: {
    effect: 'mutation',
    summary: 'A supervisor lets a colleague try again who is locked out after wrong PINs.',
    roles: clerks,
    staff: leaders,
    input: z.object({ requestId: RequestId, staffNumber: StaffNumber }).strict(),
    output: z.object({}),
  },
} as const satisfies OperationTable;
