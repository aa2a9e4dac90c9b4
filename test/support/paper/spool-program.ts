import { systemClock } from '../../../main/foundation/clock.ts';
import { openDatabase } from '../../../main/foundation/sqlite/open-database.ts';
import { openTicketPrinter } from '../../../main/station/devices/ticket-printer/index.ts';
import { createSpool, spoolMigrations } from '../../../main/station/spool/index.ts';
import { ticketNumbered } from './sample-tickets.ts';

/**
 * A station's print spool as a process that a test can kill: `spool-program.ts FILE PRINTER NUMBER…` enqueues these
 * tickets, prints, writes each change of state as a JSON line, and ends by itself once no ticket is under way.
 */
const [file = '', address = '', ...numbers] = process.argv.slice(2);
const database = openDatabase({ file, migrations: spoolMigrations });
const opened = openTicketPrinter({ driver: 'esc-pos', interface: address, columns: 32, charset: 'gbk' });
if (!database.ok) throw new Error(database.error.kind);
if (!opened.ok) throw new Error(opened.error.kind);
const { printer, render } = opened.value;

const say = (facts: object): void => void process.stdout.write(`${JSON.stringify(facts)}\n`);
const spool = createSpool({
  database: database.value,
  printer,
  render,
  clock: systemClock,
  onState: finishWhenDone,
});
spool.start();
for (const number of numbers) {
  spool.enqueue({ jobId: `job-${number}`, ticketId: `tk-${number}`, paper: ticketNumbered(number) });
}
finishWhenDone();

function finishWhenDone(change?: object): void {
  if (change) say(change);
  const states = numbers.map((number) => spool.state(`tk-${number}`));
  if (!states.every((state) => state === 'confirmed' || state === 'unknown')) return;
  say({ done: Object.fromEntries(numbers.map((number, index) => [number, states[index]])) });
  void spool.stop().then(async () => {
    await printer.close();
    process.exit(0);
  });
}
