import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { decrypt, encrypt, KEY_BYTES, type Location } from './field-cipher.ts';
import type { MasterKey } from './key-file.ts';

const bytes = z.instanceof(Uint8Array);
const KeyRow = z.object({ master_id: z.string(), nonce: bytes, wrapped_dek: bytes.nullable() });

/** A day's key, or why there is none to be had. */
export type DayKey =
  { readonly state: 'live'; readonly key: Uint8Array } | { readonly state: 'none' | 'erased' | 'damaged' };

function wrapLocation(dayId: string, masterId: string): Location {
  return { table: 'vault_key', column: 'wrapped_dek', row: dayId, key: masterId };
}

/**
 * One random key per day, wrapped by the master key. Read anew each time, never remembered: a transaction that is
 * given up takes the day's new key with it, and an erased key must not live on in memory.
 */
export function createDayKeys(database: Database, master: MasterKey) {
  const select = database.prepare('select master_id, nonce, wrapped_dek from vault_key where day_id = ?');
  const insert = database.prepare(
    'insert into vault_key (day_id, master_id, nonce, wrapped_dek) values (?, ?, ?, ?)',
  );
  const forget = database.prepare(
    'update vault_key set wrapped_dek = null, nonce = zeroblob(12) where day_id = ? and wrapped_dek is not null',
  );

  const find = (dayId: string): DayKey => {
    const raw = select.get(dayId);
    if (raw === undefined) return { state: 'none' };
    const row = KeyRow.parse(raw);
    if (row.wrapped_dek === null) return { state: 'erased' };
    const sealed = { nonce: row.nonce, ciphertext: row.wrapped_dek };
    const key = decrypt(master.key, sealed, wrapLocation(dayId, row.master_id));
    return key?.length === KEY_BYTES ? { state: 'live', key } : { state: 'damaged' };
  };

  return {
    find,
    /** Call inside a transaction. */
    create(dayId: string): Uint8Array {
      const key = randomBytes(KEY_BYTES);
      const { nonce, ciphertext } = encrypt(master.key, key, wrapLocation(dayId, master.id));
      insert.run(dayId, master.id, nonce, ciphertext);
      return key;
    },
    /** Destroys the wrapped key; true when there was a live one. */
    erase: (dayId: string): boolean => forget.run(dayId).changes === 1,
  };
}

export type DayKeys = ReturnType<typeof createDayKeys>;

/** The names of the master keys that live days need. Empty before the first person. */
export function masterKeysInUse(database: Database): readonly string[] {
  return z
    .array(z.string())
    .parse(
      database
        .prepare('select distinct master_id from vault_key where wrapped_dek is not null')
        .pluck()
        .all(),
    );
}
