import { join } from 'node:path';
import { z } from 'zod';
import { StaffNumber } from '../../../preload/contracts/ids.ts';
import { STAFF_ROLES } from '../../../preload/contracts/operation.ts';
import type { Result } from '../../../preload/contracts/result.ts';
import {
  changeKeptList,
  readKeptList,
  type KeptListForm,
  type KeptListProblem,
} from '../../foundation/kept-list.ts';

/** As it stands beside the counter number: what a visitor may read on any badge. */
export const StaffName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{M}·. -]{1,40}$/u);

/** One account. The PIN stands here only as a hash that needs another file to be tried out (see pin-hash.ts). */
export const StaffRecord = z.strictObject({
  staffNumber: StaffNumber,
  name: StaffName,
  role: z.enum(STAFF_ROLES),
  pinHash: z.string().startsWith('$argon2id$').max(400),
  /** The PIN was chosen by somebody else. */
  mustChangePin: z.boolean(),
  createdAt: z.iso.datetime({ offset: true }),
});
export type StaffRecord = z.output<typeof StaffRecord>;

const StaffFile = z.strictObject({ version: z.literal(1), staff: z.array(StaffRecord).max(1_000) });

const FORM: KeptListForm<StaffRecord> = {
  read: (parsed) => StaffFile.safeParse(parsed).data?.staff,
  write: (staff) => ({ version: 1, staff }),
};

/** The hall's accounts, in its data folder. */
export const staffFileIn = (dataFolder: string): string => join(dataFolder, 'staff.json');
/** The key without which no PIN of that file can be tried out. */
export const staffKeyFileIn = (dataFolder: string): string => join(dataFolder, 'staff.key');

/** The accounts; none when there is no file yet. */
export const readStaffFile = (file: string): Result<readonly StaffRecord[], KeptListProblem> =>
  readKeptList(file, FORM);

/** Reads, changes and replaces the file as one step; see `changeKeptList`. */
export const changeStaffFile = <Problem>(
  file: string,
  nowMs: number,
  change: (staff: readonly StaffRecord[]) => Result<readonly StaffRecord[], Problem>,
): Result<void, Problem | KeptListProblem> => changeKeptList(file, FORM, nowMs, change);
