import { createHash } from 'node:crypto';

/** How an epoch seals its events. One byte, written in the epoch's stream row and in every envelope. 2 is kept for SM3. */
export const SHA_256 = 1;
export const HASH_BYTES = 32;
/** What the first event of the first epoch has in place of a predecessor's hash. */
export const NO_PREDECESSOR: Uint8Array = Buffer.alloc(HASH_BYTES);

const ENVELOPE_FORMAT = 1;
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

function int64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(value);
  return bytes;
}

function length32(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return length;
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
  return Buffer.concat([
    Buffer.from([ENVELOPE_FORMAT, SHA_256]),
    ...[event.epoch, event.seq, event.v, event.atWall, event.atMono].map(int64),
    Buffer.from([event.skewMs === null ? 0 : 1]),
    int64(event.skewMs ?? 0n),
    ...texts.flatMap((bytes) => [length32(bytes), bytes]),
    length32(event.body),
  ]);
}

/** SHA-256(0x00 | prev | envelope | body), over the bytes as they are stored. */
export function sealEvent(prev: Uint8Array, event: SealedFields): Buffer {
  const hash = createHash('sha256');
  for (const part of [EVENT_PREFIX, prev, encodeEnvelope(event), event.body]) hash.update(part);
  return hash.digest();
}
