import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchChromium, openPage } from '../support/chromium.ts';
import { signInAt } from '../support/pages/bench.ts';
import { DESK, press } from '../support/pages/counter-bench.ts';
import { HallService } from '../support/services/hall-service.ts';
import { TEST_PIN } from '../support/services/staff.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

test('no kiosk works: a clerk gives three people numbers by the keyboard and calls the first', async () => {
  const hall = await HallService.forTest();
  const url = `${hall.address}/counter/#token=${hall.tokens.of('counter')}&counter=3`;
  const { page, context, complaints } = await openPage(browser, url, DESK);
  onTestFinished(() => context.close());
  await signInAt(page, '1001', TEST_PIN);
  await press(page, '+', '[data-action="giveNumber"]:enabled');
  await page.locator('[data-option="service JZ-13"]').waitFor();
  await page.keyboard.type('JZ-13');
  await page.keyboard.press('Enter');
  await page.locator('[data-step="class"]').waitFor();
  await page.keyboard.press('1');
  const given = page.locator('[data-given]');
  await given.waitFor();
  const first = (await given.getAttribute('data-given')) ?? '';
  expect(await page.locator('[data-ahead]').innerText()).toBe('前面没有人');
  await press(page, '1', `[data-given="${first}"]`);
  await page.locator('[data-ahead]', { hasText: '前面 1 人' }).waitFor();
  await press(page, '1', '[data-given]');
  await page.locator('[data-ahead]', { hasText: '前面 2 人' }).waitFor();
  await page.keyboard.press('Escape');
  await press(page, 'F10', '[data-action="open"].big:enabled');
  await page.locator(`[data-waiting="${first}"]`).waitFor();
  expect(await page.locator('[data-waiting]').count()).toBe(3);
  await press(page, 'F2', '[data-action="callNext"].big:enabled');
  await page.locator('[data-ticket-state="called"]').waitFor();
  await page.locator(`[data-waiting="${first}"]`).waitFor({ state: 'detached' });
  const { tickets } = await hall
    .as('admin')
    .queueSnapshot({})
    .then((answer) => (answer.ok ? answer.value : { tickets: [] }));
  expect(tickets.map(({ state, people }) => [state, people])).toEqual([
    ['called', 1],
    ['waiting', 1],
    ['waiting', 1],
  ]);
  expect(complaints).toEqual([]);
});
