import type { Database } from 'better-sqlite3';

/** Elders of the hall's own list, their checks and answers. Knows people by their ids of the vault only. */
export function createElderTables(database: Database): void {
  database.exec(`
    -- The newest that replaced the others is the one that counts.
    create table elder_list (
      list_id  text primary key,
      place    integer not null,
      replaced integer not null default 0
    ) without rowid;

    create table elder (
      beneficiary_id text primary key,
      -- Order of the list, by its event: lists are read in it.
      place          integer not null,
      list_id        text not null,
      vault_id       text not null,
      benefits       text not null,
      has_phone      integer not null,
      proactive      text not null default 'SELECTED',
      -- Up to which day's new amount somebody has reviewed.
      tier_confirmed text
    ) without rowid;
    create index elder_of_list on elder(list_id, place);
    create index elder_by_vault on elder(vault_id);

    create table certification (
      certification_id text primary key,
      day_id           text not null,
      beneficiary_id   text not null,
      cycle            text not null,
      benefits         text not null,
      mode             text not null,
      result           text not null,
      -- Null: staff have not looked at it.
      confirmed        integer,
      staff_number     text
    ) without rowid;
    create index certification_of_elder on certification(beneficiary_id, cycle);

    create table elder_answer (
      place          integer primary key,
      day_id         text not null,
      beneficiary_id text not null,
      answer         text not null,
      how            text not null
    );

    create table stop_task (
      task_id        text primary key,
      beneficiary_id text not null,
      cause          text not null,
      reported_at    integer not null,
      decision       text,
      decided_by     text,
      decided_day_id text
    ) without rowid;
    create index stop_task_of_elder on stop_task(beneficiary_id);
  `);
}

/** Tables that a replay of the journal rebuilds from nothing. */
export const ELDER_TABLES = ['elder_list', 'elder', 'certification', 'elder_answer', 'stop_task'] as const;
