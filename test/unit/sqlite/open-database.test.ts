import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import {
  openDatabase,
  type Database,
  type Migration,
} from '../../../main/foundation/sqlite/open-database.ts';

const createNotes: Migration = {
  version: 1,
  up: (database) => void database.exec('create table note (id integer primary key, text text)'),
};
const addAuthor: Migration = {
  version: 2,
  up: (database) => void database.exec('alter table note add column author text'),
};

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'songting-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'hall.sqlite');
}

function mustOpen(file: string, migrations: readonly Migration[] = [createNotes]): Database {
  const opened = openDatabase({ file, migrations });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  onTestFinished(() => void opened.value.close());
  return opened.value;
}

const fails = (file: string, kind: string) => ({ ok: false, error: { kind, file } });

test('every durable setting reads back after writing, in a new file and in one opened again', () => {
  const file = newFile();
  for (const round of [1, 2]) {
    const database = mustOpen(file);
    database.prepare('insert into note (text) values (?)').run(`round ${round}`);
    const read = (name: string) => database.pragma(name, { simple: true });
    expect(
      ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout', 'trusted_schema'].map(read),
    ).toEqual(['wal', 2, 1, 5_000, 0]);
    expect(['cell_size_check', 'secure_delete', 'journal_size_limit'].map(read)).toEqual([
      1,
      1,
      64 * 1024 * 1024,
    ]);
    database.close();
  }
});

test('the library alone drops to NORMAL at its first write: the reason for the assertion', () => {
  const file = newFile();
  const database = new Sqlite(file);
  onTestFinished(() => void database.close());
  database.pragma('journal_mode = WAL');
  const before = database.pragma('synchronous', { simple: true });
  database.exec('create table note (text)');
  expect([before, database.pragma('synchronous', { simple: true })]).toEqual([2, 1]);
});

test('a second writer of the same file is refused until the first closes, also through a link', () => {
  const file = newFile();
  const first = mustOpen(file);
  const link = `${file}.link`;
  if (process.platform !== 'win32') symlinkSync(file, link);
  const names = process.platform === 'win32' ? [file] : [file, link];
  for (const name of names)
    expect(openDatabase({ file: name, migrations: [createNotes] })).toEqual(fails(file, 'in-use'));
  first.prepare('insert into note (text) values (?)').run('undisturbed');
  first.close();
  expect(openDatabase({ file, migrations: [createNotes] }).ok && 'open').toBe('open');
});

test('readers come and go beside the writer and cannot write', () => {
  const file = newFile();
  const writer = mustOpen(file);
  writer.prepare('insert into note (text) values (?)').run('seen');
  const reader = openDatabase({ file, readonly: true, migrations: [createNotes] });
  if (!reader.ok) throw new Error(reader.error.kind);
  expect(reader.value.prepare('select text from note').pluck().all()).toEqual(['seen']);
  expect(() => reader.value.exec('delete from note')).toThrow(Sqlite.SqliteError);
  reader.value.close();
});

test('a file of an older program is brought forward with what is in it', () => {
  const file = newFile();
  const old = mustOpen(file, [createNotes]);
  old.prepare('insert into note (text) values (?)').run('kept');
  old.close();
  const database = mustOpen(file, [createNotes, addAuthor]);
  expect(database.prepare('select text, author from note').all()).toEqual([{ text: 'kept', author: null }]);
  expect(database.pragma('user_version', { simple: true })).toBe(2);
});

test('a file of a newer program is refused with both versions and left as it is', () => {
  const file = newFile();
  mustOpen(file, [createNotes, addAuthor]).close();
  const before = readFileSync(file);
  expect(openDatabase({ file, migrations: [createNotes] })).toEqual({
    ok: false,
    error: { kind: 'newer-file', file, fileVersion: 2, programVersion: 1 },
  });
  expect(readFileSync(file)).toEqual(before);
  mustOpen(file, [createNotes, addAuthor]); // the refusal let go of the lock
});

test('a reader is told of an older file; it never migrates', () => {
  const file = newFile();
  mustOpen(file, [createNotes]).close();
  const migrations = [createNotes, addAuthor];
  expect(openDatabase({ file, readonly: true, migrations })).toMatchObject(fails(file, 'older-file'));
  expect(openDatabase({ file, readonly: true }).ok).toBe(true);
});

test('a migration that fails half way leaves the version before it, whole', () => {
  const file = newFile();
  const half: Migration = {
    version: 2,
    up: (database) => {
      database.exec('alter table note add column author text');
      throw new Error('power cut');
    },
  };
  expect(() => openDatabase({ file, migrations: [createNotes, half] })).toThrow('power cut');
  const database = mustOpen(file, [createNotes]);
  const columns = database.prepare(`select name from pragma_table_info('note')`).pluck().all();
  expect([database.pragma('user_version', { simple: true }), columns]).toEqual([1, ['id', 'text']]);
});

test('migrations out of order are a mistake in the program', () => {
  expect(() => openDatabase({ file: newFile(), migrations: [addAuthor, createNotes] })).toThrow(
    'stands at place',
  );
});

test('a missing folder, a missing file, a text file and a file cut short each have a name', () => {
  const file = newFile();
  const nowhere = join(file, 'nowhere', 'hall.sqlite');
  expect(openDatabase({ file: nowhere, migrations: [] })).toEqual(fails(nowhere, 'directory-missing'));
  expect(openDatabase({ file, readonly: true })).toEqual(fails(file, 'file-missing'));
  expect(existsSync(file)).toBe(false);

  const text = `${file}.txt`;
  writeFileSync(text, 'this was never a database, and it is long enough to have a header'.repeat(40));
  expect(openDatabase({ file: text, migrations: [createNotes] })).toMatchObject({
    error: { kind: 'not-a-database', remedy: 'stop-issuing-and-restore' },
  });

  const database = mustOpen(file);
  database.prepare('insert into note (text) values (?)').run('x'.repeat(50_000));
  database.close();
  truncateSync(file, 8_192);
  expect(openDatabase({ file, migrations: [createNotes] })).toMatchObject({
    error: { kind: 'corrupt', code: 'SQLITE_CORRUPT', remedy: 'stop-issuing-and-restore' },
  });
});

test.runIf(process.platform !== 'win32')('a new file and its log belong to their owner alone', () => {
  const file = newFile();
  mustOpen(file).prepare('insert into note (text) values (?)').run('private');
  expect([file, `${file}-wal`].map((name) => statSync(name).mode & 0o777)).toEqual([0o600, 0o600]);
});

/** Root may write anywhere, so the question is asked as a user who may not. */
test.runIf(process.platform === 'linux')('a folder that may not be written is read only, not broken', () => {
  const file = newFile();
  mustOpen(file).close();
  chmodSync(file, 0o444);
  chmodSync(join(file, '..'), 0o555);
  const program = fileURLToPath(new URL('open-as-nobody.ts', import.meta.url));
  const child = spawnSync(process.execPath, [program, file], { encoding: 'utf8' });
  chmodSync(join(file, '..'), 0o700);
  expect(child.stderr).toBe('');
  expect(JSON.parse(child.stdout)).toMatchObject({ kind: 'readonly', remedy: 'paper-emergency-mode' });
});
