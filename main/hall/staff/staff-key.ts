import { existsSync, mkdirSync } from 'node:fs';
import { err, type Result } from '../../../preload/contracts/result.ts';
import { createKeyFile, readKeyFile, type KeyFileError, type MasterKey } from '../vault/index.ts';
import { staffFileIn, staffKeyFileIn } from './staff-file.ts';

/**
 * The key that every PIN's hash needs. Made with the first account, never beside accounts whose key is gone: their PINs
 * could not be tried any more, and a new key would hide why.
 */
export function openStaffKey(dataFolder: string): Result<MasterKey, KeyFileError> {
  const file = staffKeyFileIn(dataFolder);
  const read = readKeyFile(file);
  if (read.ok || read.error.kind !== 'key-missing') return read;
  if (existsSync(staffFileIn(dataFolder))) return err(read.error);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  return createKeyFile(file);
}
