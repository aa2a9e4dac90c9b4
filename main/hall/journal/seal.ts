import { hash } from 'node:crypto';

/** How an epoch seals its events. One byte, written in the epoch's stream row and in every envelope. 2 is kept for SM3. */
export const SHA_256 = 1;
export const HASH_BYTES = 32;
/** What the first event of the first epoch has in place of a predecessor's hash. */
export const NO_PREDECESSOR: Uint8Array = Buffer.alloc(HASH_BYTES);

const ENVELOPE_FORMAT = 1;
/** Format, algorithm and the six numbers, up to the first text. */
const FIXED_BYTES = 51;
const LENGTH_BYTES = 4;
/** Sets events apart from the nodes (0x01) of a tree built over the same hashes (RFC 6962 section 2.1). */
const EVENT_PREFIX = Buffer.from([0x00]);

/** The stored bytes and numbers of one event: text columns as their UTF-8 bytes, integers at full width. */
export interface SealedFields {
  readonly epoch: bigint;
  readonly seq: bigint;
  readonly uid: Uint8Array;
  readonly kind: Uint8Array;
  readonly v: bigint;
  readonly dayId: Uint8Array;
  readonly atWall: bigint;
  readonly bootId: Uint8Array;
  readonly atMono: bigint;
  readonly skewMs: bigint | null;
  readonly body: Uint8Array;
}

/**
 * The envelope, frozen for ever; only `kind`, `v` and the body evolve. Integers are big-endian.
 *
 *     at  size  what
 *      0     1  format, 0x01
 *      1     1  algorithm, 0x01 = SHA-256
 *      2     8  epoch      (int64)
 *     10     8  seq        (int64)
 *     18     8  v          (int64)
 *     26     8  at_wall    (int64, milliseconds since 1970)
 *     34     8  at_mono    (int64, milliseconds since an arbitrary start)
 *     42     1  skew known, 0x00 or 0x01
 *     43     8  skew_ms    (int64, 0 when not known)
 *     51   4+n  uid        (uint32 length, 16 bytes)
 *        4+n    kind       (uint32 length, UTF-8)
 *        4+n    day_id     (uint32 length, UTF-8)
 *        4+n    boot_id    (uint32 length, UTF-8)
 *        4      length of the body that follows (uint32)
 */
export function encodeEnvelope(event: SealedFields): Buffer {
  const texts = [event.uid, event.kind, event.dayId, event.bootId];
  const textBytes = texts.reduce((sum, text) => sum + LENGTH_BYTES + text.length, 0);
  const bytes = Buffer.alloc(FIXED_BYTES + textBytes + LENGTH_BYTES);
  bytes.set([ENVELOPE_FORMAT, SHA_256]);
  let at = 2;
  for (const number of [event.epoch, event.seq, event.v, event.atWall, event.atMono]) {
    at = bytes.writeBigInt64BE(number, at);
  }
  at = bytes.writeUInt8(event.skewMs === null ? 0 : 1, at);
  at = bytes.writeBigInt64BE(event.skewMs ?? 0n, at);
  for (const text of texts) {
    at = bytes.writeUInt32BE(text.length, at);
    bytes.set(text, at);
    at += text.length;
  }
  bytes.writeUInt32BE(event.body.length, at);
  return bytes;
}

/** SHA-256(0x00 | prev | envelope | body), over the bytes as they are stored. */
export function sealEvent(prev: Uint8Array, event: SealedFields): Buffer {
  return hash('sha256', Buffer.concat([EVENT_PREFIX, prev, encodeEnvelope(event), event.body]), 'buffer');
}
