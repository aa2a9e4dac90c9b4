import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ManualClock } from '../../../main/foundation/clock.ts';
import { openDatabase, type Database } from '../../../main/foundation/sqlite/open-database.ts';
import {
  createJournal,
  createJournalTables,
  uuidV7,
  type Journal,
} from '../../../main/hall/journal/index.ts';
import type { JournalOptions } from '../../../main/hall/journal/index.ts';
import { createVaultTables } from '../../../main/hall/vault/index.ts';

export const hallMigrations = [
  { version: 1, up: createJournalTables },
  { version: 2, up: createVaultTables },
] as const;

/** A folder that goes away with its test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'songting-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function openHallFile(file: string): Database {
  const opened = openDatabase({ file, migrations: hallMigrations });
  if (!opened.ok) throw new Error(`Cannot open: ${JSON.stringify(opened.error)}`);
  return opened.value;
}

export function openHallFileForReading(file: string): Database {
  const opened = openDatabase({ file, readonly: true, migrations: hallMigrations });
  if (!opened.ok) throw new Error(`Cannot read: ${JSON.stringify(opened.error)}`);
  onTestFinished(() => void opened.value.close());
  return opened.value;
}

export interface HallFile {
  readonly file: string;
  readonly database: Database;
  readonly clock: ManualClock;
  readonly journal: Journal;
}

/** A real file with a journal on it; closed and removed with the test. */
export function hallFile(options: Pick<JournalOptions, 'project'> = {}): HallFile {
  const file = join(temporaryFolder(), 'hall.sqlite');
  const database = openHallFile(file);
  onTestFinished(() => void database.close());
  const clock = new ManualClock('2026-03-02T08:30:00+08:00');
  const journal = createJournal({ database, clock, bootId: 'boot-1', ...options });
  return { file, database, clock, journal };
}

export const newUuid = (): Uint8Array => uuidV7(Date.UTC(2026, 2, 2));

/** Opens the day and writes counter events until the journal holds `count`, each in its own transaction. */
export function fill({ database, journal, clock }: HallFile, count: number): void {
  const write = database.transaction((index: number) => {
    if (index === 0) journal.append('day.opened', 1, { date: '2026-03-02' });
    else
      journal.append('counter.opened', 1, { counterId: String(index % 9), services: [`LN-0${index % 9}`] });
  });
  for (let index = 0; index < count; index += 1) {
    clock.advance(1_234);
    write.immediate(index);
  }
}

/** What a person with the file and a tool can do: the triggers are gone, the chain is all that is left. */
export function withoutTriggers(database: Database): Database {
  return database.exec('drop trigger event_is_never_changed; drop trigger event_is_never_removed;');
}
