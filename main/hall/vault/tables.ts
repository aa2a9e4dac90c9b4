import type { Database } from 'better-sqlite3';

/** The vault's tables; number this in the hall's list of migrations. */
export function createVaultTables(database: Database): void {
  database.exec(`
    create table vault_key (
      day_id      text primary key,
      master_id   text not null,          -- name of the key that wraps it, which is not in this file
      nonce       blob not null,
      wrapped_dek blob                    -- null = erased: what this day sealed can never be read again
    ) strict, without rowid;

    create table vault_field (
      vault_id   blob not null check (length(vault_id) = 16),
      field      text not null,
      day_id     text not null references vault_key (day_id),
      nonce      blob not null,
      ciphertext blob not null,
      primary key (vault_id, field)
    ) strict, without rowid;

    create table vault_index (
      day_id   text not null references vault_key (day_id),
      blind    blob not null,             -- under a key of this day: days cannot be linked
      vault_id blob not null,
      primary key (day_id, blind, vault_id)
    ) strict, without rowid;
  `);
}
