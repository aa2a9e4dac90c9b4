import { describe, expect, test } from 'vitest';
import { kioskSizes, pixelPitchMm, TEXT_SIZES, type Panel } from '../../../renderer/kiosk/panel-scale.ts';

const PANEL_21_5: Panel = { diagonalInch: 21.5, readingDistanceMm: 600, widthPx: 1920, heightPx: 1080 };
const FULL = { widthPx: 1920, heightPx: 1080, pixelRatio: 1 };
/** Capital height of the face is 0.73 em. */
const CAP_EM = 0.73;

const degrees = (px: number, pitchMm: number, distanceMm: number): number =>
  (2 * Math.atan((px * CAP_EM * pitchMm) / 2 / distanceMm) * 180) / Math.PI;

describe('on the usual 21.5 inch panel', () => {
  test('sizes are the ones chosen for it', () => {
    expect(kioskSizes(PANEL_21_5, FULL, 'standard')).toMatchObject({
      body: 32,
      title: 56,
      target: 80,
      gap: 16,
    });
    expect(kioskSizes(PANEL_21_5, FULL, 'large')).toMatchObject({ body: 40, title: 64, target: 80 });
    expect(kioskSizes(PANEL_21_5, FULL, 'largest')).toMatchObject({ body: 48, title: 72, target: 80 });
  });
  test('an upright panel is the same panel', () => {
    const upright = { ...PANEL_21_5, widthPx: 1080, heightPx: 1920 };
    const window = { ...FULL, widthPx: 1080, heightPx: 1920 };
    expect(kioskSizes(upright, window, 'large')).toEqual(kioskSizes(PANEL_21_5, FULL, 'large'));
  });
});

const PANELS: readonly Panel[] = [
  PANEL_21_5,
  { diagonalInch: 32, readingDistanceMm: 600, widthPx: 1920, heightPx: 1080 },
  { diagonalInch: 15.6, readingDistanceMm: 500, widthPx: 1366, heightPx: 768 },
  { diagonalInch: 43, readingDistanceMm: 900, widthPx: 3840, heightPx: 2160 },
  { diagonalInch: 17, readingDistanceMm: 600, widthPx: 1280, heightPx: 1024 },
];

describe.each(PANELS)(
  'on $diagonalInch inch, $widthPx x $heightPx, read at $readingDistanceMm mm',
  (panel) => {
    const window = { widthPx: panel.widthPx, heightPx: panel.heightPx, pixelRatio: 1 };
    const pitch = pixelPitchMm(panel, 1);

    test('the largest text spans at least 0.7 degrees (EN 301 549, 5.1.4) and the standard one is readable', () => {
      const [standard = 0, , largest = 0] = TEXT_SIZES.map((size) => kioskSizes(panel, window, size).body);
      expect(degrees(largest, pitch, panel.readingDistanceMm)).toBeGreaterThanOrEqual(0.7);
      expect(degrees(standard, pitch, panel.readingDistanceMm)).toBeGreaterThanOrEqual(0.54);
    });
    test('a target is a finger wide, a gap 4 mm, whatever the text size', () => {
      for (const size of TEXT_SIZES) {
        const { target, gap } = kioskSizes(panel, window, size);
        expect(target * pitch).toBeCloseTo(19.8, 1);
        expect(gap * pitch).toBeCloseTo(4, 1);
      }
    });
    test('a scaled display changes CSS pixels, not millimetres', () => {
      const scaled = { widthPx: panel.widthPx / 1.5, heightPx: panel.heightPx / 1.5, pixelRatio: 1.5 };
      expect(kioskSizes(panel, scaled, 'standard').body * 1.5).toBeCloseTo(
        kioskSizes(panel, window, 'standard').body,
        6,
      );
    });
  },
);

test('in a small window on a desk everything shrinks alike', () => {
  const small = kioskSizes(PANEL_21_5, { widthPx: 960, heightPx: 540, pixelRatio: 1 }, 'standard');
  expect(small).toMatchObject({ body: 16, title: 28, target: 40, gap: 8 });
});
