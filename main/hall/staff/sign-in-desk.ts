import { createHmac } from 'node:crypto';
import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Caller, Handlers, Input, Output } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import type { Clock } from '../../foundation/clock.ts';
import type { Log } from '../../foundation/log/index.ts';
import type { Nothing, Signing } from '../services/signing.ts';
import type { Accounts } from './accounts.ts';
import { hashPin, verifyPin } from './pin-hash.ts';
import { weakness } from './pin-rules.ts';
import { credentialOf, hashSession, type Session, type Sessions } from './sessions.ts';
import type { StaffRecord } from './staff-file.ts';
import { openStaffKey } from './staff-key.ts';

export type StaffOperation =
  'signInInfo' | 'signIn' | 'signOut' | 'changePin' | 'lockedStaff' | 'unlockStaff';
export type StaffHandlers = Pick<Handlers<HallOperations>, StaffOperation>;
type DemoAccount = Output<HallOperations, 'signInInfo'>['demo'][number];

export interface SignInDeskParts {
  readonly dataFolder: string;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly idleMinutes: number;
  readonly demo: readonly DemoAccount[];
  readonly clock: Clock;
  readonly log: Pick<Log, 'error'>;
  /** Work on the hall's file, which may be failing just now. */
  readonly onFile: <Value>(work: (signing: Signing) => Result<Value, ApiError>) => Result<Value, ApiError>;
}

/** Judges PINs and opens sessions. */
export function createSignInDesk(parts: SignInDeskParts): StaffHandlers {
  const { accounts, sessions, idleMinutes } = parts;
  const judge = createJudge(parts);
  return {
    signInInfo: () => ok({ staffExists: accounts.all().length > 0, idleMinutes, demo: [...parts.demo] }),
    signIn: (input, caller) => judge.inTurn(() => signIn(parts, judge, input, caller)),
    signOut: ({ requestId, session: secret }, caller) => {
      const own = sessions.at(secret, caller);
      const mutation = { operation: 'signOut', requestId, content: { session: hashSession(secret) } };
      const ended = parts.onFile((signing) => signing.signedOut(mutation, own));
      if (ended.ok) for (const { sessionHash } of own) sessions.remove(sessionHash);
      return ended;
    },
    changePin: (input, caller) => judge.inTurn(() => changePin(parts, judge, input, caller)),
    lockedStaff: () =>
      parts.onFile((signing) => {
        const locked = signing.locked().map(({ staffNumber, device, forMs }) => ({
          ...{ staffNumber, device },
          name: accounts.find(staffNumber)?.name ?? staffNumber,
          retryAfterSeconds: Math.ceil(forMs / 1000),
        }));
        return ok({ locked });
      }),
    unlockStaff: ({ requestId, staffNumber }, { staff }) => {
      if (accounts.find(staffNumber) === undefined) return err({ kind: 'unknown-staff', staffNumber });
      const mutation = { operation: 'unlockStaff', requestId, content: { staffNumber } };
      const by = staff?.staffNumber ?? staffNumber;
      return parts.onFile((signing) => signing.unlocked(mutation, staffNumber, by));
    },
  };
}

async function signIn(
  parts: SignInDeskParts,
  judge: Judge,
  { requestId, staffNumber, pin, session: secret }: Input<HallOperations, 'signIn'>,
  caller: Caller,
): Promise<Result<Output<HallOperations, 'signIn'>, ApiError>> {
  const judged = await judge.pin(staffNumber, pin, caller.name);
  if (!judged.ok) return judged;
  const account = judged.value;
  const session: Session = {
    sessionHash: hashSession(secret),
    staffNumber,
    device: caller.name,
    credential: credentialOf(account),
    startedAtMs: parts.clock.nowMs(),
  };
  const { name, role, mustChangePin } = account;
  const content = { staffNumber, session: session.sessionHash };
  const signedIn = parts.onFile((signing) =>
    signing.signedIn({ operation: 'signIn', requestId, content }, session, account, {
      ...{ staffNumber, name, role, mustChangePin },
      idleMinutes: parts.idleMinutes,
    }),
  );
  if (signedIn.ok) parts.sessions.add(session);
  return signedIn;
}

async function changePin(
  parts: SignInDeskParts,
  judge: Judge,
  { requestId, pin, newPin }: Input<HallOperations, 'changePin'>,
  caller: Caller,
): Promise<Result<Nothing, ApiError>> {
  const staffNumber = caller.staff?.staffNumber ?? '';
  const key = judge.key();
  if (!key.ok) return key;
  // A PIN's plain digest would be as good as the PIN.
  const content = { staffNumber, newPin: createHmac('sha256', key.value).update(newPin).digest('base64url') };
  const mutation = { operation: 'changePin', requestId, content };
  const earlier = parts.onFile((signing) => ok(signing.answered(mutation)));
  if (!earlier.ok) return earlier;
  if (earlier.value !== undefined) return earlier.value;
  const weak = pin === newPin ? 'same-as-before' : weakness(newPin, staffNumber);
  if (weak !== undefined) return err({ kind: 'weak-pin', reason: weak });
  const judged = await judge.pin(staffNumber, pin, caller.name);
  if (!judged.ok) return judged;
  const changed = { ...judged.value, pinHash: await hashPin(newPin, key.value), mustChangePin: false };
  const replaced = parts.accounts.replace(changed);
  if (!replaced.ok) return judge.broken(replaced.error.kind);
  if (!replaced.value) return err({ kind: 'unknown-staff', staffNumber });
  const renewed = parts.sessions.of(caller).map((one) => ({ ...one, credential: credentialOf(changed) }));
  for (const session of renewed) parts.sessions.add(session);
  return parts.onFile((signing) => signing.pinChanged(mutation, staffNumber, renewed));
}

type Judge = ReturnType<typeof createJudge>;

/** One PIN at a time: many guesses at once would all be tried before the first failure counts. */
function createJudge({ accounts, dataFolder, log, onFile }: SignInDeskParts) {
  let turn: Promise<unknown> = Promise.resolve();
  let nobodysHash: Promise<string> | undefined;

  const broken = (kind: string): Result<never, ApiError> => {
    log.error('staff accounts cannot be used', { kind });
    return err({ kind: 'internal' });
  };
  const key = (): Result<Uint8Array, ApiError> => {
    const opened = openStaffKey(dataFolder);
    return opened.ok ? ok(opened.value.key) : broken(opened.error.kind);
  };
  const judged = async (
    account: StaffRecord | undefined,
    pin: string,
    secret: Uint8Array,
  ): Promise<boolean> => {
    if (account !== undefined) return verifyPin(pin, secret, account.pinHash);
    // As long as for a number that exists: the time must not tell which do.
    nobodysHash ??= hashPin('nobody', secret);
    await verifyPin(pin, secret, await nobodysHash);
    return false;
  };

  return {
    key,
    broken,
    inTurn: <Value>(work: () => Promise<Value>): Promise<Value> => {
      const next = turn.then(work, work);
      turn = next.catch(() => undefined);
      return next;
    },
    pin: async (staffNumber: string, pin: string, device: string): Promise<Result<StaffRecord, ApiError>> => {
      const account = accounts.find(staffNumber);
      const counted = account === undefined ? '' : staffNumber;
      const locked = onFile((signing) => ok(signing.lockedForMs(counted, device)));
      if (!locked.ok) return locked;
      if (locked.value > 0) {
        return err({ kind: 'locked-out', retryAfterSeconds: Math.ceil(locked.value / 1000) });
      }
      const secret = key();
      if (!secret.ok) return secret;
      if ((await judged(account, pin, secret.value)) && account !== undefined) return ok(account);
      const noted = onFile((signing) => signing.refused(counted, device));
      return noted.ok ? err({ kind: 'wrong-pin' }) : noted;
    },
  };
}
