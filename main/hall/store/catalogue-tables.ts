import type { Database } from 'better-sqlite3';

/** What the hall says of its services differently from the shipped catalogue, and the checks of the way without a machine. */
export function createCatalogueTables(database: Database): void {
  database.exec(`
    create table catalogue_change (
      place        integer primary key,
      service_code text not null,
      from_date    text not null,
      until_date   text,
      field_values text not null,
      why          text not null,
      staff_number text,
      at           integer not null
    );
    create index catalogue_change_of_service on catalogue_change(service_code);
    create table channel_audit (
      place        integer primary key,
      audit_id     text not null,
      services     integer not null,
      findings     text not null,
      staff_number text,
      at           integer not null
    );
  `);
}

/** Tables that a replay of the journal rebuilds from nothing. */
export const CATALOGUE_TABLES = ['catalogue_change', 'channel_audit'] as const;
