import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { classifyDatabaseError } from '../../../main/foundation/sqlite/classify-error.ts';

const CASES = [
  ['SQLITE_FULL', 'disk-full', 'free-space-and-finish-the-day'],
  ['SQLITE_IOERR_FSYNC', 'input-output', 'reopen-and-verify'],
  ['SQLITE_IOERR_WRITE', 'input-output', 'reopen-and-verify'],
  ['SQLITE_CORRUPT', 'corrupt', 'stop-issuing-and-restore'],
  ['SQLITE_CORRUPT_INDEX', 'corrupt', 'stop-issuing-and-restore'],
  ['SQLITE_NOTADB', 'not-a-database', 'stop-issuing-and-restore'],
  ['SQLITE_READONLY_DIRECTORY', 'readonly', 'paper-emergency-mode'],
  ['SQLITE_BUSY', 'busy', 'try-again'],
  ['SQLITE_CANTOPEN', 'cannot-open', 'call-technician'],
] as const;

test.each(CASES)('%s means %s: %s', (code, kind, remedy) => {
  expect(classifyDatabaseError(new Sqlite.SqliteError('words', code))).toEqual({ kind, code, remedy });
});

test('a real full file is a full disk', () => {
  const database = new Sqlite(':memory:').exec('create table note (text)');
  database.pragma('max_page_count = 2');
  const fill = () => database.prepare('insert into note values (?)').run('x'.repeat(100_000));
  expect(thrownBy(fill)).toEqual({
    kind: 'disk-full',
    code: 'SQLITE_FULL',
    remedy: 'free-space-and-finish-the-day',
  });
});

test('a broken constraint and a wrong statement are bugs, not faults of the machine', () => {
  const database = new Sqlite(':memory:').exec('create table note (text not null)');
  expect(thrownBy(() => database.exec('insert into note values (null)'))).toBeUndefined();
  expect(thrownBy(() => database.exec('selekt'))).toBeUndefined();
  expect(classifyDatabaseError(new Error('SQLITE_FULL'))).toBeUndefined();
});

function thrownBy(act: () => unknown): ReturnType<typeof classifyDatabaseError> {
  try {
    act();
  } catch (error) {
    return classifyDatabaseError(error);
  }
  throw new Error('nothing was thrown');
}
