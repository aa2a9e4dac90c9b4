import type { Align } from './esc-pos/ops.ts';
import type { Bitmap } from './text/scan-convert.ts';

/** A paper before it becomes bytes: what stands on it, in order. Text is clean and fits its line. */
export type PaperBlock =
  | {
      readonly kind: 'line';
      readonly text: string;
      /** Multiples of the 12 x 24 cell, 1 to 8 (GS !). */
      readonly width: number;
      readonly height: number;
      readonly align: Align;
      readonly bold: boolean;
    }
  | { readonly kind: 'gap'; readonly dots: number }
  | { readonly kind: 'rule' }
  /** Centred; not wider than the paper. */
  | { readonly kind: 'picture'; readonly bitmap: Bitmap }
  | { readonly kind: 'qr'; readonly text: string }
  | { readonly kind: 'barcode'; readonly text: string }
  | { readonly kind: 'cut' };

export type PaperDocument = readonly PaperBlock[];

export const DOTS_PER_INCH = 203;
export const POINTS_PER_INCH = 72;

/** Type size in points of text that is `height` cells high: the em of the printer's font is 24 dots. */
export function pointsOf(height: number): number {
  return (height * 24 * POINTS_PER_INCH) / DOTS_PER_INCH;
}
