import { crc16 } from '../../crc16.ts';

/** Frame marks of BX-5K/6K font cards (onbon BX-K protocol 1.4). Neither occurs between them: see `escape`. */
export const FRAME_START = 0xa5;
export const FRAME_END = 0x5a;
/** Controllers may miss the first bytes of a frame while they wake; one start mark that arrives is enough. */
const START_MARKS = 8;

/** Two addresses, reserved, barcode option, check mode, display mode, device type, protocol version, length. */
export const HEADER_BYTES = 14;
export const CHECK_BYTES = 2;
const CHECK_MODE_OFFSET = 8;
const CHECK_MODE_CRC16 = 0;
const LENGTH_OFFSET = 12;

/** The PC's own address on the line. */
export const HOST_ADDRESS = 0x8000;
/** What a controller answers to from the factory. */
export const FACTORY_ADDRESS = 0x0001;
/** Everybody obeys, nobody answers. */
export const SILENT_BROADCAST = 0xffff;
/** Everybody obeys and answers. */
export const ANSWERED_BROADCAST = 0xfffe;
const ANY_DEVICE_TYPE = 0xfe;
const PROTOCOL_VERSION = 0x02;

export interface BxFrame {
  readonly destination: number;
  readonly source: number;
  readonly data: Uint8Array;
}

export type BxFrameError =
  /** A new frame began, or the line fell silent, before the end mark. */
  | 'truncated'
  /** An escape mark with a byte behind it that means nothing. */
  | 'escape'
  /** Too short for a header, longer than any frame, or not as long as it says. */
  | 'length'
  | 'checksum'
  /** Checked in a way that we never ask for (sum, or not at all). */
  | 'check-mode';

/** CRC-16/ARC. */
const crcOf = (bytes: Uint8Array): number => crc16(bytes, 0);

const ESCAPED: ReadonlyMap<number, readonly [number, number]> = new Map([
  [0xa5, [0xa6, 0x02]],
  [0xa6, [0xa6, 0x01]],
  [0x5a, [0x5b, 0x02]],
  [0x5b, [0x5b, 0x01]],
]);
const UNESCAPED: ReadonlyMap<number, number> = new Map(
  [...ESCAPED].map(([byte, [mark, code]]) => [(mark << 8) | code, byte]),
);

function escape(bytes: Uint8Array): number[] {
  return [...bytes].flatMap((byte) => ESCAPED.get(byte) ?? [byte]);
}

function unescape(bytes: readonly number[]): Uint8Array | undefined {
  const plain: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte !== 0xa6 && byte !== 0x5b) {
      plain.push(byte);
      continue;
    }
    at += 1;
    const meant = UNESCAPED.get((byte << 8) | (bytes[at] ?? 0));
    if (meant === undefined) return undefined;
    plain.push(meant);
  }
  return Uint8Array.from(plain);
}

/** A whole frame, escaped and checked. Length and CRC are taken before escaping. */
export function encodeFrame({ destination, source, data }: BxFrame): Uint8Array {
  const body = Buffer.alloc(HEADER_BYTES + data.length + CHECK_BYTES);
  body.writeUInt16LE(destination, 0);
  body.writeUInt16LE(source, 2);
  body.writeUInt8(ANY_DEVICE_TYPE, 10);
  body.writeUInt8(PROTOCOL_VERSION, 11);
  body.writeUInt16LE(data.length, LENGTH_OFFSET);
  body.set(data, HEADER_BYTES);
  body.writeUInt16LE(crcOf(body.subarray(0, -CHECK_BYTES)), body.length - CHECK_BYTES);
  return Uint8Array.from([...Array<number>(START_MARKS).fill(FRAME_START), ...escape(body), FRAME_END]);
}

/** What stands between the marks of a frame: the frame, or why it is none. */
export function decodeBody(escaped: readonly number[]): BxFrame | BxFrameError {
  const plain = unescape(escaped);
  if (plain === undefined) return 'escape';
  const body = Buffer.from(plain);
  if (body.length < HEADER_BYTES + CHECK_BYTES) return 'length';
  if (body.readUInt8(CHECK_MODE_OFFSET) !== CHECK_MODE_CRC16) return 'check-mode';
  const end = body.length - CHECK_BYTES;
  if (crcOf(body.subarray(0, end)) !== body.readUInt16LE(end)) return 'checksum';
  if (body.readUInt16LE(LENGTH_OFFSET) !== end - HEADER_BYTES) return 'length';
  return {
    destination: body.readUInt16LE(0),
    source: body.readUInt16LE(2),
    data: Uint8Array.from(body.subarray(HEADER_BYTES, end)),
  };
}
