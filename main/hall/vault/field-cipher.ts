import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { randomBytesForIds } from '../random-bytes.ts';

export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ALGORITHM = 'aes-256-gcm';

/** A value under a key: the random nonce, and the ciphertext with its 16-byte tag at the end. */
export interface Sealed {
  readonly nonce: Uint8Array;
  readonly ciphertext: Uint8Array;
}

/** Where a value lives. It is authenticated with the value, so none can be moved to another row, column or key. */
export interface Location {
  readonly table: string;
  readonly column: string;
  readonly row: string;
  readonly key: string;
}

function associatedData({ table, column, row, key }: Location): Buffer {
  return Buffer.from([table, column, row, key].join('|'), 'utf8');
}

/** AES-256-GCM (NIST SP 800-38D) with a random 12-byte nonce. */
export function encrypt(key: Uint8Array, plain: Uint8Array, location: Location): Sealed {
  const nonce = randomBytesForIds(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(associatedData(location));
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { nonce, ciphertext };
}

/** The plain bytes, or undefined when key, place, nonce or a single bit is not the one it was sealed with. */
export function decrypt(key: Uint8Array, sealed: Sealed, location: Location): Buffer | undefined {
  const { nonce, ciphertext } = sealed;
  if (nonce.length !== NONCE_BYTES || ciphertext.length < TAG_BYTES) return undefined;
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(associatedData(location)).setAuthTag(ciphertext.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(ciphertext.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** A key for one use only, drawn from another: HKDF-SHA-256 (RFC 5869). */
export function deriveKey(key: Uint8Array, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, new Uint8Array(), `songting/${use}`, KEY_BYTES));
}

/** The same text gives the same 32 bytes under the same key, and says nothing without it. */
export function blindIndex(key: Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text, 'utf8').digest();
}
