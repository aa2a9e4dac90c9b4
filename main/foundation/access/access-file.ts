import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { err, ok, ROLES, type Result } from '../../../preload/contracts/index.ts';

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

export type AccessFileProblem =
  | { readonly kind: 'unreadable'; readonly code: string }
  | { readonly kind: 'not-an-access-file' }
  | { readonly kind: 'not-writable'; readonly code: string }
  /** Another enrolment is writing. */
  | { readonly kind: 'busy' };

/** Where the hashes of a service's tokens are kept. */
export const accessFileIn = (dataFolder: string): string => join(dataFolder, 'access.json');

/** The records of the file; none when there is no file yet. */
export function readAccessFile(file: string): Result<readonly AccessRecord[], AccessFileProblem> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (fault) {
    return codeOf(fault) === 'ENOENT' ? ok([]) : err({ kind: 'unreadable', code: codeOf(fault) });
  }
  const parsed = AccessFile.safeParse(parseJson(text));
  return parsed.success ? ok(parsed.data.tokens) : err({ kind: 'not-an-access-file' });
}

/** After this a half-written file is the rest of a crash, not a running enrolment. */
const ABANDONED_AFTER_MS = 10_000;

/**
 * Reads, changes and replaces the file as one step: a crash leaves the old or the new one, never half of it, and two
 * enrolments at once cannot lose each other's token. Readable by the service's own account only.
 */
export function changeAccessFile<Problem>(
  file: string,
  nowMs: number,
  change: (records: readonly AccessRecord[]) => Result<readonly AccessRecord[], Problem>,
): Result<void, Problem | AccessFileProblem> {
  const draft = `${file}.new`;
  const opened = openDraft(file, draft, nowMs);
  if (!opened.ok) return opened;
  try {
    const before = readAccessFile(file);
    const after = before.ok ? change(before.value) : before;
    if (!after.ok) return withdraw(draft, after);
    writeSync(opened.value, `${JSON.stringify({ version: 1, tokens: after.value }, null, 2)}\n`);
    fsyncSync(opened.value);
    renameSync(draft, file);
    syncFolder(dirname(file));
    return ok(undefined);
  } catch (fault) {
    return withdraw(draft, err({ kind: 'not-writable', code: codeOf(fault) }));
  } finally {
    closeSync(opened.value);
  }
}

/** Only on the way out without a rename: after it, a draft of this name is another process's lock. */
function withdraw<Refusal>(draft: string, refusal: Refusal): Refusal {
  rmSync(draft, { force: true });
  return refusal;
}

/** The draft is the lock: only one process can create it. */
function openDraft(file: string, draft: string, nowMs: number): Result<number, AccessFileProblem> {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    removeAbandoned(draft, nowMs);
    return ok(openSync(draft, 'wx', 0o600));
  } catch (fault) {
    const code = codeOf(fault);
    return err(code === 'EEXIST' ? { kind: 'busy' } : { kind: 'not-writable', code });
  }
}

function removeAbandoned(draft: string, nowMs: number): void {
  const status = statSync(draft, { throwIfNoEntry: false });
  if (status !== undefined && nowMs - status.mtimeMs > ABANDONED_AFTER_MS) rmSync(draft, { force: true });
}

/** Makes the new name durable. Windows has no such call for folders: NTFS journals the rename itself. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : 'fault';
}
