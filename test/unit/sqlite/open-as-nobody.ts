import Sqlite from 'better-sqlite3';
import { openDatabase } from '../../../main/foundation/sqlite/open-database.ts';

/** Opens the file named on the command line as a user who may not write, and prints what came of it. */
const NOBODY = 65_534;
const [, , file = ''] = process.argv;

new Sqlite(':memory:').close(); // the library is loaded while the checkout can still be read
if (process.getuid?.() === 0) {
  process.setgid?.(NOBODY);
  process.setuid?.(NOBODY);
}
const opened = openDatabase({ file, migrations: [] });
console.log(JSON.stringify(opened.ok ? 'opened' : opened.error));
