import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { COLOURS, HIGH_CONTRAST, PAIRS, type Colour } from '../../../renderer/shared/tokens.ts';

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

test('the sum itself: black on white is 21, #595959 on white the lowest grey for 7', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
  expect(contrast('#595959', '#FFFFFF')).toBeGreaterThanOrEqual(7);
  expect(contrast('#5A5A5A', '#FFFFFF')).toBeLessThan(7);
});

describe('every pair that meets on a page', () => {
  test.each(PAIRS)('%s on %s as %s', (foreground, background, use) => {
    expect(contrast(COLOURS[foreground], COLOURS[background])).toBeGreaterThanOrEqual(use === 'text' ? 7 : 3);
  });
});

describe('every pair that meets in high contrast', () => {
  const colour = (name: Colour): string => HIGH_CONTRAST[name] ?? '';
  const met = PAIRS.filter(([one, other]) => colour(one) !== '' && colour(other) !== '');
  test.each(met)('%s on %s as %s', (foreground, background, use) => {
    expect(contrast(colour(foreground), colour(background))).toBeGreaterThanOrEqual(use === 'text' ? 7 : 3);
  });
  test('nothing but black, white and yellow is left', () => {
    expect(new Set(Object.values(HIGH_CONTRAST))).toEqual(new Set(['#000000', '#FFFFFF', '#FFD400']));
  });
});

test('the style sheet holds the same colours, and no page has any other', () => {
  const css = readFileSync('renderer/shared/styles/tokens.css', 'utf8');
  const [usual = '', high = ''] = css.split(":root[data-contrast='high']");
  const inCss = (part: string) =>
    [...part.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]);
  const inTable = (table: object) =>
    Object.entries(table).map(([name, value]) => [name, String(value).toLowerCase()]);
  expect(inCss(usual)).toEqual(inTable(COLOURS));
  expect(inCss(high)).toEqual(inTable(HIGH_CONTRAST));

  const pages = globSync('renderer/{kiosk,counter,display,shared}/**/*.{vue,css}').filter(
    (file) => !file.endsWith('tokens.css'),
  );
  expect(pages.length).toBeGreaterThan(20);
  for (const file of pages) {
    const style = readFileSync(file, 'utf8').split('<style scoped>').at(-1) ?? '';
    expect(style, file).not.toMatch(/#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(/);
  }
});
