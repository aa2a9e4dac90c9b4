import type { StationView } from '../../preload/contracts/station-operations.ts';

export type Panel = StationView['panel'];

export const TEXT_SIZES = ['standard', 'large', 'largest'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** The panel on which the sizes below were chosen: 21.5 inch, 1920 x 1080, read at arm's length. */
const MODEL_PITCH_MM = (21.5 * 25.4) / Math.hypot(1920, 1080);
const MODEL_DISTANCE_MM = 600;

/** Pixels on the model panel. Body 40 px there is 0.7 degrees of capital height at 600 mm (EN 301 549, 5.1.4). */
const TEXT_PX: Readonly<Record<TextSize, { body: number; title: number; number: number }>> = {
  standard: { body: 32, title: 56, number: 240 },
  large: { body: 40, title: 64, number: 280 },
  largest: { body: 48, title: 72, number: 320 },
};
/** What a finger needs does not grow with the reading distance: 80 px on the model panel is 20 mm. */
const TARGET_PX = 80;
const GAP_PX = 16;
const UNIT_PX = 8;
const RADIUS_PX = 12;

export interface Screen {
  /** CSS pixels of the window. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Device pixels in one CSS pixel. */
  readonly pixelRatio: number;
}

/** Sizes in CSS pixels, named as the custom properties of the page. */
export interface KioskSizes {
  readonly body: number;
  readonly title: number;
  readonly number: number;
  readonly target: number;
  readonly gap: number;
  readonly unit: number;
  readonly radius: number;
}

/** Millimetres of one CSS pixel on this panel. */
export function pixelPitchMm(panel: Panel, pixelRatio: number): number {
  return ((panel.diagonalInch * 25.4) / Math.hypot(panel.widthPx, panel.heightPx)) * pixelRatio;
}

/**
 * A window smaller than the panel is a look at the kiosk on somebody's desk: everything shrinks with it, so the
 * picture stays true. On a kiosk the window is the panel and this is 1.
 */
function miniature(panel: Panel, screen: Screen): number {
  const long = (a: number, b: number): number => Math.max(a, b);
  const short = (a: number, b: number): number => Math.min(a, b);
  const { widthPx, heightPx, pixelRatio } = screen;
  const longSide = (long(widthPx, heightPx) * pixelRatio) / long(panel.widthPx, panel.heightPx);
  const shortSide = (short(widthPx, heightPx) * pixelRatio) / short(panel.widthPx, panel.heightPx);
  return Math.min(1, longSide, shortSide);
}

/** All sizes of the kiosk page from the panel it stands on. Text also grows with the distance, never below arm's length. */
export function kioskSizes(panel: Panel, screen: Screen, textSize: TextSize): KioskSizes {
  const touch = (MODEL_PITCH_MM / pixelPitchMm(panel, screen.pixelRatio)) * miniature(panel, screen);
  const reading = touch * Math.max(1, panel.readingDistanceMm / MODEL_DISTANCE_MM);
  const text = TEXT_PX[textSize];
  return {
    body: text.body * reading,
    title: text.title * reading,
    number: text.number * reading,
    target: TARGET_PX * touch,
    gap: GAP_PX * touch,
    unit: UNIT_PX * touch,
    radius: RADIUS_PX * touch,
  };
}
