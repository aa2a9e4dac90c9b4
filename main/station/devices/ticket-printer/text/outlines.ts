import type { PathCommand } from 'fontkit';
import type { Contour, Point } from './scan-convert.ts';

/** Straight pieces a curve becomes: at 24 to 144 dots a glyph, more cannot be seen. */
const CURVE_STEPS = 8;

/** Flattens a glyph's outline to polygons, each point through `place` (font units to dots). */
export function contoursOf(
  commands: readonly PathCommand[],
  place: (x: number, y: number) => Point,
): Contour[] {
  const contours: Point[][] = [];
  let pen: readonly [number, number] = [0, 0];
  for (const { command, args } of commands) {
    if (command === 'moveTo') contours.push([]);
    if (command === 'closePath') continue;
    const contour = contours.at(-1) ?? [];
    for (const [x, y] of pointsOf(pen, args)) contour.push(place(x, y));
    pen = [args.at(-2) ?? 0, args.at(-1) ?? 0];
  }
  return contours;
}

/** `args` are the control points and the end: two numbers for a line, four or six for a curve. */
function pointsOf(pen: readonly [number, number], args: readonly number[]): (readonly [number, number])[] {
  if (args.length <= 2) return [[args[0] ?? 0, args[1] ?? 0]];
  const xs = [pen[0], ...args.filter((_, index) => index % 2 === 0)];
  const ys = [pen[1], ...args.filter((_, index) => index % 2 === 1)];
  return Array.from({ length: CURVE_STEPS }, (_, step) => {
    const t = (step + 1) / CURVE_STEPS;
    return [bezier(xs, t), bezier(ys, t)] as const;
  });
}

/** De Casteljau, any degree. */
function bezier(values: readonly number[], t: number): number {
  if (values.length === 1) return values[0] ?? 0;
  return bezier(
    values.slice(1).map((value, index) => (values[index] ?? 0) * (1 - t) + value * t),
    t,
  );
}
