import { appendFileSync } from 'node:fs';
import { systemClock } from '../../../main/foundation/clock.ts';
import { classifyDatabaseError } from '../../../main/foundation/sqlite/classify-error.ts';
import { openDatabase, type Database } from '../../../main/foundation/sqlite/open-database.ts';
import {
  createJournal,
  createJournalTables,
  verifyJournal,
  type Journal,
} from '../../../main/hall/journal/index.ts';

/**
 * What a hall does on a failing disk: `<database> <acknowledgements> <count>`. Appends one event per transaction and
 * acknowledges each committed one in a file outside. A fault is classified and answered as its remedy says: a full disk
 * is tried again on the same handle, an input-output fault closes, opens again and verifies before going on.
 */
const [, , file = '', acknowledgements = '', count = '0'] = process.argv;
const OPEN_ATTEMPTS = 20;

interface Hall {
  readonly database: Database;
  readonly journal: Journal;
}

const note = (line: string): void => appendFileSync(acknowledgements, `${line}\n`);

/** Opening, too, happens on the failing disk. */
function openHall(): Hall {
  for (let attempt = 1; attempt <= OPEN_ATTEMPTS; attempt += 1) {
    const hall = tryOpen();
    if (hall !== undefined) return hall;
  }
  throw new Error('The disk never let us open');
}

function tryOpen(): Hall | undefined {
  const opened = openDatabase({ file, migrations: [{ version: 1, up: createJournalTables }] });
  if (!opened.ok) {
    note(`fault ${opened.error.kind} ${'code' in opened.error ? opened.error.code : ''}`);
    return undefined;
  }
  const database = opened.value;
  try {
    const journal = createJournal({ database, clock: systemClock, bootId: 'boot' });
    if (!verifyJournal(database).ok) throw new Error('The chain is broken after a fault');
    return { database, journal };
  } catch (error) {
    noteFault(error);
    close(database);
    return undefined;
  }
}

/** A failing disk may fail the closing as well; the handle is given up either way. */
function close(database: Database): void {
  try {
    database.close();
  } catch (error) {
    noteFault(error);
  }
}

/** Writes the classified fault down and answers its remedy; anything else is a bug and ends the program. */
function noteFault(error: unknown): string {
  const fault = classifyDatabaseError(error);
  if (fault === undefined) throw error;
  note(`fault ${fault.kind} ${fault.code}`);
  return fault.remedy;
}

function appendOne({ database, journal }: Hall, index: number): void {
  const counterId = String(index);
  const append = database.transaction(() => journal.append('counter.opened', 1, { counterId, services: [] }));
  append.immediate();
  note(`committed ${counterId}`);
}

let hall = openHall();
for (let index = 1; index <= Number(count); index += 1) {
  try {
    appendOne(hall, index);
  } catch (error) {
    if (noteFault(error) !== 'reopen-and-verify') continue;
    close(hall.database);
    hall = openHall();
  }
}
close(hall.database);
note('end');
