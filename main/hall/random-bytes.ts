import { randomBytes } from 'node:crypto';

/** Asking the system costs as much for one byte as for some hundred, and a ticket needs several ids and nonces. */
const POOL_BYTES = 1024;

let pool = Buffer.alloc(0);

/** Random bytes that nobody else was or will be given, for ids and nonces: they lie in memory before they are used. */
export function randomBytesForIds(size: number): Uint8Array {
  if (pool.length < size) pool = randomBytes(POOL_BYTES);
  const bytes = pool.subarray(0, size);
  pool = pool.subarray(size);
  return bytes;
}
