import type { Bitmap } from '../text/scan-convert.ts';
import { withoutRealTimeCommands } from './realtime-safe.ts';

/** Small receive buffers take no more than this at once, and the height's low byte is all that some models read. */
export const MAX_STRIP_DOTS = 255;

/** GS v 0, in strips that join without a gap. Width is counted in whole bytes. */
export function rasterCommands(bitmap: Bitmap): Uint8Array[] {
  const strips: Uint8Array[] = [];
  for (let top = 0; top < bitmap.height; top += MAX_STRIP_DOTS) {
    const height = Math.min(MAX_STRIP_DOTS, bitmap.height - top);
    const from = top * bitmap.bytesPerRow;
    const dots = bitmap.dots.subarray(from, from + height * bitmap.bytesPerRow);
    const { bytesPerRow } = bitmap;
    const header = [0x1d, 0x76, 0x30, 0, bytesPerRow & 0xff, bytesPerRow >> 8, height & 0xff, height >> 8];
    strips.push(Buffer.concat([Uint8Array.from(header), withoutRealTimeCommands(dots)]));
  }
  return strips;
}
