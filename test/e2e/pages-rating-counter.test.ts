import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ok } from '../../preload/contracts/result.ts';
import type { TicketView } from '../../preload/contracts/hall-operations.ts';
import { brokenRules, buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import { sampleCounter, sampleTicket } from '../support/fake-services/samples.ts';
import { openHallPage, PORTRAIT, type FakeHall } from '../support/pages/bench.ts';
import { buttons, overflow, smallestGap, texts } from '../support/pages/measure.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

const SMALL = { width: 1024, height: 600 };
/** Apart enough for a trembling finger, large enough for any. */
const BUTTON_PX = 60;
const GAP_PX = 8;

const open = (viewport = SMALL) => openHallPage(browser, pages, '/rating/#counter=3&token=t', viewport);
const screen = (page: Page, name: string) => page.locator(`[data-screen="${name}"]`).waitFor();

function atCounter(hall: FakeHall, n: number, state: TicketView['state']): TicketView {
  const ticket = sampleTicket(n, { state, counterId: '3' });
  hall.feed.put('tickets', ticket.ticketId, ticket);
  hall.feed.put('counters', '3', sampleCounter('3', { name: '3号窗口', ticketId: ticket.ticketId }));
  return ticket;
}

/** The ticket leaves the counter; asked about it, the hall says what became of it. */
function leaves(hall: FakeHall, ticket: TicketView, state: TicketView['state']): void {
  hall.answers.ticketStatus = () =>
    ok({ ticket: { ...ticket, state }, waitingAhead: null, waitMinutes: null });
  hall.feed.put('counters', '3', sampleCounter('3', { name: '3号窗口', ticketId: null }));
}

async function asked(hall: FakeHall, page: Page): Promise<TicketView> {
  const ticket = atCounter(hall, 12, 'serving');
  await page.getByText('正在办理').waitFor();
  leaves(hall, ticket, 'done');
  await screen(page, 'ask');
  return ticket;
}

describe.each([
  ['tall', PORTRAIT],
  ['laptop', { width: 1366, height: 768 }],
  ['small', SMALL],
] as const)('%s', (name, viewport) => {
  test('five answers alike, large and apart; nothing cut, nothing chosen, no rule broken', async () => {
    const { page, hall, complaints } = await open(viewport);
    hall.feed.put('counters', '3', sampleCounter('3', { name: '3号窗口' }));
    await page.getByText('请等候叫号').waitFor();
    await takePicture(page, `rating-${name}-quiet`);
    await asked(hall, page);
    await takePicture(page, `rating-${name}-ask`);

    const looks = await page.locator('[data-level]').evaluateAll((all) =>
      all.map((button) => {
        const { color, backgroundColor, borderColor, borderWidth, fontSize } = getComputedStyle(button);
        const { width, height } = button.getBoundingClientRect();
        const size = [Math.round(width), Math.round(height)];
        return JSON.stringify({ color, backgroundColor, borderColor, borderWidth, fontSize, size });
      }),
    );
    expect(looks).toHaveLength(5);
    expect(new Set(looks).size).toBe(1);
    const touchable = await buttons(page);
    expect(touchable).toHaveLength(6);
    for (const { name: words, width, height } of touchable)
      expect(Math.min(width, height), words).toBeGreaterThanOrEqual(BUTTON_PX);
    expect(smallestGap(touchable)).toBeGreaterThanOrEqual(GAP_PX);
    expect(await overflow(page)).toEqual({ down: 0, across: 0 });
    for (const { text, fontPx } of await texts(page)) expect(fontPx, text).toBeGreaterThanOrEqual(12);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    expect(await brokenRules(page)).toEqual([]);

    hall.answers.rateVisit = ({ ticketId }) => ok({ ticketId, number: 'A012' });
    await page.getByRole('button', { name: '不满意 Dissatisfied', exact: true }).click();
    await screen(page, 'thanks');
    await takePicture(page, `rating-${name}-thanks`);
    expect(complaints).toEqual([]);
  });
});

describe('a visit that is over', () => {
  test('is rated with its own ticket, over this channel, once however often the button is touched', async () => {
    const { page, hall } = await open();
    const { ticketId } = await asked(hall, page);
    let answer = (): void => {};
    hall.answers.rateVisit = () =>
      new Promise((resolve) => {
        answer = () => resolve(ok({ ticketId, number: 'A012' }));
      });
    await page.locator('[data-level="5"]').evaluate((button: HTMLElement) => {
      for (let touch = 0; touch < 20; touch += 1) button.click();
    });
    await expect.poll(() => hall.count('rateVisit')).toBe(1);
    answer();
    await screen(page, 'thanks');
    const [sent] = hall.asked.filter(({ operation }) => operation === 'rateVisit');
    expect(sent?.input).toMatchObject({ ticketId, level: 5, channel: 'customer-screen' });
    expect(hall.count('rateVisit')).toBe(1);
  });

  test('may be left unrated', async () => {
    const { page, hall } = await open();
    await asked(hall, page);
    await page.getByRole('button', { name: '不评价' }).click();
    await screen(page, 'quiet');
    expect(hall.count('rateVisit')).toBe(0);
  });

  test('is thanked for when the pad was quicker', async () => {
    const { page, hall } = await open();
    await asked(hall, page);
    hall.answers.rateVisit = () => ({ ok: false, error: { kind: 'already-rated' } });
    await page.locator('[data-level="3"]').click();
    await screen(page, 'thanks');
  });

  test('can be tried again under the same request when the hall did not answer', async () => {
    const { page, hall } = await open();
    const { ticketId } = await asked(hall, page);
    hall.answers.rateVisit = () => ({ ok: false, error: { kind: 'internal' } });
    await page.locator('[data-level="4"]').click();
    await page.getByText('没有成功，请再点一次').waitFor();
    hall.answers.rateVisit = () => ok({ ticketId, number: 'A012' });
    await page.locator('[data-level="4"]').click();
    await screen(page, 'thanks');
    const ids = hall.asked.flatMap(({ operation, input }) =>
      operation === 'rateVisit' ? [input['requestId']] : [],
    );
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('is asked about no longer once the next person is being served', async () => {
    const { page, hall } = await open();
    await asked(hall, page);
    atCounter(hall, 13, 'called');
    await expect.poll(() => hall.count('ticketStatus')).toBe(1);
    expect(await page.locator('[data-screen="ask"]').count()).toBe(1);
    atCounter(hall, 13, 'serving');
    await screen(page, 'quiet');
    await page.getByText('A013').waitFor();
  });
});

test.each(['parked', 'missed', 'waiting', 'cancelled', 'lapsed'] as const)(
  'nobody is asked about a number that is %s',
  async (state) => {
    const { page, hall } = await open();
    const ticket = atCounter(hall, 12, 'serving');
    await page.getByText('正在办理').waitFor();
    leaves(hall, ticket, state);
    await expect.poll(() => hall.count('ticketStatus')).toBe(1);
    await page.getByText('请等候叫号').waitFor();
    expect(await page.locator('[data-screen="quiet"]').count()).toBe(1);
  },
);

test('a screen that was not told its counter says how to', async () => {
  const { page } = await openHallPage(browser, pages, '/rating/', SMALL);
  await page.getByText('#counter=3').waitFor();
});
