import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HIGH_CONTRAST } from '../../renderer/shared/tokens.ts';
import { brokenRules, buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import { elderVisit, sampleStation, visitTicket } from '../support/fake-services/samples.ts';
import { LANDSCAPE, openKiosk, panelOf, PORTRAIT, screen } from '../support/pages/bench.ts';
import { chooseTextSize, TEXT_SIZES, toggleLook } from '../support/pages/kiosk-looks.ts';
import { buttons, overflow } from '../support/pages/measure.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

const html = (page: Page, name: string) => page.locator('html').getAttribute(`data-${name}`);

/** Colours of everything that is painted: text, grounds, borders. */
async function coloursOf(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate(() => {
    const seen = new Set<string>();
    for (const element of document.querySelectorAll('.kiosk, .kiosk *')) {
      const style = getComputedStyle(element);
      seen.add(style.color);
      seen.add(style.backgroundColor);
      if (parseFloat(style.borderTopWidth) > 0) seen.add(style.borderTopColor);
    }
    return [...seen];
  });
  return found.filter((colour) => colour !== 'rgba(0, 0, 0, 0)');
}

test('larger letters come with the first touch', async () => {
  const { page } = await openKiosk(browser, pages);
  await page.locator('[data-bar="looks"]').click();
  await screen(page, 'looks');
  expect(await html(page, 'text-size')).toBe('large');
  await takePicture(page, 'kiosk-looks');
  expect(await brokenRules(page)).toEqual([]);
  await page.locator('[data-bar="back"]').click();
  await screen(page, 'idle');
  expect(await html(page, 'text-size')).toBe('large');
});

test('high contrast is black, white and yellow, and nothing else', async () => {
  const { page, station } = await openKiosk(browser, pages);
  await toggleLook(page, 'contrast');
  station.feed.put('visit', 'now', elderVisit());
  await screen(page, 'choose');
  await takePicture(page, 'kiosk-choose-high-contrast');
  const hex = (colour: string) =>
    `#${[...colour.matchAll(/\d+/g)]
      .slice(0, 3)
      .map(([channel]) => Number(channel).toString(16).padStart(2, '0'))
      .join('')}`.toUpperCase();
  const allowed = new Set(Object.values(HIGH_CONTRAST).map((value) => value.toUpperCase()));
  expect((await coloursOf(page)).map(hex).filter((colour) => !allowed.has(colour))).toEqual([]);
  expect(await brokenRules(page)).toEqual([]);
});

describe.each([
  ['landscape', LANDSCAPE],
  ['portrait', PORTRAIT],
] as const)('low in reach, %s', (orientation, viewport) => {
  test('all that is touched stands in the lower 40 %', async () => {
    const { page, station } = await openKiosk(browser, pages, viewport);
    await toggleLook(page, 'low');
    const look = async (name: string): Promise<void> => {
      for (const size of TEXT_SIZES) {
        await chooseTextSize(page, size);
        await takePicture(page, `kiosk-low-${name}-${orientation}-${size}`);
        expect(await overflow(page), `${name} ${size}`).toEqual({ down: 0, across: 0 });
        for (const box of await buttons(page))
          expect(box.y, `${name} ${size}: ${box.name}`).toBeGreaterThanOrEqual(viewport.height * 0.6);
      }
    };
    await look('idle');
    station.feed.put('visit', 'now', elderVisit());
    await screen(page, 'choose');
    await look('choose');
    station.feed.put('visit', 'now', elderVisit({ tickets: [visitTicket()] }));
    await screen(page, 'done');
    await look('done');
  });
});

test('a kiosk for people in wheelchairs begins low, also after each visit', async () => {
  const { page, station } = await openKiosk(browser, pages);
  station.feed.put('station', 'now', sampleStation({ panel: panelOf(LANDSCAPE), lowReach: true }));
  await page.locator('html[data-reach="low"]').waitFor();
  await toggleLook(page, 'low');
  expect(await html(page, 'reach')).toBe('usual');
  station.feed.put('visit', 'now', elderVisit());
  await screen(page, 'choose');
  station.feed.put('visit', 'now', null);
  await screen(page, 'idle');
  expect(await html(page, 'reach')).toBe('low');
});
