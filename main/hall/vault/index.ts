export { createKeyFile, readKeyFile, type KeyFileError, type MasterKey } from './key-file.ts';
export { createVaultTables } from './tables.ts';
export {
  createVault,
  type PersonFields,
  type Revealed,
  type RevealError,
  type SealedPerson,
  type Vault,
  type VaultOptions,
} from './vault.ts';
export type { VaultKeyError } from './open-master-key.ts';
export { VAULT_FIELDS, VAULT_PURPOSES, type VaultField, type VaultPurpose } from './vocabulary.ts';
