import { PREAMBLE } from './frame.ts';

/** A false beginning in every so many bytes: a preamble and a believable length, the worst kind of noise. */
const FALSE_START_EVERY = 997;
const FALSE_START = [...PREAMBLE, 0x05, 0x08];

/** An endless line of noise, the same each time (xorshift32), so that a failure can be repeated. */
export function garbage(seed = 0x2f6e2b1): (count: number) => Uint8Array {
  let state = seed;
  let position = 0;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state & 0xff;
  };
  return (count) =>
    Uint8Array.from({ length: count }, () => {
      position += 1;
      return FALSE_START[position % FALSE_START_EVERY] ?? next();
    });
}
