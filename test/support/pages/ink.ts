import type { Locator } from 'playwright';
import { PNG } from 'pngjs';

/** A difference of brightness that is certainly ink, not the smoothing of an edge. */
const INK = 96;

/**
 * How high what is written in an element really stands on the glass, in pixels: from the first to the last row of its
 * picture that differs from its ground. For figures and capitals this is the height of their letters.
 */
export async function inkHeight(element: Locator): Promise<number> {
  const { width, height, data } = PNG.sync.read(await element.screenshot({ animations: 'disabled' }));
  const brightness = (at: number): number =>
    0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
  const rows = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => brightness((row * width + column) * 4)),
  );
  // Letters cover less than half of their box.
  const ground = rows.flat().sort((one, other) => one - other)[Math.floor((width * height) / 2)] ?? 0;
  const inked = [...rows.keys()].filter((row) => rows[row]?.some((seen) => Math.abs(seen - ground) > INK));
  return inked.length === 0 ? 0 : (inked.at(-1) ?? 0) - (inked[0] ?? 0) + 1;
}

/** Millimetres of one pixel of a panel. */
export function mmPerPixel(
  { width, height }: { readonly width: number; readonly height: number },
  diagonalInch: number,
): number {
  return (diagonalInch * 25.4) / Math.hypot(width, height);
}
