import Database from 'better-sqlite3';
import { nativeBinding } from './native-binding.ts';

/**
 * Takes the one writer's lock of a database file, or answers undefined when another connection holds it, in this
 * process or any other. It is an operating-system lock on `<file>-lock`, so the end of the process releases it
 * however it ends; the file itself stays empty and means nothing. Close the answer to release it.
 *
 * The transaction stays open and is never committed: nothing is ever written, so a power cut cannot damage it.
 */
export function takeWriterLock(file: string): Database.Database | undefined {
  const lock = new Database(`${file}-lock`, { ...nativeBinding(), timeout: 0 });
  try {
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return undefined;
    throw error;
  }
}
