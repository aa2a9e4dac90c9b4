import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { deriveKey, KEY_BYTES } from './field-cipher.ts';

/** The key that wraps the days' keys. `id` names it without giving it away. */
export interface MasterKey {
  readonly key: Uint8Array;
  readonly id: string;
}

export type KeyFileError =
  | { readonly kind: 'key-missing'; readonly file: string }
  /** Wrong length, wrong format or a wrong check: a torn or edited file. */
  | { readonly kind: 'key-damaged'; readonly file: string }
  /** Others than its owner may read it. `mode` is octal text, such as "644". */
  | { readonly kind: 'key-exposed'; readonly file: string; readonly mode: string }
  | { readonly kind: 'key-unreadable'; readonly file: string; readonly code: string };

const HEADER = 'songting-vault-key-1';
const CHECK_CHARACTERS = 16;
const ONE_LINE = new RegExp(`^${HEADER} ([0-9a-f]{${KEY_BYTES * 2}}) ([0-9a-f]{${CHECK_CHARACTERS}})\n$`);
const GROUP_AND_OTHERS = 0o077;

const checkOf = (key: Uint8Array): string =>
  createHash('sha256').update(HEADER).update(key).digest('hex').slice(0, CHECK_CHARACTERS);

function masterKey(key: Uint8Array): MasterKey {
  return { key, id: deriveKey(key, 'key name').toString('hex').slice(0, CHECK_CHARACTERS) };
}

/** The code of a system error such as ENOENT, or a rethrow: anything else is a bug. */
function systemCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}

/**
 * Reads the key file. On POSIX it is refused while its group or others may read it, since whoever copies it and the
 * database has everything. Windows keeps files by access lists, which `mode` does not show: the installer sets them.
 */
export function readKeyFile(file: string): Result<MasterKey, KeyFileError> {
  let opened: number | undefined;
  try {
    opened = openSync(file, 'r');
    const mode = fstatSync(opened).mode & 0o777;
    if (process.platform !== 'win32' && (mode & GROUP_AND_OTHERS) !== 0) {
      return err({ kind: 'key-exposed', file, mode: mode.toString(8) });
    }
    const key = parseKey(readFileSync(opened, 'latin1'));
    return key === undefined ? err({ kind: 'key-damaged', file }) : ok(masterKey(key));
  } catch (error) {
    const code = systemCode(error);
    return err(code === 'ENOENT' ? { kind: 'key-missing', file } : { kind: 'key-unreadable', file, code });
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}

function parseKey(text: string): Buffer | undefined {
  const [, hex = '', check = ''] = ONE_LINE.exec(text) ?? [];
  const key = Buffer.from(hex, 'hex');
  if (key.length !== KEY_BYTES || check.length !== CHECK_CHARACTERS) return undefined;
  return timingSafeEqual(Buffer.from(checkOf(key)), Buffer.from(check)) ? key : undefined;
}

/**
 * Makes a new key file that only its owner reads. Written beside and renamed, and flushed to disk with its folder
 * before anything is sealed with it: a power cut leaves a whole key file or none. Never replaces one.
 */
export function createKeyFile(file: string): Result<MasterKey, KeyFileError> {
  const key = randomBytes(KEY_BYTES);
  try {
    if (existsSync(file)) return err({ kind: 'key-unreadable', file, code: 'EEXIST' });
    writeDurably(`${file}.new`, `${HEADER} ${key.toString('hex')} ${checkOf(key)}\n`);
    renameSync(`${file}.new`, file);
    flushFolder(dirname(file));
    return ok(masterKey(key));
  } catch (error) {
    return err({ kind: 'key-unreadable', file, code: systemCode(error) });
  }
}

function writeDurably(file: string, text: string): void {
  const opened = openSync(file, 'w', 0o600);
  try {
    fchmodSync(opened, 0o600); // also when a torn earlier attempt left the name behind
    writeSync(opened, text);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** Without this a power cut can lose the new name though not the bytes. Windows cannot flush a folder. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
