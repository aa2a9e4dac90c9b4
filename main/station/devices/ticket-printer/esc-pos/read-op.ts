import type { EscPosOp, ReaderState, ReadOp } from './ops.ts';
import { hexOf } from './ops.ts';
import { DLE_COMMANDS, ESC_COMMANDS, FS_COMMANDS, GS_COMMANDS } from './read-escape.ts';
import { readGraphic } from './read-graphic.ts';
import { readText } from './read-text.ts';

const FAMILIES = { 0x10: DLE_COMMANDS, 0x1b: ESC_COMMANDS, 0x1c: FS_COMMANDS, 0x1d: GS_COMMANDS } as const;
const GS = 0x1d;

const SINGLE_BYTES: Readonly<Record<number, EscPosOp>> = {
  0x09: ['tab'],
  0x0a: ['lf'],
  0x0c: ['formFeed'],
  0x0d: ['cr'],
  0x18: ['cancel'],
};

/**
 * Reads the command or the run of text at the start of `bytes` (not empty). `undefined` when its end has not come yet:
 * a printer waits too. Bytes that mean nothing come out as `unknown`, so nothing is dropped silently.
 */
export function readOp(bytes: Uint8Array, state: ReaderState): ReadOp | undefined {
  const [first = 0, second] = bytes;
  const single = SINGLE_BYTES[first];
  if (single !== undefined) return { op: single, length: 1 };
  if (first >= 0x20) return readText(bytes, state);
  const family = FAMILIES[first as keyof typeof FAMILIES];
  if (family === undefined) return unknown(bytes, 1);
  if (second === undefined) return undefined;
  const fixed = family[second];
  if (fixed === undefined) return readOther(bytes);
  const length = 2 + fixed.parameters;
  if (bytes.length < length) return undefined;
  return { op: fixed.op(bytes[2] ?? 0, bytes[3] ?? 0), length };
}

function readOther(bytes: Uint8Array): ReadOp | undefined {
  const graphic = bytes[0] === GS ? readGraphic(bytes) : 'unknown';
  return graphic === 'unknown' ? unknown(bytes, 2) : graphic;
}

function unknown(bytes: Uint8Array, length: number): ReadOp {
  return { op: ['unknown', hexOf(bytes.subarray(0, length))], length };
}

/** How a command changes the reading of what follows. ESC @ leaves Chinese mode as it was: models differ there. */
export function stateAfter(op: EscPosOp, state: ReaderState): ReaderState {
  return op[0] === 'chinese' ? { chinese: op[1] === true } : state;
}
