import { join } from 'node:path';
import { z } from 'zod';
import { ROLES, type Result } from '../../../preload/contracts/index.ts';
import { changeKeptList, readKeptList, type KeptListForm, type KeptListProblem } from '../kept-list.ts';

/** The name of a token's holder: "K1", "窗口3". Never a person. */
export const HolderName = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} _.-]{0,39}$/u);

export const AccessRecord = z.strictObject({
  role: z.enum(ROLES),
  name: HolderName,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  createdAt: z.iso.datetime({ offset: true }),
});
export type AccessRecord = z.output<typeof AccessRecord>;

const AccessFile = z.strictObject({ version: z.literal(1), tokens: z.array(AccessRecord).max(10_000) });

const FORM: KeptListForm<AccessRecord> = {
  read: (parsed) => AccessFile.safeParse(parsed).data?.tokens,
  write: (tokens) => ({ version: 1, tokens }),
};

export type AccessFileProblem = KeptListProblem;

/** Where the hashes of a service's tokens are kept. */
export const accessFileIn = (dataFolder: string): string => join(dataFolder, 'access.json');

/** The records of the file; none when there is no file yet. */
export const readAccessFile = (file: string): Result<readonly AccessRecord[], AccessFileProblem> =>
  readKeptList(file, FORM);

/** Reads, changes and replaces the file as one step; see `changeKeptList`. */
export const changeAccessFile = <Problem>(
  file: string,
  nowMs: number,
  change: (records: readonly AccessRecord[]) => Result<readonly AccessRecord[], Problem>,
): Result<void, Problem | AccessFileProblem> => changeKeptList(file, FORM, nowMs, change);
