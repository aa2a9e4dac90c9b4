import Sqlite from 'better-sqlite3';
import { openDatabase } from '../../../main/foundation/sqlite/open-database.ts';

/** Commits so many one-row transactions: `<file> <count> ours|library`, with our profile or the library's default. */
const [, , file = '', count = '0', profile] = process.argv;
const migrations = [{ version: 1, up: (db: Sqlite.Database) => void db.exec('create table note (text)') }];

function openOurs(): Sqlite.Database {
  const opened = openDatabase({ file, migrations });
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value;
}

function openLikeTheLibrary(): Sqlite.Database {
  const database = new Sqlite(file);
  database.pragma('journal_mode = WAL');
  return database.exec('create table note (text)');
}

const database = profile === 'ours' ? openOurs() : openLikeTheLibrary();
const insert = database.prepare('insert into note values (?)');
for (let written = 0; written < Number(count); written += 1) {
  database.transaction(() => insert.run(`transaction ${written}`)).immediate();
}
database.close();
