import iconv from 'iconv-lite';
import type { ReaderState, ReadOp } from './ops.ts';

const FIRST_CONTROL_FREE = 0x20;
const FIRST_HIGH = 0x80;
const DECIMAL_TRAIL_FIRST = 0x30;
const DECIMAL_TRAIL_LAST = 0x39;

/** Bytes of the character at `at` in GB18030, or undefined when the run is cut off inside it. */
function characterLength(bytes: Uint8Array, at: number): number | undefined {
  const lead = bytes[at] ?? 0;
  if (lead <= FIRST_HIGH || lead === 0xff) return 1;
  const trail = bytes[at + 1];
  if (trail === undefined) return undefined;
  if (trail >= 0x40) return 2;
  if (trail < DECIMAL_TRAIL_FIRST || trail > DECIMAL_TRAIL_LAST) return 1;
  return at + 4 <= bytes.length ? 4 : undefined;
}

/**
 * A run of text up to the next control byte. In Chinese mode it is GB18030; otherwise code page 437, which is what an
 * export printer shows for bytes from 80 hex.
 */
export function readText(bytes: Uint8Array, state: ReaderState): ReadOp | undefined {
  let at = 0;
  while (at < bytes.length && (bytes[at] ?? 0) >= FIRST_CONTROL_FREE) {
    const length = state.chinese ? characterLength(bytes, at) : 1;
    if (length === undefined) break;
    at += length;
  }
  if (at === 0) return undefined;
  const run = bytes.subarray(0, at);
  return { op: ['text', iconv.decode(run, state.chinese ? 'gb18030' : 'cp437')], length: at };
}
