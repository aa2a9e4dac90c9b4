import { ok, type Result } from '../../../preload/contracts/result.ts';
import type { Clock } from '../../foundation/clock.ts';
import { stampOf, type KeptListProblem } from '../../foundation/kept-list.ts';
import { changeStaffFile, readStaffFile, staffFileIn, type StaffRecord } from './staff-file.ts';

/** The hall's people, as the file says now: accounts are added and taken away while the hall runs. */
export interface Accounts {
  all(): readonly StaffRecord[];
  find(staffNumber: string): StaffRecord | undefined;
  /** Replaces one account. False: there is none of this number any more. */
  replace(record: StaffRecord): Result<boolean, KeptListProblem>;
}

export interface AccountsOptions {
  readonly dataFolder: string;
  readonly clock: Clock;
  /** A changed file cannot be read: the accounts known before stay. */
  readonly onProblem: (problem: KeptListProblem) => void;
}

/** An account that was taken away is refused within this time. */
const LOOK_AGAIN_AFTER_MS = 1_000;

/** Opens the accounts of this data folder; a file that cannot be read at the start is an error. */
export function openAccounts({
  dataFolder,
  clock,
  onProblem,
}: AccountsOptions): Result<Accounts, KeptListProblem> {
  const file = staffFileIn(dataFolder);
  let staff = new Map<string, StaffRecord>();
  let seen = '';
  let lookedAtMs = Number.NEGATIVE_INFINITY;

  const look = (): KeptListProblem | undefined => {
    if (clock.monotonicMs() - lookedAtMs < LOOK_AGAIN_AFTER_MS) return undefined;
    lookedAtMs = clock.monotonicMs();
    const stamp = stampOf(file);
    if (stamp === seen) return undefined;
    const read = readStaffFile(file);
    if (!read.ok) return read.error;
    seen = stamp;
    staff = new Map(read.value.map((record) => [record.staffNumber, record]));
    return undefined;
  };
  const current = (): ReadonlyMap<string, StaffRecord> => {
    const problem = look();
    if (problem !== undefined) onProblem(problem);
    return staff;
  };
  const first = look();
  if (first !== undefined) return { ok: false, error: first };
  return ok({
    all: () => [...current().values()],
    find: (staffNumber) => current().get(staffNumber),
    replace: (record) => {
      let found = false;
      const changed = changeStaffFile(file, clock.nowMs(), (records) => {
        found = records.some(({ staffNumber }) => staffNumber === record.staffNumber);
        return ok(records.map((one) => (one.staffNumber === record.staffNumber ? record : one)));
      });
      lookedAtMs = Number.NEGATIVE_INFINITY;
      return changed.ok ? ok(found) : changed;
    },
  });
}
