import type { Contour, Point } from '../text/scan-convert.ts';

/** Corners of a circle: at the size of a pictogram, more cannot be seen. */
const CIRCLE_CORNERS = 48;

export const polygon = (...corners: readonly (readonly [x: number, y: number])[]): Contour =>
  corners.map(([x, y]) => ({ x, y }));

export const rectangle = (x: number, y: number, width: number, height: number): Contour =>
  polygon([x, y], [x + width, y], [x + width, y + height], [x, y + height]);

export function disc(x: number, y: number, radius: number): Contour {
  return Array.from({ length: CIRCLE_CORNERS }, (_, corner) =>
    onCircle(x, y, radius, corner / CIRCLE_CORNERS),
  );
}

/** The same outline walked the other way: what it covers becomes white in what lies around it. */
export const hole = (contour: Contour): Contour => [...contour].reverse();

export function frame(x: number, y: number, width: number, height: number, stroke: number): Contour[] {
  const inner = rectangle(x + stroke, y + stroke, width - 2 * stroke, height - 2 * stroke);
  return [rectangle(x, y, width, height), hole(inner)];
}

/** A line with blunt ends. */
export function stroke(from: Point, to: Point, width: number): Contour {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const across = {
    x: (-(to.y - from.y) / length) * (width / 2),
    y: ((to.x - from.x) / length) * (width / 2),
  };
  return [
    { x: from.x - across.x, y: from.y - across.y },
    { x: to.x - across.x, y: to.y - across.y },
    { x: to.x + across.x, y: to.y + across.y },
    { x: from.x + across.x, y: from.y + across.y },
  ];
}

/** Part of a ring to the right of its middle: a wave of sound. */
export function wave(x: number, y: number, radius: number, width: number): Contour {
  const steps = Array.from({ length: 13 }, (_, step) => -0.125 + (step / 12) * 0.25);
  const outer = steps.map((turn) => onCircle(x, y, radius, turn));
  const inner = steps.map((turn) => onCircle(x, y, radius - width, turn));
  return [...outer, ...inner.reverse()];
}

/** `turn` of a full circle, from the right, clockwise on paper. */
function onCircle(x: number, y: number, radius: number, turn: number): Point {
  const angle = turn * 2 * Math.PI;
  return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
}
