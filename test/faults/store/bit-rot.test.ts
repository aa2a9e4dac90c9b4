import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { verifyCommand } from '../../../main/cli/verify.ts';
import { systemClock } from '../../../main/foundation/clock.ts';
import { openDatabase } from '../../../main/foundation/sqlite/open-database.ts';
import { createJournal, createJournalTables } from '../../../main/hall/journal/index.ts';
import { temporaryFolder } from './tracing.ts';

const EVENTS = 600;
const FLIPS = 400;
/** The rest lies in space that no row uses: SQLite fills its pages only in part. */
const MOSTLY = 0.8;

function wholeFile(file: string): void {
  const opened = openDatabase({ file, migrations: [{ version: 1, up: createJournalTables }] });
  if (!opened.ok) throw new Error(opened.error.kind);
  const database = opened.value;
  const journal = createJournal({ database, clock: systemClock, bootId: 'boot' });
  database.transaction(() => {
    for (let index = 0; index < EVENTS; index += 1)
      journal.append('counter.closed', 1, { counterId: String(index) });
  })();
  database.exec('vacuum'); // no unused pages: every byte of the file is one that somebody reads
  database.close();
}

/** Everything that the file says: its tables' definitions and all their rows. Undefined when it cannot be read. */
function contentOf(file: string): string | undefined {
  const database = new Sqlite(file, { readonly: true });
  try {
    const tables = ['sqlite_schema', 'event', 'stream'].map((table) =>
      database.prepare(`select * from ${table}`).raw().safeIntegers().all(),
    );
    return tables
      .map((rows) => rows.map((row) => (row as unknown[]).map(cellText).join()).join('\n'))
      .join('\n\n');
  } catch {
    return undefined;
  } finally {
    database.close();
  }
}

const cellText = (cell: unknown): string =>
  cell instanceof Uint8Array ? Buffer.from(cell).toString('hex') : `${typeof cell} ${String(cell)}`;

test('one flipped bit anywhere in the file is found, or it changed nothing that the file says', async () => {
  const whole = join(temporaryFolder(), 'whole.sqlite');
  wholeFile(whole);
  const bytes = readFileSync(whole);
  const truth = contentOf(whole);
  const broken = join(temporaryFolder(), 'hall.sqlite');
  let found = 0;
  for (let flip = 0; flip < FLIPS; flip += 1) {
    const bit = Math.floor(((flip + 0.5) / FLIPS) * bytes.length * 8); // evenly over the file, the same every run
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    writeFileSync(broken, changed);
    const exitCode = await verifyCommand({ file: broken, write: () => undefined });
    if (exitCode === 0) expect(contentOf(broken), `bit ${bit}`).toBe(truth);
    else found += 1;
  }
  expect(found / FLIPS).toBeGreaterThanOrEqual(MOSTLY);
});
