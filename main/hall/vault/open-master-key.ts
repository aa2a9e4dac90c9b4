import type { Database } from 'better-sqlite3';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { masterKeysInUse } from './day-keys.ts';
import { createKeyFile, readKeyFile, type KeyFileError, type MasterKey } from './key-file.ts';

export type VaultKeyError =
  /**
   * Sealed days exist and this file is not their key: gone, torn, or another hall's. Put the hall's own key file back
   * from its safe copy; without it those days' personal fields stay closed for ever. The queue does not need them.
   */
  | { readonly kind: 'key-lost'; readonly file: string; readonly reason: 'missing' | 'damaged' | 'other-key' }
  | Extract<KeyFileError, { kind: 'key-exposed' | 'key-unreadable' }>;

/**
 * The hall's master key. A key file is made only when nothing is sealed yet: making one beside sealed days would hide
 * that theirs is lost.
 */
export function openMasterKey(database: Database, file: string): Result<MasterKey, VaultKeyError> {
  const inUse = masterKeysInUse(database);
  const read = readKeyFile(file);
  if (read.ok) {
    const fits = inUse.every((id) => id === read.value.id);
    return fits ? read : err({ kind: 'key-lost', file, reason: 'other-key' });
  }
  const { error } = read;
  switch (error.kind) {
    case 'key-missing':
      return inUse.length === 0 ? createFirst(file) : err({ kind: 'key-lost', file, reason: 'missing' });
    case 'key-damaged':
      return err({ kind: 'key-lost', file, reason: 'damaged' });
    case 'key-exposed':
    case 'key-unreadable':
      return err(error);
  }
}

function createFirst(file: string): Result<MasterKey, VaultKeyError> {
  const made = createKeyFile(file);
  if (made.ok) return ok(made.value);
  const code = made.error.kind === 'key-unreadable' ? made.error.code : made.error.kind;
  return err({ kind: 'key-unreadable', file, code });
}
