import type { Database } from 'better-sqlite3';
import { APPOINTMENT_TABLES } from './appointment-tables.ts';
import { ASSIST_TABLES } from './assist-tables.ts';
import { CARE_TABLES } from './care-tables.ts';
import { CATALOGUE_TABLES } from './catalogue-tables.ts';
import { DRAFT_TABLES } from './draft-tables.ts';
import { ELDER_TABLES } from './elder-tables.ts';
import { LEDGER_TABLES } from './ledger-tables.ts';
import { ORGANISATION_TABLES } from './organisation-tables.ts';
import { PROXY_TABLES } from './proxy-tables.ts';
import { SERVICE_DEMAND_TABLES } from './service-demand-tables.ts';
import { STEP_TABLES } from './step-tables.ts';
import { RATING_TABLES } from './rating-tables.ts';
import { VISIT_TABLES } from './visit-tables.ts';

/**
 * The tables the hall reads. Each is a projection of the journal, written in the same transaction as the event that
 * changes it, and can be rebuilt from it. `request` and `staff_session` are the exceptions: answers kept for a
 * day so that a retry is harmless, and who is signed in.
 */
export function createHallTables(database: Database): void {
  database.exec(`
    create table service_day (
      day_id text primary key,
      date   text not null
    ) without rowid;
    -- At most one row: the day that is open now.
    create table current_day (
      only   integer primary key check (only = 1),
      day_id text not null references service_day(day_id)
    );

    -- Counter rows, never max()+1: a number is used once in a service day whatever is cancelled, restored or restarted.
    create table number_series (
      day_id text not null,
      series text not null,
      last   integer not null,
      primary key (day_id, series)
    ) without rowid;

    create table ticket (
      ticket_id          text primary key,
      day_id             text not null,
      -- Order of issue over all days: decides every tie, so no clock is ever asked.
      issue_sequence     integer not null,
      number             text not null,
      series             text not null,
      service_code       text not null,
      priority_class     text not null,
      priority_reason    text not null,
      state              text not null,
      issued_at          integer not null,
      -- On the hall's own time, which follows the monotonic clock.
      queued_at          integer not null,
      called_at          integer,
      started_at         integer,
      -- Served before it was parked, milliseconds: the measured time is the time at the counter.
      served_ms          integer not null default 0,
      finished_at        integer,
      counter_id         text,
      call_count         integer not null default 0,
      missed_count       integer not null default 0,
      -- How many of its own class are called before a returned ticket may be. Null = not held back.
      held_back          integer,
      print_state        text not null default 'pending',
      holder_vault_id    text,
      companion_vault_id text,
      people             integer not null default 1,
      companion_relation text,
      -- The other matters of the visit, JSON lists of service codes. Null = none, as for nearly everybody.
      done_services      text,
      later_services     text,
      -- Waits for this counter alone. Null = for any that serves the service.
      for_counter_id        text,
      -- Who passed it on, and for what it was there: the way back.
      came_from_counter_id  text,
      came_from_service     text
    ) without rowid;
    create unique index ticket_number on ticket(day_id, number);
    -- Small whatever the history: only tickets that still matter stand in it. SQLite uses a partial index only for a
    -- query that repeats its condition word by word. It carries what the rules ask of a waiting ticket, so the queue is
    -- read from a page or two without touching the table.
    create index ticket_live on ticket(
        state, issue_sequence, queued_at, priority_class, service_code, missed_count, held_back,
        for_counter_id)
      where state in ('waiting', 'called', 'serving', 'parked', 'missed');

    create table counter (
      counter_id text primary key,
      state      text not null,
      services   text not null,
      ticket_id  text,
      -- Null unless paused.
      pause_reason text,
      -- Who opened it.
      staff_number text
    ) without rowid;

    create table call (
      call_sequence integer primary key,
      day_id        text not null,
      ticket_id     text not null,
      counter_id    text not null,
      called_at     integer not null,
      recall        integer not null
    );
    create index call_of_day on call(day_id, call_sequence);

    -- Running mean and spread of measured service times (Welford), one row a service.
    create table service_time (
      service_code text primary key,
      count        integer not null,
      mean         real not null,
      m2           real not null
    ) without rowid;

    create table queue_memory (
      only                    integer primary key check (only = 1),
      priority_calls_in_a_row integer not null,
      -- The call that wrote it last, by its event's order.
      last_call               integer not null
    );
    insert into queue_memory values (1, 0, 0);

    -- Wrong PINs in a row, by account and PC. An account that does not exist is counted under the empty number.
    create table sign_in_failure (
      staff_number text not null,
      device       text not null,
      count        integer not null,
      last_at      integer not null,
      primary key (staff_number, device)
    ) without rowid;

    -- Who is signed in. Not projected: the hash of a secret is no fact for the journal.
    create table staff_session (
      session_hash text primary key,
      staff_number text not null,
      device       text not null,
      credential   text not null,
      started_at   integer not null
    ) without rowid;

    -- In order of arrival, since request ids are random: a new answer goes to the last page, whichever id it has. Two
    -- days at most, so forgetting one may look at every row.
    create table request (
      request_id text not null unique,
      operation  text not null,
      digest     text not null,
      answer     text not null,
      day_id     text not null
    );
  `);
}

/** Tables that a replay of the journal rebuilds from nothing. */
export const PROJECTED_TABLES = [
  'current_day',
  'service_day',
  'number_series',
  'ticket',
  'counter',
  'call',
  'service_time',
  'queue_memory',
  ...STEP_TABLES,
  ...ASSIST_TABLES,
  ...PROXY_TABLES,
  ...DRAFT_TABLES,
  ...ELDER_TABLES,
  ...CARE_TABLES,
  ...CATALOGUE_TABLES,
  ...APPOINTMENT_TABLES,
  ...LEDGER_TABLES,
  ...ORGANISATION_TABLES,
  ...RATING_TABLES,
  'sign_in_failure',
  ...VISIT_TABLES,
  ...SERVICE_DEMAND_TABLES,
] as const;
