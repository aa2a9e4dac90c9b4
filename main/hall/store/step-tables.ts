import type { Database } from 'better-sqlite3';

/** The last step of each counter, as long as nothing else has touched the counter or the ticket since. */
export function createStepTables(database: Database): void {
  database.exec(`
    create table last_step (
      counter_id text primary key,
      ticket_id  text not null unique,
      step       text not null,
      step_order integer not null,
      -- When, on the monotonic clock of one run of the program: another run cannot know how long ago it was.
      boot_id    text not null,
      at_mono    integer not null,
      -- For showing.
      at_wall    integer not null,
      -- The ticket's rows before the step, and what else the step changed. JSON.
      before     text not null,
      traces     text
    ) without rowid;
  `);
}

/** Tables that a replay of the journal rebuilds from nothing. */
export const STEP_TABLES = ['last_step'] as const;
