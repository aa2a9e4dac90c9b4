import { createHash } from 'node:crypto';
import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { Caller, Staff } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import type { Clock } from '../../foundation/clock.ts';
import type { Accounts } from './accounts.ts';
import type { StaffRecord } from './staff-file.ts';

/** One person at one PC, from signing in to leaving. */
export interface Session {
  /** SHA-256 of the secret that the page holds. */
  readonly sessionHash: string;
  readonly staffNumber: string;
  /** The PC's name: a secret that is carried to another PC is worth nothing there. */
  readonly device: string;
  /** Which PIN it was opened with: another PIN ends it. */
  readonly credential: string;
  /** Wall clock, ms. */
  readonly startedAtMs: number;
}

/** Why a session is over. */
export type SessionEnd = 'asked' | 'idle' | 'too-long' | 'account-changed';

/** Longer than any shift (ASVS 7.3: an absolute limit). */
export const LONGEST_SESSION_MS = 12 * 3_600_000;
/** What a person may do whose PIN was chosen by somebody else. */
const BEFORE_PIN_CHANGE: ReadonlySet<string> = new Set(['changePin', 'signOut']);

export const hashSession = (secret: string): string => createHash('sha256').update(secret).digest('hex');
export const credentialOf = ({ pinHash }: StaffRecord): string =>
  createHash('sha256').update(pinHash).digest('hex').slice(0, 16);

export interface SessionsOptions {
  readonly accounts: Accounts;
  readonly clock: Clock;
  readonly idleMs: number;
  /** A session was found to be over. */
  readonly onEnd: (session: Session, why: SessionEnd) => void;
}

/**
 * Who is signed in where. Kept in memory, and in the hall's file so that a restart signs nobody out; when it was last used
 * is in memory only, and a restart counts as a use.
 */
export class Sessions {
  readonly #options: SessionsOptions;
  readonly #sessions = new Map<string, { readonly session: Session; usedAtMs: number }>();

  constructor(options: SessionsOptions) {
    this.#options = options;
  }

  /** In place of everything known before. */
  load(sessions: readonly Session[]): void {
    this.#sessions.clear();
    for (const session of sessions) this.add(session);
  }

  add(session: Session): void {
    this.#sessions.set(session.sessionHash, { session, usedAtMs: this.#options.clock.monotonicMs() });
  }

  remove(sessionHash: string): void {
    this.#sessions.delete(sessionHash);
  }

  /** The session that a secret stands for at this PC, or none. */
  at(secret: string, caller: Caller): readonly Session[] {
    const session = this.#find(secret, caller);
    return session === undefined ? [] : [session];
  }

  #find(secret: string | undefined, { name }: Caller): Session | undefined {
    const session = secret === undefined ? undefined : this.#sessions.get(hashSession(secret))?.session;
    return session?.device === name ? session : undefined;
  }

  /** All of this person's at this PC. */
  of({ name, staff }: Caller): readonly Session[] {
    return [...this.#sessions.values()]
      .map(({ session }) => session)
      .filter(({ device, staffNumber }) => device === name && staffNumber === staff?.staffNumber);
  }

  /** Whose hand it is, or why it may not. Counts as a use: an idle page is one that asks for nothing of this kind. */
  check(secret: string | undefined, caller: Caller, operation: string): Result<Staff, ApiError> {
    const session = this.#find(secret, caller);
    if (session === undefined) return err({ kind: 'staff-not-signed-in' });
    const account = this.#options.accounts.find(session.staffNumber);
    const end = this.#endOf(session, account);
    if (end !== undefined || account === undefined) {
      this.remove(session.sessionHash);
      this.#options.onEnd(session, end ?? 'account-changed');
      return err({ kind: 'staff-not-signed-in' });
    }
    if (account.mustChangePin && !BEFORE_PIN_CHANGE.has(operation)) return err({ kind: 'pin-must-change' });
    this.add(session);
    return ok({ staffNumber: session.staffNumber, role: account.role });
  }

  #endOf(session: Session, account: StaffRecord | undefined): SessionEnd | undefined {
    const { clock, idleMs } = this.#options;
    if (account === undefined || credentialOf(account) !== session.credential) return 'account-changed';
    const usedAtMs = this.#sessions.get(session.sessionHash)?.usedAtMs ?? 0;
    if (clock.monotonicMs() - usedAtMs > idleMs) return 'idle';
    return clock.nowMs() - session.startedAtMs > LONGEST_SESSION_MS ? 'too-long' : undefined;
  }
}
