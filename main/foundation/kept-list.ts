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
import { dirname } from 'node:path';
import { err, ok, type Result } from '../../preload/contracts/index.ts';

export type KeptListProblem =
  | { readonly kind: 'unreadable'; readonly code: string }
  /** Damaged, or of another program. */
  | { readonly kind: 'not-such-a-file' }
  | { readonly kind: 'not-writable'; readonly code: string }
  /** Another process is writing. */
  | { readonly kind: 'busy' };

/** How a file is read and written: JSON text into records, and back. */
export interface KeptListForm<Item> {
  /** Undefined: the text is not such a file. */
  read(parsed: unknown): readonly Item[] | undefined;
  write(records: readonly Item[]): unknown;
}

/** The records of the file; none when there is no file yet. */
export function readKeptList<Item>(
  file: string,
  form: KeptListForm<Item>,
): Result<readonly Item[], KeptListProblem> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (fault) {
    return codeOf(fault) === 'ENOENT' ? ok([]) : err({ kind: 'unreadable', code: codeOf(fault) });
  }
  const records = form.read(parseJson(text));
  return records === undefined ? err({ kind: 'not-such-a-file' }) : ok(records);
}

/** After this a half-written file is the rest of a crash, not a running change. */
const ABANDONED_AFTER_MS = 10_000;

/**
 * Reads, changes and replaces a small file as one step: a crash leaves the old or the new one, never half of it, and two
 * changes at once cannot lose each other's. Readable by the service's own account only.
 */
export function changeKeptList<Item, Problem>(
  file: string,
  form: KeptListForm<Item>,
  nowMs: number,
  change: (records: readonly Item[]) => Result<readonly Item[], Problem>,
): Result<void, Problem | KeptListProblem> {
  const draft = `${file}.new`;
  const opened = openDraft(file, draft, nowMs);
  if (!opened.ok) return opened;
  try {
    const before = readKeptList(file, form);
    const after = before.ok ? change(before.value) : before;
    if (!after.ok) return withdraw(draft, after);
    writeSync(opened.value, `${JSON.stringify(form.write(after.value), null, 2)}\n`);
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

/** Tells one state of such a file from another. It is always replaced, never written into: a new one has another inode or time. */
export function stampOf(file: string): string {
  const status = statSync(file, { throwIfNoEntry: false, bigint: true });
  return status === undefined ? 'none' : `${status.ino}:${status.mtimeNs}:${status.size}`;
}

/** Only on the way out without a rename: after it, a draft of this name is another process's lock. */
function withdraw<Refusal>(draft: string, refusal: Refusal): Refusal {
  rmSync(draft, { force: true });
  return refusal;
}

/** The draft is the lock: only one process can create it. */
function openDraft(file: string, draft: string, nowMs: number): Result<number, KeptListProblem> {
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
