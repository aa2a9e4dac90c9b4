import type { Database } from 'better-sqlite3';

/** The register of organisations. Knows people by their ids of the vault only. */
export function createOrganisationTables(database: Database): void {
  database.exec(`
    create table organisation (
      -- Place in the journal: as they came in, whatever the clock said.
      place           integer primary key,
      organisation_id text not null unique,
      name            text not null,
      -- As spellings of one name are compared.
      name_key        text not null,
      community       text not null,
      community_key   text not null,
      street          text not null,
      kind            text not null,
      way             text not null,
      conditions      text not null,
      credit_code     text,
      purpose         text not null,
      activity        text,
      head_vault_id   text not null,
      place_vault_id  text,
      filed_on        text not null,
      entered_on      text not null,
      state           text not null
    );
    -- A name is free again once its organisation has ended.
    create unique index organisation_name on organisation(community_key, name_key) where state <> 'ended';
    create unique index organisation_code on organisation(credit_code)
      where credit_code is not null and state <> 'ended';

    create table organisation_change (
      place           integer primary key,
      organisation_id text not null,
      change_id       text not null unique,
      kind            text not null,
      change          text not null,
      due_on          text not null,
      noted_on        text not null,
      -- Null: its papers are not in.
      received_on     text,
      noted_by        text
    );
    create index organisation_change_of on organisation_change(organisation_id, place);

    create table organisation_report (
      place           integer primary key,
      organisation_id text not null,
      addressee       text not null,
      period          text not null,
      until           text not null,
      received_on     text not null,
      noted_by        text
    );
    create unique index organisation_report_once on organisation_report(organisation_id, addressee, period);
  `);
}

/** Tables that a replay of the journal rebuilds from nothing. */
export const ORGANISATION_TABLES = ['organisation', 'organisation_change', 'organisation_report'] as const;
