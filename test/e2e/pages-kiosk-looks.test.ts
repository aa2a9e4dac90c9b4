import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { brokenRules, buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import { elderVisit, sampleStation, visitTicket } from '../support/fake-services/samples.ts';
import { LANDSCAPE, openKiosk, panelOf, PORTRAIT, screen } from '../support/pages/bench.ts';
import { chooseTextSize, TEXT_SIZES } from '../support/pages/kiosk-looks.ts';
import { buttons, overflow, texts } from '../support/pages/measure.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

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
