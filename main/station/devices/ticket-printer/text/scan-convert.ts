/** One bit a dot, rows from the top, each row in whole bytes, most significant bit first: the layout of GS v 0. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly bytesPerRow: number;
  readonly dots: Uint8Array;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A closed outline; the last point joins the first. */
export type Contour = readonly Point[];

export function blankBitmap(width: number, height: number): Bitmap {
  const bytesPerRow = Math.ceil(width / 8);
  return { width, height, bytesPerRow, dots: new Uint8Array(bytesPerRow * height) };
}

export function setDot(bitmap: Bitmap, x: number, y: number): void {
  if (x < 0 || y < 0 || x >= bitmap.width || y >= bitmap.height) return;
  const at = y * bitmap.bytesPerRow + (x >> 3);
  bitmap.dots[at] = (bitmap.dots[at] ?? 0) | (0x80 >> (x & 7));
}

export function dotAt(bitmap: Bitmap, x: number, y: number): boolean {
  return ((bitmap.dots[y * bitmap.bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

/** Adds a picture's black dots to another one's, so many dots from its left edge. */
export function copyInto(picture: Bitmap, added: Bitmap, left: number): void {
  for (let y = 0; y < added.height; y += 1) {
    for (let x = 0; x < added.width; x += 1) if (dotAt(added, x, y)) setDot(picture, left + x, y);
  }
}

/** Samples a dot in each direction. Thermal heads print a dot or none, so shape comes from the threshold. */
const SAMPLES = 4;
/** Strokes of a 24-dot hanzi are thinner than two dots: black from 6 of 16 samples keeps them closed. */
const BLACK_FROM_SAMPLES = 6;

/** Fills contours (non-zero winding) into a new bitmap. Coordinates are dots, y downwards. */
export function fillContours(contours: readonly Contour[], width: number, height: number): Bitmap {
  const bitmap = blankBitmap(width, height);
  const edges = contours.flatMap(edgesOf);
  const coverage = new Uint8Array(width);
  for (let row = 0; row < height; row += 1) {
    coverage.fill(0);
    for (let sample = 0; sample < SAMPLES; sample += 1)
      addScanLine(edges, row + (sample + 0.5) / SAMPLES, coverage);
    coverage.forEach((samples, x) => {
      if (samples >= BLACK_FROM_SAMPLES) setDot(bitmap, x, row);
    });
  }
  return bitmap;
}

interface Edge {
  readonly from: Point;
  readonly to: Point;
}

function edgesOf(contour: Contour): Edge[] {
  return contour.flatMap((from, index) => {
    const to = contour[(index + 1) % contour.length];
    return to === undefined || to.y === from.y ? [] : [{ from, to }];
  });
}

function addScanLine(edges: readonly Edge[], y: number, coverage: Uint8Array): void {
  const crossings = edges
    .filter(({ from, to }) => from.y <= y !== to.y <= y)
    .map(({ from, to }) => ({
      x: from.x + ((y - from.y) * (to.x - from.x)) / (to.y - from.y),
      turn: to.y > from.y ? 1 : -1,
    }))
    .sort((a, b) => a.x - b.x);
  let winding = 0;
  crossings.forEach(({ x, turn }, index) => {
    winding += turn;
    const next = crossings[index + 1];
    if (winding !== 0 && next !== undefined) addSpan(x, next.x, coverage);
  });
}

function addSpan(fromX: number, toX: number, coverage: Uint8Array): void {
  const first = Math.max(0, Math.ceil(fromX * SAMPLES - 0.5));
  const last = Math.min(coverage.length * SAMPLES - 1, Math.ceil(toX * SAMPLES - 0.5) - 1);
  for (let sample = first; sample <= last; sample += 1) {
    const x = Math.floor(sample / SAMPLES);
    coverage[x] = (coverage[x] ?? 0) + 1;
  }
}
