import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AAA, brokenRules, buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import { elderVisit, sampleStation, visitTicket } from '../support/fake-services/samples.ts';
import { LANDSCAPE, openKiosk, openKioskForNow, panelOf, PORTRAIT, screen } from '../support/pages/bench.ts';
import { KIOSK_STATES } from '../support/pages/kiosk-states.ts';
import { chooseTextSize, TEXT_SIZES } from '../support/pages/kiosk-looks.ts';
import { buttons, overflow, smallestGap, texts } from '../support/pages/measure.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

const SIZES = [
  ['standard', 32],
  ['large', 40],
  ['largest', 48],
] as const;

describe.each([
  ['landscape', LANDSCAPE],
  ['portrait', PORTRAIT],
] as const)('%s', (orientation, viewport) => {
  // Most of the time a page only settles: some at once are as good as one after the other.
  test.concurrent.each(Object.entries(KIOSK_STATES))('%s in three sizes', async (name, bring) => {
    await using kiosk = await openKioskForNow(browser, pages, viewport);
    const { page, station, complaints } = kiosk;
    await bring(station, page, viewport);
    for (const [size, bodyPx] of SIZES) {
      await chooseTextSize(page, size);
      await takePicture(page, `kiosk-${name}-${orientation}-${bodyPx}`);
      const where = `${name} ${size}`;

      const boxes = await buttons(page);
      for (const box of boxes) {
        expect(box.width, `${where}: ${box.name}`).toBeGreaterThanOrEqual(80);
        expect(box.height, `${where}: ${box.name}`).toBeGreaterThanOrEqual(80);
      }
      expect(smallestGap(boxes), where).toBeGreaterThanOrEqual(16 - 0.01);
      expect(await page.locator('[data-choice]').count(), where).toBeLessThanOrEqual(5);
      expect(await overflow(page), where).toEqual({ down: 0, across: 0 });
      for (const line of await texts(page)) {
        expect(line.fontPx, `${where}: ${line.text}`).toBeGreaterThanOrEqual(bodyPx - 0.01);
        expect(line.longestLineEm, `${where}: ${line.text}`).toBeLessThanOrEqual(28);
      }
    }
    expect(await brokenRules(page, AAA)).toEqual([]);
    // A browser says by itself that a service answered that the hall is away.
    expect(complaints.filter((one) => !/status of 50[03]/.test(one))).toEqual([]);
  });
});

test('running text stands 1.5 lines apart, the number is at least 160 px high', async () => {
  const { page, station } = await openKiosk(browser, pages);
  const lines = await texts(page, '.facts');
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line.lineHeightEm).toBeGreaterThanOrEqual(1.5);
  station.feed.put('visit', 'now', elderVisit({ tickets: [visitTicket()] }));
  const [number] = await texts(page, '[data-number]');
  expect(number?.fontPx).toBeGreaterThanOrEqual(160);
});

test('without colour the priority is still a word and a shape', async () => {
  const { page, station } = await openKiosk(browser, pages);
  station.feed.put('visit', 'now', elderVisit());
  const badge = page.locator('.greeting .badge');
  await badge.waitFor();
  expect(await badge.innerText()).toBe('优先办理');
  expect(await badge.locator('svg').count()).toBe(1);
});

test('on a larger panel the same touch is the same millimetres', async () => {
  const { page, station } = await openKiosk(browser, pages);
  const panel = { ...panelOf(LANDSCAPE), diagonalInch: 32 };
  station.feed.put('station', 'now', sampleStation({ panel }));
  await expect
    .poll(async () => (await texts(page, '[data-bar="language"]'))[0]?.fontPx)
    .toBeCloseTo((32 * 21.5) / 32, 3);
  const boxes = await buttons(page);
  const pitch = (32 * 25.4) / Math.hypot(1920, 1080);
  for (const box of boxes) expect(box.height * pitch).toBeGreaterThanOrEqual(19.8);
});

test('English is written and fits, in every size', async () => {
  for (const viewport of [LANDSCAPE, PORTRAIT]) {
    const { page, station } = await openKiosk(browser, pages, viewport);
    await page.getByRole('button', { name: 'English' }).click();
    station.feed.put('visit', 'now', elderVisit());
    await screen(page, 'choose');
    for (const size of TEXT_SIZES) {
      await chooseTextSize(page, size);
      await takePicture(page, `kiosk-english-${viewport.width}-${size}`);
      expect(await overflow(page), size).toEqual({ down: 0, across: 0 });
    }
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('h1').innerText()).toBe('What are you here for?');
    expect(await brokenRules(page)).toEqual([]);
  }
});
