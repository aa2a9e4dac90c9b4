import { accessSync, closeSync, constants, existsSync, openSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { classifyDatabaseError, faultOfKind, type DatabaseFault } from './classify-error.ts';
import { migrate, newestVersion, versionOf, type Migration } from './migrate.ts';
import { nativeBinding } from './native-binding.ts';
import { applyProfile, assertProfile, READER_PROFILE, WRITER_PROFILE } from './profile.ts';
import { takeWriterLock } from './writer-lock.ts';

export type { Migration } from './migrate.ts';
export type Database = Database.Database;

interface VersionMismatch {
  readonly file: string;
  readonly fileVersion: number;
  readonly programVersion: number;
}

export type OpenDatabaseError =
  | { readonly kind: 'directory-missing'; readonly file: string }
  | { readonly kind: 'file-missing'; readonly file: string }
  /** Another writer, most likely a second hall service, has this file. */
  | { readonly kind: 'in-use'; readonly file: string }
  | ({ readonly kind: 'newer-file' } & VersionMismatch)
  /** Only when opened for reading: a reader never migrates. */
  | ({ readonly kind: 'older-file' } & VersionMismatch)
  | (DatabaseFault & { readonly file: string });

export type OpenDatabaseOptions =
  | { readonly file: string; readonly migrations: readonly Migration[]; readonly readonly?: false }
  /** Without `migrations` a reader takes a file of any version. */
  | { readonly file: string; readonly readonly: true; readonly migrations?: readonly Migration[] };

/**
 * Opens a database file with the durable profile (WAL, synchronous=FULL, ...), every setting read back after a real
 * write, and brings it to this program's version. A writer holds the file alone until `close()`; readers come and go.
 * Everything that can be wrong with a disk or a file is a value; a wrong migration or pragma is a bug and throws.
 */
export function openDatabase(options: OpenDatabaseOptions): Result<Database, OpenDatabaseError> {
  if (!existsSync(dirname(options.file))) return err({ kind: 'directory-missing', file: options.file });
  if (options.readonly && !existsSync(options.file)) return err({ kind: 'file-missing', file: options.file });
  try {
    return options.readonly
      ? openReader(options.file, options.migrations)
      : openWriter(options.file, options.migrations);
  } catch (error) {
    const fault = classifyDatabaseError(error);
    if (fault === undefined) throw error;
    return err({ ...whenReadonlyPlace(fault, options.file), file: options.file });
  }
}

function openWriter(
  givenFile: string,
  migrations: readonly Migration[],
): Result<Database, OpenDatabaseError> {
  const file = existsSync(givenFile) ? realpathSync(givenFile) : givenFile; // one lock, whatever link led here
  const lock = takeWriterLock(file);
  if (lock === undefined) return err({ kind: 'in-use', file });
  const opened = [lock];
  const closeAll = (): void => opened.reverse().forEach((database) => database.close());
  try {
    createPrivate(file);
    const database = new Database(file, nativeBinding());
    opened.push(database);
    const fileVersion = versionOf(database); // before anything is written: a newer file stays as it is
    const programVersion = newestVersion(migrations);
    if (fileVersion > programVersion) {
      closeAll();
      return err({ kind: 'newer-file', file, fileVersion, programVersion });
    }
    applyProfile(database, WRITER_PROFILE);
    migrate(database, migrations);
    writeOnce(database);
    assertProfile(database, WRITER_PROFILE);
    return ok(releasingOnClose(database, lock));
  } catch (error) {
    closeAll();
    throw error;
  }
}

function openReader(file: string, migrations?: readonly Migration[]): Result<Database, OpenDatabaseError> {
  const database = new Database(file, { ...nativeBinding(), readonly: true });
  try {
    applyProfile(database, READER_PROFILE);
    const fileVersion = versionOf(database);
    const programVersion = migrations === undefined ? fileVersion : newestVersion(migrations);
    if (fileVersion === programVersion) return ok(database);
    database.close();
    const kind = fileVersion > programVersion ? 'newer-file' : 'older-file';
    return err({ kind, file, fileVersion, programVersion });
  } catch (error) {
    database.close();
    throw error;
  }
}

/** SQLite gives the WAL the file's own mode, so a database that only its owner reads is made before SQLite makes it. */
function createPrivate(file: string): void {
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
}

/** Writes the version it already has: the smallest write there is, and enough to show what the profile became. */
function writeOnce(database: Database): void {
  database.pragma(`user_version = ${versionOf(database)}`);
}

function releasingOnClose(database: Database, lock: Database): Database {
  const close = database.close.bind(database);
  database.close = () => {
    try {
      close();
    } finally {
      lock.close(); // whatever a failing disk says: else nobody could open the file anew
    }
    return database;
  };
  return database;
}

/** SQLite says "cannot open" for a folder or file that may not be written; staff need to hear "read only". */
function whenReadonlyPlace(fault: DatabaseFault, file: string): DatabaseFault {
  if (fault.kind !== 'cannot-open') return fault;
  try {
    accessSync(dirname(file), constants.R_OK | constants.W_OK);
    if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
    return fault;
  } catch {
    return faultOfKind('readonly', fault.code);
  }
}
