import type { Database } from 'better-sqlite3';

/** What visitors said. Projections like the rest; the primary key says once more that a visit is rated once. */
export function createRatingTables(database: Database): void {
  database.exec(`
    create table rating (
      ticket_id    text primary key,
      -- The service day of the visit, not of the rating.
      day_id       text not null,
      rated_at     integer not null,
      level        integer not null check (level between 1 and 5),
      channel      text not null,
      service_code text not null,
      counter_id   text
    ) without rowid;
    create index rating_of_day on rating(day_id, level);
  `);
}

/** Tables that a replay of the journal rebuilds from nothing. */
export const RATING_TABLES = ['rating'] as const;
