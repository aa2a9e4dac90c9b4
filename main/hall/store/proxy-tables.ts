import type { Database } from 'better-sqlite3';

/** Letters of authority that were printed. Knows people by their ids of the vault only. */
export function createProxyTables(database: Database): void {
  database.exec(`
    create table proxy_letter (
      letter_id          text primary key,
      day_id             text not null,
      principal_vault_id text,
      agent_vault_id     text
    ) without rowid;
    create index proxy_letter_of_agent on proxy_letter(agent_vault_id);
  `);
}

/** Tables that a replay of the journal rebuilds from nothing. */
export const PROXY_TABLES = ['proxy_letter'] as const;
