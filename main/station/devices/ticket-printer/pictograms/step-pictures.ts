import { fillContours, type Bitmap, type Contour } from '../text/scan-convert.ts';
import { disc, frame, hole, polygon, rectangle, stroke, wave } from './shapes.ts';

export const STEPS = ['card', 'choose', 'take', 'listen', 'counter'] as const;
export type Step = (typeof STEPS)[number];

/** Dots: 24 x 11 mm at 203 dpi. Fits the narrowest paper. */
const WIDTH = 192;
const HEIGHT = 88;
const LINE = 5;

/** What a person does at each step, without words. Drawn by hand: no font has these. */
const DRAWINGS: Readonly<Record<Step, () => readonly Contour[]>> = { card, choose, take, listen, counter };

/** The picture of a step as it is printed. */
export const stepPicture = (step: Step): Bitmap => fillContours(DRAWINGS[step](), WIDTH, HEIGHT);

/** A card with a face on it comes down onto the reader. */
function card(): Contour[] {
  return [
    ...frame(56, 2, 80, 48, LINE),
    disc(76, 19, 7),
    polygon([65, 41], [69, 29], [83, 29], [87, 41]),
    ...[16, 25, 34].map((y) => rectangle(96, y, 30, LINE)),
    rectangle(92, 54, 8, 9),
    polygon([84, 61], [108, 61], [96, 74]),
    rectangle(40, 77, 112, 10),
  ];
}

/** A hand points at one of the tiles. */
function choose(): Contour[] {
  return [
    ...[6, 33, 60].flatMap((y) => frame(24, y, 80, 22, LINE)),
    rectangle(34, 41, 40, 6),
    ...pointingHand(92, 37),
  ];
}

/** The tip of the finger is at x, y. */
function pointingHand(x: number, y: number): Contour[] {
  return [
    disc(x + 6, y + 7, 7),
    rectangle(x + 6, y, 36, 14),
    polygon(
      [x + 34, y],
      [x + 58, y - 8],
      [x + 62, y - 6],
      [x + 62, y + 34],
      [x + 40, y + 34],
      [x + 34, y + 26],
    ),
    rectangle(x + 66, y - 8, 14, 44),
  ];
}

/** Paper with a large number comes out of a slot. */
function take(): Contour[] {
  return [
    rectangle(36, 2, 120, 12),
    ...ticket(62, 14, 68, 72),
    rectangle(74, 26, 44, 16),
    ...[52, 62].map((y) => rectangle(74, y, 44, LINE)),
  ];
}

/** A sheet with a torn edge below. */
function ticket(x: number, y: number, width: number, height: number): Contour[] {
  const teeth = (inset: number, lift: number): Contour =>
    polygon(
      [x + inset, y],
      [x + width - inset, y],
      [x + width - inset, y + height - 8 - lift],
      [x + width * 0.75, y + height - lift],
      [x + width * 0.5, y + height - 8 - lift],
      [x + width * 0.25, y + height - lift],
      [x + inset, y + height - 8 - lift],
    );
  return [teeth(0, 0), hole(teeth(LINE, LINE + 2))];
}

/** A loudspeaker. */
function listen(): Contour[] {
  return [
    polygon([50, 30], [68, 30], [96, 8], [96, 80], [68, 58], [50, 58]),
    ...[22, 38, 54].map((radius) => wave(96, 44, radius, 7)),
  ];
}

/** Somebody sits behind a counter, with a sign above. */
function counter(): Contour[] {
  return [
    ...frame(20, 4, 46, 46, LINE),
    disc(43, 27, 13),
    stroke({ x: 43, y: 50 }, { x: 43, y: 70 }, LINE),
    disc(116, 22, 13),
    polygon([90, 66], [96, 44], [106, 38], [126, 38], [136, 44], [142, 66]),
    rectangle(20, 68, 152, 9),
    rectangle(28, 77, 10, 11),
    rectangle(154, 77, 10, 11),
  ];
}
