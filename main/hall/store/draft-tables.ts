import type { Database } from 'better-sqlite3';

/** What forms were filled with: by the code on the paper, people by their ids of the vault only. */
export function createDraftTables(database: Database): void {
  database.exec(`
    create table form_draft (
      draft_id text primary key,
      code     text not null unique,
      form_id  text not null,
      version  text not null,
      title    text not null,
      vault_id text not null,
      kept_at  integer not null
    ) without rowid;
  `);
}

/** Tables that a replay of the journal rebuilds from nothing. */
export const DRAFT_TABLES = ['form_draft'] as const;
