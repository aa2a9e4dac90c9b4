import type { Database } from 'better-sqlite3';

/** What statistics ask of each ticket, apart from the ticket itself, which only the day at hand needs. */
export function createVisitTables(database: Database): void {
  database.exec(`
    -- The hall's own time less the monotonic clock of this run of the program: with it every event has a time that no
    -- setting of the wall clock moves. No row before the first start that told it.
    create table hall_clock (
      only      integer primary key check (only = 1),
      offset_ms integer not null
    );

    create table visit (
      day_id         text not null,
      -- The ticket's issue_sequence.
      visit_id       integer not null,
      service_code   text not null,
      priority_class text not null,
      -- Wall clock, for the hour; everything below is on the hall's own time.
      issued_wall    integer not null,
      issued_at      integer not null,
      wait_low       integer,
      wait_high      integer,
      called_at      integer,
      counter_id     text,
      -- What the counter could call then, JSON; empty = all.
      call_services  text,
      -- 0: served at once, without having waited for a number.
      queued         integer not null default 1,
      -- Of the matter at hand; null while nobody is served.
      started_at     integer,
      served_before  integer not null default 0,
      -- The matters that are over: a JSON list of [service, counter, milliseconds]. Null = none yet.
      served         text,
      missed_count   integer not null default 0,
      end_state      text,
      ended_at       integer,
      -- A day lies together, and a new visit costs one page: no other index.
      primary key (day_id, visit_id)
    ) without rowid;
    create index service_day_by_date on service_day(date);
  `);
}

/** Tables that a replay of the journal rebuilds from nothing. */
export const VISIT_TABLES = ['hall_clock', 'visit'] as const;
