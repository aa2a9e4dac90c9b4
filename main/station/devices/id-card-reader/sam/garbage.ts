import { noise } from '../../lines/noise.ts';
import { PREAMBLE } from './frame.ts';

/** A false beginning in every so many bytes: a preamble and a believable length, the worst kind of noise. */
const FALSE_START_EVERY = 997;
const FALSE_START = [...PREAMBLE, 0x05, 0x08];

/** An endless line of noise, the same each time, so that a failure can be repeated. */
export function garbage(seed?: number): (count: number) => Uint8Array {
  const bytes = noise(seed);
  let position = 0;
  return (count) =>
    bytes(count).map((byte) => {
      position += 1;
      return FALSE_START[position % FALSE_START_EVERY] ?? byte;
    });
}
