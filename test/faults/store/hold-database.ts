import { createInterface } from 'node:readline';
import { openDatabase } from '../../../main/foundation/sqlite/open-database.ts';

/** Opens the file as its writer, commits one note for each line it is given, and says so; until it is killed. */
const [, , file = ''] = process.argv;
const migrations = [
  { version: 1, up: (db: { exec(sql: string): unknown }) => void db.exec('create table note (text)') },
];
const opened = openDatabase({ file, migrations });
if (!opened.ok) {
  console.log(opened.error.kind);
} else {
  const insert = opened.value.prepare('insert into note values (?)');
  console.log('open');
  createInterface(process.stdin).on('line', (line) => {
    insert.run(line);
    console.log(`committed ${line}`);
  });
}
