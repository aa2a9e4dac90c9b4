/** A dynamic area: text at a place of the screen, replaced as a whole, gone when power goes. Pixels. */
export interface BoardArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Number of the area, from 0; no card has fewer than five. */
  readonly location: number;
  /** 0 loops, 1 stays on the last page, 2 goes when `timeoutSeconds` have passed without a new text. */
  readonly run: number;
  readonly timeoutSeconds: number;
  /** 1 static, 2 quick, 3 to 6 moving left, right, up, down. */
  readonly mode: number;
  /** 0 fastest to 24. */
  readonly speed: number;
  /** How long each page stays, in half seconds. */
  readonly stayHalfSeconds: number;
  /** GB 2312 bytes with the codes of the card, see `styled-text.ts`. */
  readonly text: Uint8Array;
}

/** What stands before the text: type, place, size, ten settings and the length of the text. */
export const AREA_HEAD_BYTES = 27;
const TEXT_LENGTH_OFFSET = 23;
/** X and width count pixels when their top bit is set, else units of eight. */
const IN_PIXELS = 0x8000;
const UNIT_PIXELS = 8;
const SEVERAL_LINES = 2;
const LINES_BROKEN_BY_US = 1;

export function encodeArea(area: BoardArea): Uint8Array {
  const bytes = Buffer.alloc(AREA_HEAD_BYTES + area.text.length);
  bytes.writeUInt16LE(area.x | IN_PIXELS, 1);
  bytes.writeUInt16LE(area.y, 3);
  bytes.writeUInt16LE(area.width | IN_PIXELS, 5);
  bytes.writeUInt16LE(area.height, 7);
  bytes.writeUInt8(area.location, 9);
  bytes.writeUInt8(area.run, 11);
  bytes.writeUInt16LE(area.timeoutSeconds, 12);
  bytes.writeUInt8(SEVERAL_LINES, 17);
  bytes.writeUInt8(LINES_BROKEN_BY_US, 18);
  bytes.writeUInt8(area.mode, 19);
  bytes.writeUInt8(area.speed, 21);
  bytes.writeUInt8(area.stayHalfSeconds, 22);
  bytes.writeUInt32LE(area.text.length, TEXT_LENGTH_OFFSET);
  bytes.set(area.text, AREA_HEAD_BYTES);
  return bytes;
}

const pixels = (value: number): number =>
  (value & IN_PIXELS) === 0 ? value * UNIT_PIXELS : value & ~IN_PIXELS;

/** Undefined when the bytes are no area of this simple form (no sound, no extended settings). */
export function decodeArea(given: Uint8Array): BoardArea | undefined {
  const bytes = Buffer.from(given);
  if (bytes.length < AREA_HEAD_BYTES) return undefined;
  const [sound, extended] = [bytes.readUInt8(14), bytes.readUInt8(15)];
  if (sound !== 0 || extended !== 0) return undefined;
  if (bytes.readUInt32LE(TEXT_LENGTH_OFFSET) !== bytes.length - AREA_HEAD_BYTES) return undefined;
  return {
    x: pixels(bytes.readUInt16LE(1)),
    y: bytes.readUInt16LE(3),
    width: pixels(bytes.readUInt16LE(5)),
    height: bytes.readUInt16LE(7),
    location: bytes.readUInt8(9),
    run: bytes.readUInt8(11),
    timeoutSeconds: bytes.readUInt16LE(12),
    mode: bytes.readUInt8(19),
    speed: bytes.readUInt8(21),
    stayHalfSeconds: bytes.readUInt8(22),
    text: Uint8Array.from(bytes.subarray(AREA_HEAD_BYTES)),
  };
}
