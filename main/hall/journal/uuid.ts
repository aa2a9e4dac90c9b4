import { randomBytesForIds } from '../random-bytes.ts';

const UUID_BYTES = 16;
const TIME_BYTES = 6;

/**
 * A UUID version 7 (RFC 9562 section 5.7) as its 16 bytes: 48 bits of wall time, the rest random. The time part only
 * keeps neighbours together on disk; nothing may order by it, the wall clock jumps.
 */
export function uuidV7(nowMs: number, random: (size: number) => Uint8Array = randomBytesForIds): Uint8Array {
  const bytes = Buffer.alloc(UUID_BYTES);
  bytes.set(random(UUID_BYTES - TIME_BYTES), TIME_BYTES);
  bytes.writeUIntBE(Number(BigInt.asUintN(48, BigInt(Math.trunc(nowMs)))), 0, TIME_BYTES);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6); // version 7
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8); // variant of RFC 9562
  return bytes;
}

/** 16 bytes as the 36 characters people know: 8-4-4-4-12. */
export function uuidText(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The 16 bytes of a UUID's text, or undefined when it is none. */
export function uuidBytes(text: string): Buffer | undefined {
  const isUuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
  return isUuid ? Buffer.from(text.replaceAll('-', ''), 'hex') : undefined;
}
