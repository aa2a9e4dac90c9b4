import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { brokenRules, buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import { elderVisit } from '../support/fake-services/samples.ts';
import { openKiosk, screen } from '../support/pages/bench.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

const banner = (page: Page) => page.locator('[data-practice]');

test('somebody practises from card to number; neither station nor hall hears of it', async () => {
  const { page, station, complaints } = await openKiosk(browser, pages);
  await page.locator('[data-practice-begin]').click();
  await banner(page).waitFor();
  await takePicture(page, 'kiosk-practice-card');
  await page.locator('[data-practice-card]').click();
  await screen(page, 'choose');
  expect(await page.locator('.greeting').innerText()).toMatch(/练\*习 您好，70 岁\s*优先办理/);
  await page.locator('[data-service="LN-01"]').click();
  await screen(page, 'done');
  expect(await page.locator('[data-number]').innerText()).toBe('A000');
  expect(await banner(page).isVisible()).toBe(true);
  await takePicture(page, 'kiosk-practice-done');
  await page.getByRole('button', { name: '办好了' }).click();
  await screen(page, 'practised');
  await takePicture(page, 'kiosk-practised');
  expect(await brokenRules(page)).toEqual([]);
  await page.locator('[data-practice-again]').click();
  await screen(page, 'idle');
  await page.locator('[data-bar="back"]').click();
  await banner(page).waitFor({ state: 'detached' });
  expect(station.asked).toEqual([]);
  expect(complaints).toEqual([]);
});

test('who practises without a card is asked like anybody', async () => {
  const { page, station } = await openKiosk(browser, pages);
  await page.locator('[data-practice-begin]').click();
  await page.locator('.no-card').click();
  await screen(page, 'choose');
  await page.getByRole('button', { name: '我 60 岁以上' }).click();
  await page.locator('[data-service]').first().click();
  await screen(page, 'done');
  await page.locator('.ticket .badge').waitFor();
  expect(station.asked).toEqual([]);
});

test('a real card ends the practice at once', async () => {
  const { page, station } = await openKiosk(browser, pages);
  await page.locator('[data-practice-begin]').click();
  await page.locator('[data-practice-card]').click();
  await screen(page, 'choose');
  station.feed.put('visit', 'now', elderVisit());
  await page.getByText('张*英 您好').waitFor();
  expect(await banner(page).count()).toBe(0);
});
