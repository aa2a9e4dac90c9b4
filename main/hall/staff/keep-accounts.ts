import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import type { Clock } from '../../foundation/clock.ts';
import type { KeptListProblem } from '../../foundation/kept-list.ts';
import { newPin } from './new-pin.ts';
import { hashPin, PIN_COST, type PinCost } from './pin-hash.ts';
import { changeStaffFile, readStaffFile, staffFileIn, type StaffRecord } from './staff-file.ts';
import { openStaffKey } from './staff-key.ts';

export type StaffProblem =
  | KeptListProblem
  | { readonly kind: 'number-taken' }
  | { readonly kind: 'unknown-number' }
  /** No PIN of the file can be tried out any more. */
  | { readonly kind: 'key-lost' };
export type StaffChange = Result<void, StaffProblem>;

type WallClock = Pick<Clock, 'nowMs'>;
export type NewAccount = Pick<StaffRecord, 'staffNumber' | 'name' | 'role'>;

export const listStaff = (dataFolder: string): Result<readonly StaffRecord[], KeptListProblem> =>
  readStaffFile(staffFileIn(dataFolder));

/** Adds an account and answers its first PIN: the only time it is seen. */
export async function addStaff(
  dataFolder: string,
  account: NewAccount,
  clock: WallClock,
  { pin = newPin(account.staffNumber), cost = PIN_COST, mustChangePin = true }: FirstPin = {},
): Promise<Result<string, StaffProblem>> {
  const hashed = await firstHash(dataFolder, pin, cost);
  if (!hashed.ok) return hashed;
  const createdAt = new Date(clock.nowMs()).toISOString();
  const record = { ...account, pinHash: hashed.value, mustChangePin, createdAt };
  const changed = changeStaffFile<StaffProblem>(staffFileIn(dataFolder), clock.nowMs(), (staff) =>
    staff.some(({ staffNumber }) => staffNumber === account.staffNumber)
      ? err({ kind: 'number-taken' })
      : ok([...staff, record]),
  );
  return changed.ok ? ok(pin) : changed;
}

export interface FirstPin {
  readonly pin?: string;
  readonly cost?: PinCost;
  /** False where the person has chosen it. */
  readonly mustChangePin?: boolean;
}

/** For who forgot it: another first PIN. Sessions that were opened with the old one end. */
export async function giveNewPin(
  dataFolder: string,
  staffNumber: string,
  clock: WallClock,
): Promise<Result<string, StaffProblem>> {
  const pin = newPin(staffNumber);
  const hashed = await firstHash(dataFolder, pin, PIN_COST);
  if (!hashed.ok) return hashed;
  const changed = changeOne(dataFolder, staffNumber, clock, (record) => [
    { ...record, pinHash: hashed.value, mustChangePin: true },
  ]);
  return changed.ok ? ok(pin) : changed;
}

/** Takes an account away: running services notice within a second. */
export function removeStaff(dataFolder: string, staffNumber: string, clock: WallClock): StaffChange {
  return changeOne(dataFolder, staffNumber, clock, () => []);
}

function changeOne(
  dataFolder: string,
  staffNumber: string,
  clock: WallClock,
  change: (record: StaffRecord) => readonly StaffRecord[],
): StaffChange {
  return changeStaffFile<StaffProblem>(staffFileIn(dataFolder), clock.nowMs(), (staff) =>
    staff.some((record) => record.staffNumber === staffNumber)
      ? ok(staff.flatMap((record) => (record.staffNumber === staffNumber ? change(record) : [record])))
      : err({ kind: 'unknown-number' }),
  );
}

async function firstHash(
  dataFolder: string,
  pin: string,
  cost: PinCost,
): Promise<Result<string, StaffProblem>> {
  const key = openStaffKey(dataFolder);
  if (key.ok) return ok(await hashPin(pin, key.value.key, cost));
  const { error } = key;
  return err(
    error.kind === 'key-unreadable' ? { kind: 'not-writable', code: error.code } : { kind: 'key-lost' },
  );
}
