import type { Database } from 'better-sqlite3';

/** Calls for help and the ledger of difficulties. Neither knows a person. */
export function createAssistTables(database: Database): void {
  database.exec(`
    create table help (
      help_id     text primary key,
      day_id      text not null,
      kind        text not null,
      counter_id  text,
      place       text not null,
      asked_at    integer not null,
      wanted      text,
      answered_by text,
      answered    integer not null default 0,
      ended       integer not null default 0
    ) without rowid;
    -- Only those that somebody still waits for.
    create index help_open on help(day_id) where ended = 0;

    create table difficulty (
      difficulty_id text primary key,
      day_id        text not null,
      kind          text not null,
      counter_id    text,
      place         text not null,
      ticket_id     text,
      reported_at   integer not null,
      reported_by   text,
      settled_at    integer,
      settled_by    text,
      result        text
    ) without rowid;
    create index difficulty_by_time on difficulty(reported_at);
  `);
}

/** When a call for help that nobody answered was carried on to the supervisors. */
export function addHelpEscalation(database: Database): void {
  database.exec('alter table help add column escalated_at integer');
}

/** Tables that a replay of the journal rebuilds from nothing. */
export const ASSIST_TABLES = ['help', 'difficulty'] as const;
