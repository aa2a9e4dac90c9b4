import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import { call, fill, openDisplay, SCREENS } from '../support/pages/display-bench.ts';
import { inkHeight, mmPerPixel } from '../support/pages/ink.ts';
import { overflow, texts } from '../support/pages/measure.ts';

/**
 * The rule of the handbook, as heights of figures and capitals on the glass: a called number a hundredth of the distance
 * (0.57 degrees), a listed number a two-hundredth, every other word that is needed a four-hundredth.
 */
const RULE = { called: 1 / 100, listed: 1 / 200, needed: 1 / 400 };
/** Capitals and figures of Noto Sans SC stand 0.733 of the size high; the first test measures that this is so. */
const CAP = 0.733;

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function smallestWord(page: Page): Promise<{ readonly text: string; readonly fontPx: number }> {
  const words = await texts(page);
  return words.reduce((least, word) => (word.fontPx < least.fontPx ? word : least));
}

describe.each(SCREENS)('55 inches of %s, read from eight metres', (name, viewport) => {
  const mm = mmPerPixel(viewport, 55);
  const open = () => openDisplay(browser, pages, { viewport, before: fill });

  test('a call alone, and each of four together: figures at least 80 mm high', async () => {
    const { page, hall } = await open();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.locator('[data-listed="A006"]').waitFor();
    call(hall, 7, 21);
    await page.locator('[data-call="7"]').waitFor();
    const called = page.locator('[data-called-number]');
    const alone = await inkHeight(called);
    const fontPx = await called.evaluate((number) => parseFloat(getComputedStyle(number).fontSize));
    expect(alone / fontPx).toBeGreaterThan(CAP);
    expect(alone / fontPx).toBeLessThan(CAP + 0.06);
    expect(alone * mm).toBeGreaterThanOrEqual(8_000 * RULE.called);
    for (const n of [22, 23, 25]) call(hall, n - 14, n);
    await page.locator('[data-call="11"]').waitFor();
    for (const number of await called.all()) {
      expect((await inkHeight(number)) * mm).toBeGreaterThanOrEqual(8_000 * RULE.called);
    }
  });

  test('calls, next and missed numbers 40 mm, every other word 20 mm, on every slide', async () => {
    const { page, hall } = await openDisplay(browser, pages, {
      viewport,
      before: fill,
      prepare: (opened) => opened.clock.install(),
    });
    await page.locator('[data-listed="A006"]').waitFor();
    const listed = page.locator('[data-listed-number]');
    for (const number of [listed.first(), listed.last()]) {
      expect((await inkHeight(number)) * mm).toBeGreaterThanOrEqual(8_000 * RULE.listed);
    }
    const sizes = await listed.evaluateAll((numbers) =>
      numbers.map((number) => parseFloat(getComputedStyle(number).fontSize)),
    );
    expect(Math.min(...sizes) * CAP * mm).toBeGreaterThanOrEqual(8_000 * RULE.listed);
    for (let slide = 0; slide < 4; slide += 1) {
      const { text, fontPx } = await smallestWord(page);
      expect(fontPx * CAP * mm, text).toBeGreaterThanOrEqual(8_000 * RULE.needed);
      await page.clock.runFor(12_000);
    }
    call(hall, 7, 21, { recall: true, counterName: '婚姻登记一号窗口' });
    await page.locator('[data-call="7"]').waitFor();
    const { text, fontPx } = await smallestWord(page);
    expect(fontPx * CAP * mm, text).toBeGreaterThanOrEqual(8_000 * RULE.needed);
  });

  test.each([
    ['43 inches', '#diagonal=43', 43, 8_000],
    ['ten metres', '#distance=10000', 55, 10_000],
  ])(
    '%s: letters grow, a called number keeps its hundredth, and nothing is cut',
    async (_what, fragment, inch, far) => {
      const { page, hall } = await openDisplay(browser, pages, { viewport, fragment, before: fill });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.locator('[data-listed="A006"]').waitFor();
      await takePicture(page, `display-${inch}-${far}-${name}`);
      const own = mmPerPixel(viewport, inch);
      const { text, fontPx } = await smallestWord(page);
      expect(fontPx * CAP * own, text).toBeGreaterThanOrEqual(far * RULE.needed);
      expect((await inkHeight(page.locator('[data-listed-number]').first())) * own).toBeGreaterThanOrEqual(
        far * RULE.listed,
      );
      call(hall, 7, 21);
      await page.locator('[data-call="7"]').waitFor();
      expect((await inkHeight(page.locator('[data-called-number]'))) * own).toBeGreaterThanOrEqual(
        far * RULE.called,
      );
      expect(await overflow(page)).toEqual({ down: 0, across: 0 });
    },
  );
});
