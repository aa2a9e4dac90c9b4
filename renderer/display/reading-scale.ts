/** A screen as its viewer meets it. */
export interface Reading {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly diagonalInch: number;
  readonly distanceMm: number;
}

const MM_PER_INCH = 25.4;
/** Letters may grow by so much before the columns no longer hold a number. */
const MOST = 1.3;

/**
 * One unit of the page: a hundredth of a landscape screen's height, and as much on a screen of another shape. All sizes of
 * the pages are counted in it.
 */
export function unitPx({ widthPx, heightPx }: Pick<Reading, 'widthPx' | 'heightPx'>): number {
  return widthPx >= heightPx
    ? Math.min(heightPx / 100, (widthPx / 100) * (9 / 16))
    : Math.min(widthPx / 100, (heightPx / 100) * (9 / 16));
}

/**
 * How much larger letters must be than drawn. The pages are drawn for a 55-inch panel seen from eight metres, where a unit
 * is 6.85 mm: there a called number is 80 mm high (a hundredth of the distance), a listed one 40 mm, any other word 20 mm.
 * What is large for its distance is never made smaller.
 */
export function letterScale({ widthPx, heightPx, diagonalInch, distanceMm }: Reading): number {
  const unitMm = (unitPx({ widthPx, heightPx }) * diagonalInch * MM_PER_INCH) / Math.hypot(widthPx, heightPx);
  const wantedMm = (DRAWN_UNIT_MM * distanceMm) / DRAWN_DISTANCE_MM;
  return Math.min(MOST, Math.max(1, wantedMm / unitMm));
}

const DRAWN_DISTANCE_MM = 8_000;
/** 55 inches, 16:9: 684.9 mm high. */
const DRAWN_UNIT_MM = (55 * MM_PER_INCH * 9) / Math.hypot(16, 9) / 100;
