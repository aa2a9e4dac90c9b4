import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brokenRules, buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import { cardlessVisit, elderVisit, sampleStation, visitTicket } from '../support/fake-services/samples.ts';
import { LANDSCAPE, openKiosk, panelOf, PORTRAIT, screen, type FakeStation } from '../support/pages/bench.ts';
import { chooseTextSize, TEXT_SIZES } from '../support/pages/kiosk-looks.ts';
import { buttons, overflow, smallestGap, texts } from '../support/pages/measure.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

type Viewport = typeof LANDSCAPE;
type Bring = (station: FakeStation, page: Page, viewport: Viewport) => Promise<void>;

const show =
  (name: string, put: (station: FakeStation, viewport: Viewport) => void): Bring =>
  async (station, page, viewport) => {
    put(station, viewport);
    await screen(page, name);
  };

const LONG_NAME = '中度以上失能老人养老服务消费补贴协助申领';
const ticket = (over: Parameters<typeof visitTicket>[0] = {}) =>
  visitTicket({ serviceName: LONG_NAME, ...over });
const adviceOf = (readerAdvice: 'lift-and-replace' | 'not-an-id-card' | 'go-to-counter') =>
  show('idle', (station, viewport) =>
    station.feed.put('station', 'now', sampleStation({ panel: panelOf(viewport), readerAdvice })),
  );

/** Each screen of the kiosk, and how it comes about. */
const SCREENS: Readonly<Record<string, Bring>> = {
  idle: show('idle', () => {}),
  'idle-lift-and-replace': adviceOf('lift-and-replace'),
  'idle-not-an-id-card': adviceOf('not-an-id-card'),
  'idle-go-to-counter': adviceOf('go-to-counter'),
  away: show('away', (station, viewport) =>
    station.feed.put('station', 'now', sampleStation({ panel: panelOf(viewport), hall: 'unreachable' })),
  ),
  'choose-elder': show('choose', (station) => station.feed.put('visit', 'now', elderVisit())),
  'choose-expired': show('choose', (station) =>
    station.feed.put('visit', 'now', elderVisit({ cardExpired: true })),
  ),
  'choose-no-card': show('choose', (station) => station.feed.put('visit', 'now', cardlessVisit())),
  more: async (station, page) => {
    station.feed.put('visit', 'now', elderVisit());
    await page.getByRole('button', { name: '其他事项' }).click();
    await screen(page, 'more');
  },
  priority: async (station, page) => {
    station.feed.put('visit', 'now', cardlessVisit());
    await page.getByRole('button', { name: '我需要优先' }).click();
    await screen(page, 'priority');
  },
  'done-printing': show('done', (station) =>
    station.feed.put('visit', 'now', elderVisit({ tickets: [ticket({ printState: 'sent' })] })),
  ),
  'done-printed': show('done', (station) =>
    station.feed.put('visit', 'now', elderVisit({ tickets: [ticket()] })),
  ),
  'done-not-printed': show('done', (station) =>
    station.feed.put(
      'visit',
      'now',
      elderVisit({ tickets: [ticket({ printState: 'unknown', printProblem: 'no-paper' })] }),
    ),
  ),
  'done-already-held': show('done', (station) =>
    station.feed.put(
      'visit',
      'now',
      elderVisit({ tickets: [ticket({ alreadyHeld: true, number: 'A1012' })] }),
    ),
  ),
};

const SIZES = [
  ['standard', 32],
  ['large', 40],
  ['largest', 48],
] as const;

describe.each([
  ['landscape', LANDSCAPE],
  ['portrait', PORTRAIT],
] as const)('%s', (orientation, viewport) => {
  test.each(Object.entries(SCREENS))('%s in three sizes', async (name, bring) => {
    const { page, station, complaints } = await openKiosk(browser, pages, viewport);
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
    expect(await brokenRules(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

test('running text stands 1.5 lines apart, the number is at least 160 px high', async () => {
  const { page, station } = await openKiosk(browser, pages);
  const lines = await texts(page, '.facts');
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line.lineHeightEm).toBeGreaterThanOrEqual(1.5);
  station.feed.put('visit', 'now', elderVisit({ tickets: [ticket()] }));
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
