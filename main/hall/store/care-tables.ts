import type { Database } from 'better-sqlite3';

/** Who wants to be visited, and when. Knows people by their ids of the vault only. */
export function createCareTables(database: Database): void {
  database.exec(`
    create table care_visit (
      care_id         text primary key,
      vault_id        text not null,
      helper_vault_id text,
      category        text not null,
      wish            text not null,
      need            text not null,
      -- Null: nobody needs to come again.
      follow_up_on    text,
      outcome         text,
      registered_at   integer not null,
      staff_number    text
    ) without rowid;
    -- Each visit that was made, for the counts.
    create table care_followed (
      place   integer primary key,
      day_id  text not null,
      care_id text not null,
      outcome text not null
    );
    create table home_visit (
      visit_id     text primary key,
      vault_id     text not null,
      purpose      text not null,
      date         text not null,
      part         text not null,
      booked_at    integer not null,
      outcome      text,
      ended_day_id text
    ) without rowid;
  `);
}

/** Tables that a replay of the journal rebuilds from nothing. */
export const CARE_TABLES = ['care_visit', 'care_followed', 'home_visit'] as const;
