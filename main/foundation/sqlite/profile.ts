import type { Database } from 'better-sqlite3';

const BUSY_TIMEOUT_MS = 5_000;
const JOURNAL_SIZE_LIMIT_BYTES = 64 * 1024 * 1024;

type Pragma = readonly [name: string, set: string, reads: string | number];

const ON = 1;
const OFF = 0;
const SYNCHRONOUS_FULL = 2;

const EVERY_CONNECTION: readonly Pragma[] = [
  ['busy_timeout', String(BUSY_TIMEOUT_MS), BUSY_TIMEOUT_MS],
  ['foreign_keys', 'ON', ON],
  ['trusted_schema', 'OFF', OFF],
  ['cell_size_check', 'ON', ON],
];

/**
 * better-sqlite3 is compiled so that a database in WAL silently drops to synchronous=NORMAL at its first write,
 * which loses committed tickets in a power cut. Setting FULL by name stops that; the assertion proves it did.
 */
export const WRITER_PROFILE: readonly Pragma[] = [
  ...EVERY_CONNECTION,
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', SYNCHRONOUS_FULL],
  ['secure_delete', 'ON', ON],
  ['journal_size_limit', String(JOURNAL_SIZE_LIMIT_BYTES), JOURNAL_SIZE_LIMIT_BYTES],
];

export const READER_PROFILE: readonly Pragma[] = [...EVERY_CONNECTION, ['query_only', 'ON', ON]];

export function applyProfile(database: Database, profile: readonly Pragma[]): void {
  for (const [name, set] of profile) database.pragma(`${name} = ${set}`);
  assertProfile(database, profile);
}

/** Throws when a pragma does not read back: a build of SQLite that ignores one is not fit for a hall. */
export function assertProfile(database: Database, profile: readonly Pragma[]): void {
  for (const [name, , expected] of profile) {
    const actual = database.pragma(name, { simple: true });
    if (actual !== expected) throw new Error(`PRAGMA ${name} is ${String(actual)}, not ${expected}`);
  }
}
