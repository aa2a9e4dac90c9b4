import { noise } from '../../lines/noise.ts';
import { FRAME_END, FRAME_START } from './frame.ts';

/** A start mark and, a little later, an end mark in every so many bytes: the worst kind of noise. */
const FALSE_FRAME_EVERY = 41;

/** An endless line of noise, the same each time, so that a failure can be repeated. */
export function garbage(): (count: number) => Uint8Array {
  const bytes = noise();
  let position = 0;
  return (count) =>
    bytes(count).map((byte) => {
      position += 1;
      const place = position % FALSE_FRAME_EVERY;
      if (place === 0) return FRAME_START;
      return place === FALSE_FRAME_EVERY - 1 ? FRAME_END : byte;
    });
}
