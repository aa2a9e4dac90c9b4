import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CounterView } from '../../preload/contracts/hall-operations.ts';
import { brokenRules, buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import { minutesAgo, sampleCall, sampleCounter, sampleTicket } from '../support/fake-services/samples.ts';
import type { FakeHall } from '../support/pages/bench.ts';
import { openDisplay, SCREENS } from '../support/pages/display-bench.ts';
import { inkHeight, mmPerPixel } from '../support/pages/ink.ts';
import { overflow, texts } from '../support/pages/measure.ts';
import { waitFor } from '../support/wait-for.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

const counter = (hall: FakeHall, over: Partial<CounterView>): void =>
  hall.feed.put('counters', '3', sampleCounter('3', { name: '3号窗口', ...over }));

/** The n-th ticket is called to counter 3, where it is then served. */
function call(hall: FakeHall, sequence: number, n: number, state: 'called' | 'serving' = 'called'): void {
  const ticket = sampleTicket(n, { state, counterId: '3', calledAt: minutesAgo(0) });
  hall.feed.put('tickets', ticket.ticketId, ticket);
  hall.feed.put('calls', ticket.ticketId, sampleCall(sequence, ticket, '3'));
  counter(hall, { ticketId: ticket.ticketId, staff: { staffNumber: '1001', name: '某某' } });
}

const standing = (name: string) => `[data-standing="${name}"]`;
const open = (options: Parameters<typeof openDisplay>[2] = {}) =>
  openDisplay(browser, pages, { fragment: '#counter=3', ...options });

/** The panel that the page is drawn for; the rule of the handbook: a hundredth, a four-hundredth of three metres. */
const PANEL_INCH = 15.6;
const CALLED_MM = 30;
const NEEDED_MM = 7.5;
/** Capitals and figures of Noto Sans SC stand 0.733 of the size high. */
const CAP = 0.733;

describe.each(SCREENS)('at %s', (name, viewport) => {
  test('the number is read from three metres, and so is every other word', async () => {
    const { page, hall, complaints } = await open({ viewport });
    call(hall, 1, 12);
    await page.locator(standing('called')).waitFor();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await takePicture(page, `window-called-${name}`);
    const mm = mmPerPixel(viewport, PANEL_INCH);
    expect((await inkHeight(page.locator('[data-called-number]'))) * mm).toBeGreaterThanOrEqual(CALLED_MM);
    for (const { text, fontPx } of await texts(page)) {
      expect(fontPx * CAP * mm, text).toBeGreaterThanOrEqual(NEEDED_MM);
    }
    expect(await overflow(page)).toEqual({ down: 0, across: 0 });
    expect(await brokenRules(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('it says plainly why nobody is served', async () => {
    const { page, hall } = await open({ viewport });
    await page.locator(standing('free')).getByText('请稍候').waitFor();
    counter(hall, { state: 'paused', pauseReason: 'system' });
    await page.locator(standing('paused')).getByText('暂停服务').waitFor();
    expect(await page.locator('[data-reason]').innerText()).toBe('系统维护中');
    await takePicture(page, `window-paused-${name}`);
    counter(hall, { state: 'closed' });
    await page.locator(standing('closed')).getByText('窗口未开放').waitFor();
    expect(await page.locator('[data-called-number], [data-staff]').count()).toBe(0);
    expect(await overflow(page)).toEqual({ down: 0, across: 0 });
  });
});

test('who is called, then served: number, priority, the clerk’s number and never a name', async () => {
  const { page, hall } = await open();
  call(hall, 1, 12);
  await page.locator(standing('called')).getByText('请到本窗口').waitFor();
  expect(await page.locator('[data-called-number]').innerText()).toBe('A012');
  expect(await page.locator('.badge').innerText()).toBe('优先');
  expect(await page.locator('[data-staff]').innerText()).toBe('工号 1001');
  call(hall, 1, 12, 'serving');
  await page.locator(standing('serving')).getByText('正在办理').waitFor();
  await takePicture(page, 'window-serving');
  const ticketId = sampleTicket(12).ticketId;
  counter(hall, { ticketId, state: 'paused', pauseReason: 'meal' });
  await page.locator(standing('serving')).getByText('办完这位后暂停').waitFor();
  counter(hall, { ticketId: null });
  await page.locator(standing('free')).waitFor();
  expect(await page.locator('body').innerText()).not.toContain('某某');
});

test('it tells the hall of each call that it shows, as the display over a window', async () => {
  const { page, hall } = await open();
  await page.locator(standing('free')).waitFor();
  call(hall, 1, 12);
  await waitFor(() => hall.feed.announced.length === 1);
  const { ticketId } = sampleTicket(12);
  expect(hall.feed.announced).toEqual([{ callSequence: 1, ticketId, by: 'window-display' }]);
  call(hall, 2, 12);
  await waitFor(() => hall.feed.announced.length === 2);
});

test('a new call flashes twice a second for two seconds, and not at all for who asked for less motion', async () => {
  const { page, hall } = await open();
  await page.locator(standing('free')).waitFor();
  call(hall, 1, 12);
  await page.locator(standing('called')).waitFor();
  const flashes = () =>
    page
      .locator('.body')
      .evaluate((body) => body.getAnimations().map((one) => one.effect?.getComputedTiming()));
  expect(await flashes()).toMatchObject([{ duration: 500, iterations: 4 }]);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  call(hall, 2, 12);
  await page.locator(standing('called')).waitFor();
  expect(await flashes()).toEqual([]);
});

test('a dead line shows no number as called, and says whom to listen to', async () => {
  const { page, hall } = await open({ prepare: (opened) => opened.clock.install() });
  call(hall, 1, 12);
  await page.locator(standing('called')).waitFor();
  hall.feed.cut();
  await page.clock.runFor(16_000);
  await page.locator(standing('stale')).getByText('请听工作人员呼叫').waitFor();
  expect(await page.locator('[data-called-number]').count()).toBe(0);
  await takePicture(page, 'window-stale');
  hall.feed.comeBack();
  await page.clock.runFor(9_000);
  await page.locator(standing('called')).waitFor();
});

test('a window that the hall does not have is said to be none', async () => {
  const { page } = await open({ fragment: '#counter=77' });
  await page.locator(standing('unknown')).getByText('本大厅没有 77 号窗口').waitFor();
});
