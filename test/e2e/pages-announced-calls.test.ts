import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnnouncementView } from '../../preload/contracts/hall-operations.ts';
import { brokenRules, buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import { minutesAgo, sampleCall, sampleCounter, sampleTicket } from '../support/fake-services/samples.ts';
import { LANDSCAPE, openHallPage, type FakeHall } from '../support/pages/bench.ts';
import { waitFor } from '../support/wait-for.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

const TICKET = sampleTicket(12, {
  state: 'called',
  counterId: '3',
  calledAt: minutesAgo(0),
  callCount: 1,
});

function call(hall: FakeHall, sequence: number, n: number): void {
  const ticket = sampleTicket(n, { state: 'called', counterId: String(n) });
  hall.feed.put('tickets', ticket.ticketId, ticket);
  hall.feed.put('calls', ticket.ticketId, sampleCall(sequence, ticket, String(n)));
}

test('a display says of each call once that it is shown, when it is', async () => {
  const { page, hall } = await openHallPage(browser, pages, '/display/', LANDSCAPE);
  await page.getByText('窗口现在没有开放').waitFor();
  call(hall, 1, 1);
  await waitFor(() => hall.feed.announced.length === 1);
  expect(await page.locator('[data-call="1"]').count()).toBe(1);
  call(hall, 2, 2);
  await waitFor(() => hall.feed.announced.length === 2);
  expect(await page.locator('[data-call="2"]').count()).toBe(1);
  const [one, two] = [sampleTicket(1).ticketId, sampleTicket(2).ticketId];
  expect(hall.feed.announced).toEqual([
    { callSequence: 1, ticketId: one, by: 'display' },
    { callSequence: 2, ticketId: two, by: 'display' },
  ]);
});

test('a display that paints nothing claims nothing', async () => {
  const { page, hall } = await openHallPage(browser, pages, '/display/', LANDSCAPE, async (opened) => {
    // What a browser does to a page behind another one.
    await opened.addInitScript(() => Object.assign(window, { requestAnimationFrame: () => 0 }));
  });
  await page.getByText('窗口现在没有开放').waitFor();
  call(hall, 1, 1);
  await page.locator('[data-call="1"]').waitFor();
  call(hall, 2, 2);
  await page.locator('[data-call="2"]').waitFor();
  expect(hall.feed.announced).toEqual([]);
});

const announcement = (over: Partial<AnnouncementView>): AnnouncementView => ({
  ticketId: TICKET.ticketId,
  callSequence: 7,
  display: 0,
  speaker: 0,
  windowDisplay: 0,
  state: 'pending',
  ...over,
});

test('the clerk sees whether the call was seen and heard, and is told to call out when it was not', async () => {
  const { page, hall } = await openHallPage(browser, pages, '/counter/#counter=3', LANDSCAPE);
  hall.feed.put('tickets', TICKET.ticketId, TICKET);
  hall.feed.put('counters', '3', sampleCounter('3', { ticketId: TICKET.ticketId }));
  const note = page.locator('[data-announced]');
  const say = (over: Partial<AnnouncementView>): void =>
    hall.feed.put('announcements', TICKET.ticketId, announcement(over));

  await page.locator('[data-number]', { hasText: 'A012' }).waitFor();
  expect(await note.count()).toBe(0);
  say({});
  await page.locator('[data-announced="pending"]').waitFor();
  say({ display: 2, speaker: 1, windowDisplay: 1, state: 'announced' });
  await page.locator('[data-announced="announced"]').waitFor();
  expect(await note.innerText()).toBe('已播报：屏幕 2 块、语音、窗口屏');
  say({ state: 'unanswered' });
  await page.getByRole('alert').getByText('没有屏幕或语音播报，请人工呼叫').waitFor();
  await takePicture(page, 'counter-call-unanswered');
  expect(await brokenRules(page)).toEqual([]);
  hall.feed.put('tickets', TICKET.ticketId, { ...TICKET, state: 'serving' });
  await note.waitFor({ state: 'detached' });
});
