import type { Database } from 'better-sqlite3';

/**
 * The ledger of problems and measures, self-inspections and reports. Difficulties that were reported before there was
 * this table come into it as they stand, so that each has its record.
 */
export function createLedgerTables(database: Database): void {
  database.exec(`
    create table ledger_record (
      -- Place in the journal: as they came in, whatever the clock said.
      place      integer primary key,
      record_id  text not null unique,
      -- How staff call it. Never given twice, since no record is ever taken out.
      number     integer not null unique,
      source     text not null,
      scene      text not null,
      about      text not null,
      item       text,
      opened_on  text not null,
      opened_at  integer not null,
      opened_by  text,
      state      text not null,
      response   text,
      owner      text,
      -- Null until somebody has taken it: then the usual term counts.
      due_on     text,
      closed_on  text
    );
    create index ledger_record_open on ledger_record(opened_on) where state <> 'closed';
    create index ledger_record_day on ledger_record(opened_on);

    create table ledger_step (
      place      integer primary key,
      record_id  text not null,
      change     text not null,
      done_on    text not null,
      done_at    integer not null,
      done_by    text,
      after      text
    );
    create index ledger_step_of on ledger_step(record_id, place);

    create table self_inspection (
      place         integer primary key,
      inspection_id text not null unique,
      inspection    text not null,
      record_ids    text not null,
      made_on       text not null,
      made_at       integer not null,
      made_by       text
    );
    create table measure_note (
      measure  integer primary key,
      state    text not null,
      evidence text not null,
      noted_at integer not null,
      noted_by text
    );
    create table upward_report (
      place      integer primary key,
      report_id  text not null unique,
      report     text not null,
      made_at    integer not null,
      made_by    text,
      sent_on    text,
      sent_to    text,
      sent_by    text
    );
  `);
  database.exec(DIFFICULTIES_BEFORE);
}

/** In the order of the journal, with the very places that a replay gives them. 68719476736: events an epoch. */
const DIFFICULTIES_BEFORE = `
  with said as (
    select epoch * 68719476736 + seq as place, kind, day_id, json_extract(cast(body as text), '$.difficultyId') as id
      from event where kind in ('difficulty.reported', 'difficulty.settled')
  )
  insert into ledger_record (place, record_id, number, source, scene, about, opened_on, opened_at, opened_by, state,
      closed_on)
    select reported.place, difficulty_id, row_number() over (order by reported.place), 'difficulty', 'public-service',
        json_object('difficulty', difficulty.kind), service_day.date, reported_at, reported_by,
        iif(settled_at is null, 'open', 'closed'), ended.date
      from said as reported
        join difficulty on difficulty_id = reported.id
        join service_day on service_day.day_id = difficulty.day_id
        left join said as settled on settled.id = reported.id and settled.kind = 'difficulty.settled'
        left join service_day as ended on ended.day_id = settled.day_id
     where reported.kind = 'difficulty.reported';
`;

/** Tables that a replay of the journal rebuilds from nothing. */
export const LEDGER_TABLES = [
  'ledger_record',
  'ledger_step',
  'self_inspection',
  'measure_note',
  'upward_report',
] as const;
