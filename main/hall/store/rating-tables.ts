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

    create table rating_case (
      -- Place in the journal: as they came in, whatever the clock said.
      case_order  integer primary key,
      case_id     text not null unique,
      ticket_id   text not null unique,
      real_name   integer not null,
      received_at integer not null,
      received_on text not null,
      state       text not null,
      judgement   text
    );
    create index rating_case_open on rating_case(received_on) where state <> 'closed';
    create index rating_case_day on rating_case(received_on);

    create table rating_case_step (
      -- Place in the journal.
      step_order integer primary key,
      case_id    text not null,
      step       text not null,
      done_on    text not null,
      done_at    integer not null,
      note       text,
      done_by    text
    );
    create index rating_case_step_of on rating_case_step(case_id, step_order);
  `);
}

/** Tables that a replay of the journal rebuilds from nothing. */
export const RATING_TABLES = ['rating', 'rating_case', 'rating_case_step'] as const;
