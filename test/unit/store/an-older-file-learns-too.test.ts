import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../../main/foundation/sqlite/migrate.ts';
import { hallMigrations } from '../../../main/hall/store/migrations.ts';

/** A file of the first version: two days that are over and one that is open. */
function olderFile(): Database.Database {
  const database = new Database(':memory:');
  migrate(database, hallMigrations.slice(0, 1));
  const day = database.prepare('insert into service_day values (?, ?)');
  const visit =
    database.prepare(`insert into visit (day_id, visit_id, service_code, priority_class, issued_wall,
    issued_at) values (?, ?, ?, 'ordinary', 0, 0)`);
  for (const n of [1, 2, 3]) {
    day.run(`day ${n}`, `2026-06-0${n}`);
    for (const [place, code] of ['LN-01', 'LN-01', 'JZ-01'].entries())
      visit.run(`day ${n}`, n * 10 + place, code);
  }
  database.prepare("insert into current_day values (1, 'day 3')").run();
  return database;
}

test('days from before ages were kept count for everybody, and the open day waits for its end', () => {
  const database = olderFile();
  migrate(database, hallMigrations);
  expect(database.prepare('select * from service_demand').raw().all()).toEqual([
    ['day 1', 'unknown', 'JZ-01', 1],
    ['day 1', 'unknown', 'LN-01', 2],
    ['day 2', 'unknown', 'JZ-01', 1],
    ['day 2', 'unknown', 'LN-01', 2],
  ]);
  expect(database.prepare('select count(age_band) from visit').pluck().get()).toBe(0);
});

test('what people came for is read by day, not out of all that ever was', () => {
  const database = olderFile();
  migrate(database, hallMigrations);
  const plan = database
    .prepare("explain query plan select * from service_demand where day_id in ('day 1', 'day 2')")
    .all() as { detail: string }[];
  expect(plan[0]?.detail).toBe('SEARCH service_demand USING PRIMARY KEY (day_id=?)');
});
