import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { decrypt, deriveKey, encrypt, KEY_BYTES, type Location } from './field-cipher.ts';
import type { MasterKey } from './key-file.ts';

const bytes = z.instanceof(Uint8Array);
const KeyRow = z.object({ master_id: z.string(), nonce: bytes, wrapped_dek: bytes.nullable() });

export interface LiveDayKey {
  readonly state: 'live';
  /** Seals the day's fields. */
  readonly key: Uint8Array;
  /** Finds the same number again. Drawn from `key`: it dies with the day, and days cannot be linked. */
  readonly indexKey: Uint8Array;
}

/** A day's key, or why there is none to be had. */
export type DayKey = LiveDayKey | { readonly state: 'none' | 'erased' | 'damaged' };

interface Unwrapped {
  readonly dayId: string;
  /** Its row: master key's name, nonce, wrapped key. */
  readonly row: readonly [string, Uint8Array, Uint8Array];
  readonly day: LiveDayKey;
}

function wrapLocation(dayId: string, masterId: string): Location {
  return { table: 'vault_key', column: 'wrapped_dek', row: dayId, key: masterId };
}

/**
 * One random key per day, wrapped by the master key. Its row is read anew each time, since a transaction that is given up
 * takes the day's new key with it; what was unwrapped last is used again only while the row is the same to the byte,
 * and an erased key does not live on in memory.
 */
export function createDayKeys(database: Database, master: MasterKey) {
  const select = database.prepare('select master_id, nonce, wrapped_dek from vault_key where day_id = ?');
  const stillStands = database
    .prepare('select 1 from vault_key where day_id = ? and master_id = ? and nonce = ? and wrapped_dek = ?')
    .pluck();
  const insert = database.prepare(
    'insert into vault_key (day_id, master_id, nonce, wrapped_dek) values (?, ?, ?, ?)',
  );
  const forget = database.prepare(
    'update vault_key set wrapped_dek = null, nonce = zeroblob(12) where day_id = ? and wrapped_dek is not null',
  );

  let last: Unwrapped | undefined;

  const find = (dayId: string): DayKey => {
    if (last?.dayId === dayId && stillStands.get(dayId, ...last.row) === 1) return last.day;
    const raw = select.get(dayId);
    if (raw === undefined) return { state: 'none' };
    const row = KeyRow.parse(raw);
    if (row.wrapped_dek === null) return { state: 'erased' };
    const sealed = { nonce: row.nonce, ciphertext: row.wrapped_dek };
    const key = decrypt(master.key, sealed, wrapLocation(dayId, row.master_id));
    if (key?.length !== KEY_BYTES) return { state: 'damaged' };
    last = { dayId, row: [row.master_id, row.nonce, row.wrapped_dek], day: liveKey(key) };
    return last.day;
  };

  return {
    find,
    /** Call inside a transaction. */
    create(dayId: string): LiveDayKey {
      const key = randomBytes(KEY_BYTES);
      const { nonce, ciphertext } = encrypt(master.key, key, wrapLocation(dayId, master.id));
      insert.run(dayId, master.id, nonce, ciphertext);
      return liveKey(key);
    },
    /** Destroys the wrapped key; true when there was a live one. */
    erase(dayId: string): boolean {
      if (last?.dayId === dayId) {
        last.day.key.fill(0);
        last.day.indexKey.fill(0);
        last = undefined;
      }
      return forget.run(dayId).changes === 1;
    },
  };
}

function liveKey(key: Uint8Array): LiveDayKey {
  return { state: 'live', key, indexKey: deriveKey(key, 'blind index of identity numbers') };
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
