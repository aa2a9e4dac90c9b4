import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';

/** How hard one guess is. OWASP's and the reference's figure for Argon2id: 19 MiB, two passes, one lane. */
export interface PinCost {
  readonly memoryKiB: number;
  readonly passes: number;
}
export const PIN_COST: PinCost = { memoryKiB: 19 * 1024, passes: 2 };

const SALT_BYTES = 16;
const HASH_BYTES = 32;

/**
 * The PIN as it is kept: Argon2id (RFC 9106) in its usual text form, with the hall's key as its secret value K. Six
 * digits alone are a few core-hours for whoever copies the file; without the key they are nothing. WebAssembly and not
 * Node's own: Electron's crypto library has no Argon2.
 */
export function hashPin(pin: string, key: Uint8Array, cost: PinCost = PIN_COST): Promise<string> {
  return argon2id({
    password: pin,
    secret: key,
    salt: randomBytes(SALT_BYTES),
    iterations: cost.passes,
    memorySize: cost.memoryKiB,
    parallelism: 1,
    hashLength: HASH_BYTES,
    outputType: 'encoded',
  });
}

/** Is it this PIN? Takes as long for a wrong one as for the right one. */
export function verifyPin(pin: string, key: Uint8Array, pinHash: string): Promise<boolean> {
  return argon2Verify({ password: pin, secret: key, hash: pinHash });
}
