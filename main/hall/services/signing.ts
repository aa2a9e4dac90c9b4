import type { ApiError } from '../../../preload/contracts/errors.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import type { Database } from '../../foundation/sqlite/open-database.ts';
import { lockedForMs } from '../domain/sign-in-lock.ts';
import { LONGEST_SESSION_MS, type Session, type SessionEnd } from '../staff/sessions.ts';
import type { StaffRecord } from '../staff/staff-file.ts';
import type { StaffStore } from '../store/staff-store.ts';
import type { HallContext } from './hall-context.ts';
import type { Mutation, Transact } from './transact.ts';

export interface SigningParts {
  readonly database: Database;
  readonly hall: HallContext;
  readonly store: StaffStore;
  readonly transact: Transact;
}

/** The answer of a row that only says that it was done. */
export type Nothing = Record<string, never>;

/** What the hall's file knows and keeps of people signing in. PINs are judged elsewhere (staff/sign-in-desk.ts). */
export type Signing = ReturnType<typeof createSigning>;

export function createSigning(parts: SigningParts) {
  return { ...readings(parts), ...attempts(parts), ...endings(parts), ...changes(parts) };
}

function readings({ hall, store, transact }: SigningParts) {
  return {
    sessions: (): Session[] => store.sessions(),

    /** Milliseconds until this account may be tried at this PC. The empty number stands for every one that nobody has. */
    lockedForMs: (staffNumber: string, device: string): number =>
      lockedForMs(store.failures(staffNumber, device), store.failuresAt(device), hall.clock.nowMs()),

    /** Accounts that cannot be tried somewhere now, and for how long, milliseconds. */
    locked: () =>
      store
        .allFailures()
        .map(({ staffNumber, device, ...own }) => ({
          ...{ staffNumber, device },
          forMs: lockedForMs(own, store.failuresAt(device), hall.clock.nowMs()),
        }))
        .filter(({ forMs }) => forMs > 0),

    /** What this request was answered before, if it was; asked before anything that cannot be done twice. */
    answered: (mutation: Mutation): Result<Nothing, ApiError> | undefined => {
      const earlier = transact<Nothing>(mutation, () => err(NOT_YET));
      return !earlier.ok && earlier.error === NOT_YET ? undefined : earlier;
    },
  };
}

function attempts({ database, hall: { journal, clock }, store, transact }: SigningParts) {
  return {
    /** A wrong PIN is a fact, whatever becomes of the request. */
    refused: (staffNumber: string, device: string): Result<void, ApiError> => {
      const known = staffNumber === '' ? {} : { staffNumber };
      database
        .transaction(() => journal.append('staff.sign-in-refused', 1, { ...known, device }))
        .immediate();
      return ok(undefined);
    },

    signedIn: <Value>(
      mutation: Mutation,
      session: Session,
      { staffNumber, role }: StaffRecord,
      answer: Value,
    ): Result<Value, ApiError> =>
      transact(mutation, () => {
        store.dropSessionsBefore(clock.nowMs() - LONGEST_SESSION_MS);
        store.keepSession(session);
        journal.append('staff.signed-in', 1, { staffNumber, role, device: session.device, by: staffNumber });
        return ok(answer);
      }),
  };
}

function endings({ database, hall: { journal }, store, transact }: SigningParts) {
  const endAll = (sessions: readonly Session[], why: SessionEnd): void => {
    for (const { sessionHash, staffNumber, device } of sessions) {
      store.dropSession(sessionHash);
      journal.append('staff.signed-out', 1, { staffNumber, device, why });
    }
  };
  return {
    ended: (sessions: readonly Session[], why: SessionEnd): Result<void, ApiError> => {
      database.transaction(() => endAll(sessions, why)).immediate();
      return ok(undefined);
    },
    signedOut: (mutation: Mutation, sessions: readonly Session[]): Result<Nothing, ApiError> =>
      transact(mutation, () => {
        endAll(sessions, 'asked');
        return ok({});
      }),
  };
}

function changes({ hall: { journal }, store, transact }: SigningParts) {
  return {
    unlocked: (mutation: Mutation, staffNumber: string, by: string): Result<Nothing, ApiError> =>
      transact(mutation, () => {
        journal.append('staff.unlocked', 1, { staffNumber, by });
        return ok({});
      }),

    /** `sessions`: as they stand with the new PIN. */
    pinChanged: (
      mutation: Mutation,
      staffNumber: string,
      sessions: readonly Session[],
    ): Result<Nothing, ApiError> =>
      transact(mutation, () => {
        for (const session of sessions) store.keepSession(session);
        journal.append('staff.pin-changed', 1, { staffNumber, by: staffNumber });
        return ok({});
      }),
  };
}

/** Never leaves this file. */
const NOT_YET: ApiError = { kind: 'not-found' };
