import { join } from 'node:path';
import type { Database as Db } from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { BenchHall } from '../../bench/core/bench-hall.ts';
import { writeHistory } from '../../bench/history/write-history.ts';
import { openDatabase } from '../../../main/foundation/sqlite/open-database.ts';
import { systemClock } from '../../../main/foundation/clock.ts';
import { createJournal, verifyJournal } from '../../../main/hall/journal/index.ts';
import { HALL_FILE } from '../../../main/hall/files.ts';
import { createMemory } from '../../../main/hall/store/memory.ts';
import { hallMigrations } from '../../../main/hall/store/migrations.ts';
import { createProjector, emptyProjections } from '../../../main/hall/store/projections.ts';
import { temporaryFolder } from '../../support/open-test-hall.ts';

/** More than one day, the last one not full. */
const TICKETS = 1_040;
/** A print state is told by another event, a number's series and the counters by the day: what visits leave is compared. */
const TABLES = {
  service_day: 'day_id, date',
  current_day: 'day_id',
  number_series: 'day_id, series, last',
  call: '*',
  visit: '*',
  ticket: `ticket_id, day_id, issue_sequence, number, series, service_code, priority_class, priority_reason, state,
    issued_at, queued_at, called_at, started_at, finished_at, counter_id, call_count, missed_count, held_back`,
} as const;

function tablesOf(database: Db): Record<string, unknown[]> {
  return Object.fromEntries(
    Object.entries(TABLES).map(([table, columns]) => [
      table,
      database.prepare(`select ${columns} from ${table}`).all(),
    ]),
  );
}

const serviceTimes = (database: Db): { mean: number; m2: number }[] =>
  database.prepare('select mean, m2 from service_time order by service_code').all() as never;

function openWritten(folder: string): Db {
  const opened = openDatabase({ file: join(folder, HALL_FILE), migrations: hallMigrations });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  onTestFinished(() => void opened.value.close());
  return opened.value;
}

test('a bulk history is what the hall would have written: its chain verifies, its tables are its replay', () => {
  const folder = temporaryFolder();
  writeHistory(folder, TICKETS);
  const database = openWritten(folder);
  expect(verifyJournal(database)).toMatchObject({ ok: true, events: TICKETS * 4 + 2 });

  const [written, times] = [tablesOf(database), serviceTimes(database)];
  expect(written['ticket']).toHaveLength(TICKETS);
  const project = createProjector(database, createMemory(database));
  const journal = createJournal({ database, clock: systemClock, bootId: 'test' });
  database.transaction(() => {
    emptyProjections(database);
    journal.replay(project);
  })();
  expect(tablesOf(database)).toEqual(written);
  for (const [place, { mean, m2 }] of serviceTimes(database).entries()) {
    expect(times[place]?.mean).toBeCloseTo(mean, 6);
    expect(times[place]?.m2).toBeCloseTo(m2, 3);
  }
});

test('a hall goes on after it with a new day and the first number', () => {
  const folder = temporaryFolder();
  writeHistory(folder, TICKETS);
  const hall = new BenchHall(folder);
  hall.do('openCounter', { counterId: '1' });
  expect(hall.do('issueTicket', { serviceCode: 'LN-01' })).toMatchObject({
    number: expect.stringMatching(/^[A-Z]001$/) as string,
    waitingAhead: 0,
  });
  hall.close();
});
