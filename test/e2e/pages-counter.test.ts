import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { err, ok } from '../../preload/contracts/result.ts';
import { brokenRules, buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import {
  minutesAgo,
  sampleCounter,
  sampleHall,
  sampleId,
  sampleTicket,
} from '../support/fake-services/samples.ts';
import { openHallPage, signInAt, type FakeHall } from '../support/pages/bench.ts';
import { buttons, overflow, smallestGap, texts } from '../support/pages/measure.ts';
import { waitFor } from '../support/wait-for.ts';

const DESK = { width: 1366, height: 768 };
let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

const called = (n: number) =>
  sampleTicket(n, { state: 'called', counterId: '3', calledAt: minutesAgo(0), callCount: 1 });

/** Eighteen people wait, three were missed, counter 3 is open and free. */
function fill(hall: FakeHall): void {
  for (let n = 1; n <= 21; n += 1) {
    const missed = n <= 3 ? ({ state: 'missed', calledAt: minutesAgo(n) } as const) : {};
    hall.feed.put('tickets', sampleId(n), sampleTicket(n, missed));
  }
  const numbers = Array.from({ length: 18 }, (_, at) => `A${String(at + 4).padStart(3, '0')}`);
  // The hall's own order: an elder who came later stands first.
  hall.feed.put('order', 'now', { numbers: ['A006', ...numbers.filter((number) => number !== 'A006')] });
  hall.feed.put('hall', 'now', sampleHall({ waiting: 20 }));
  for (const id of ['1', '2', '3']) hall.feed.put('counters', id, sampleCounter(id, { waiting: 18 }));
}

/** A hall that does what a real one does for one counter. */
function letTheHallWork(hall: FakeHall): void {
  let ticket = called(6);
  const put = (state: typeof ticket.state, atCounter: boolean): typeof ticket => {
    ticket = { ...ticket, state };
    hall.feed.put('tickets', ticket.ticketId, ticket);
    hall.feed.put(
      'counters',
      '3',
      sampleCounter('3', { waiting: 17, ticketId: atCounter ? ticket.ticketId : null }),
    );
    return ticket;
  };
  const counter = (state: 'open' | 'paused' | 'closed') => {
    const view = sampleCounter('3', { state });
    hall.feed.put('counters', '3', view);
    return ok(view);
  };
  hall.answers.callNext = () => {
    const { ticketId, number, serviceCode, priorityClass } = put('called', true);
    return ok({ ticketId, number, serviceCode, priorityClass });
  };
  hall.answers.recallTicket = () => ok(put('called', true));
  hall.answers.startService = () => ok(put('serving', true));
  hall.answers.finishService = () => ok(put('done', false));
  hall.answers.missTicket = () => ok(put('missed', false));
  hall.answers.pauseCounter = () => counter('paused');
  hall.answers.closeCounter = () => counter('closed');
  hall.answers.openCounter = () => counter('open');
}

async function openCounterThree() {
  const bench = await openHallPage(browser, pages, '/counter/#counter=3', DESK);
  fill(bench.hall);
  await bench.page.locator('[data-counter-state="open"]').waitFor();
  await bench.page.locator('[data-waiting="A021"]').waitFor();
  return bench;
}

const asked = (hall: FakeHall) => hall.asked.map(({ operation }) => operation);
/** A hand that is not hurried: the page takes two strokes closer together than 300 ms for one. */
async function press(page: Page, key: string, ready: string): Promise<void> {
  await page.locator(ready).waitFor();
  await page.waitForTimeout(300);
  await page.keyboard.press(key);
}

describe('choosing the counter', () => {
  test('from the list, remembered over a reload, changed on request', async () => {
    const { page, hall } = await openHallPage(browser, pages, '/counter/', DESK);
    fill(hall);
    await takePicture(page, 'counter-pick');
    await page.getByRole('button', { name: '2 号窗口' }).click();
    await page.locator('[data-counter-state="open"]').waitFor();
    await page.reload();
    await signInAt(page);
    await page.locator('.counter', { hasText: '2 号窗口' }).waitFor();
    await page.getByRole('button', { name: '换窗口' }).click();
    await page.getByText('请选择您的窗口').waitFor();
  });
  test('a counter that the hall does not have is said to be unknown', async () => {
    const { page, hall } = await openHallPage(browser, pages, '/counter/#counter=9', DESK);
    fill(hall);
    await page.getByText('大厅里没有 9 号窗口').waitFor();
  });
});

test('a whole person by keyboard alone: call, recall, start, finish', async () => {
  const { page, hall, complaints } = await openCounterThree();
  letTheHallWork(hall);
  await press(page, 'F2', '[data-action="callNext"].big');
  await press(page, 'F3', '[data-ticket-state="called"]');
  expect(await page.locator('[data-number]').innerText()).toBe('A006');
  await waitFor(() => hall.count('recallTicket') === 1 || undefined);
  await press(page, 'F4', '[data-action="start"]:enabled >> nth=0');
  await press(page, 'F6', '[data-ticket-state="serving"]');
  await page.getByText('窗口前没有人').waitFor();
  expect(asked(hall)).toEqual(['callNext', 'recallTicket', 'startService', 'finishService']);
  expect(hall.asked[3]?.input).toMatchObject({ ticketId: sampleId(6), counterId: '3', outcome: 'done' });
  expect(new Set(hall.asked.map(({ input }) => input['requestId'])).size).toBe(4);
  expect(complaints).toEqual([]);
});

test('the space bar is the one big next action, and a held or doubled key is one stroke', async () => {
  const { page, hall } = await openCounterThree();
  letTheHallWork(hall);
  await press(page, 'Space', '[data-action="callNext"].big');
  await page.keyboard.press('Space');
  await page.locator('[data-ticket-state="called"]').waitFor();
  expect(asked(hall)).toEqual(['callNext']);
  await page.keyboard.down('Space');
  await page.keyboard.down('Space');
  await page.keyboard.down('Space');
  await page.keyboard.up('Space');
  await press(page, 'Space', '[data-action="start"].big');
  await press(page, 'Space', '[data-action="finish"].big');
  await page.getByText('窗口前没有人').waitFor();
  expect(asked(hall)).toEqual(['callNext', 'startService', 'finishService']);
});

test('missed, paused, resumed, closed, opened; not today; a missed person returns', async () => {
  const { page, hall } = await openCounterThree();
  letTheHallWork(hall);
  hall.answers.returnTicket = () => ok(sampleTicket(1));
  await press(page, 'F2', '[data-action="callNext"].big');
  await press(page, 'F8', '[data-ticket-state="called"]');
  await press(page, 'F9', '[data-action="pause"]:enabled');
  await press(page, 'F9', '[data-counter-state="paused"]');
  await press(page, 'F10', '[data-counter-state="open"]');
  await press(page, 'F10', '[data-counter-state="closed"]');
  await press(page, 'F2', '[data-counter-state="open"]');
  await press(page, 'F4', '[data-ticket-state="called"]');
  await page.locator('[data-ticket-state="serving"]').waitFor();
  await page.locator('[data-action="notToday"]').click();
  await page.getByRole('button', { name: 'A001 回来排队' }).click();
  await waitFor(() => hall.count('returnTicket') === 1 || undefined);
  expect(asked(hall)).toEqual([
    ...['callNext', 'missTicket', 'pauseCounter', 'openCounter', 'closeCounter', 'openCounter'],
    ...['callNext', 'startService', 'finishService', 'returnTicket'],
  ]);
  expect(hall.asked[8]?.input['outcome']).toBe('not-possible-today');
});

test('the waiting list stands in the hall’s order, with priority in word and shape and minutes by the hall’s clock', async () => {
  const { page, hall } = await openCounterThree();
  const rows = page.locator('[data-waiting]');
  const numbers = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-waiting')));
  expect(numbers.slice(0, 4)).toEqual(['A006', 'A004', 'A005', 'A007']);
  expect(await rows.nth(0).innerText()).toMatch(/A006[\s\S]*长者优先[\s\S]*久等\s*68 分钟/);
  expect(await rows.nth(0).locator('.badge svg').count()).toBe(1);
  expect(await page.locator('.elsewhere').innerText()).toBe('另有 2 人等其他窗口');
  hall.feed.put('counters', '3', sampleCounter('3', { services: ['JZ-13'], waiting: 1 }));
  await page.getByText('另有 19 人等其他窗口').waitFor();
  expect(await rows.count()).toBe(1);
});

describe('what goes wrong stands in one line', () => {
  test('with its facts, and goes when the hall moves on', async () => {
    const { page, hall } = await openCounterThree();
    hall.answers.callNext = () =>
      err({ kind: 'counter-busy', counterId: '3', ticketId: sampleId(9), number: 'A009' });
    await page.keyboard.press('F2');
    await page.getByRole('alert').getByText('A009 还在窗口，请先办完或记为过号').waitFor();
    await takePicture(page, 'counter-problem');
    hall.feed.put('counters', '3', sampleCounter('3', { state: 'paused' }));
    await page.getByText('A009 还在窗口').waitFor({ state: 'detached' });
  });
  test('an answer that was lost is asked for again under the same id: nobody is called twice', async () => {
    const { page, hall } = await openCounterThree();
    hall.answers.callNext = () => err({ kind: 'hall-unreachable' });
    await page.keyboard.press('F2');
    await page.getByText('再按一次不会重复叫号').waitFor();
    letTheHallWork(hall);
    await press(page, 'F2', '[data-action="callNext"]:enabled >> nth=0');
    await page.locator('[data-ticket-state="called"]').waitFor();
    const [first, second] = hall.asked.map(({ input }) => input['requestId']);
    expect(second).toBe(first);
  });
  test('storage trouble is on the bar for as long as it lasts', async () => {
    const { page, hall } = await openCounterThree();
    hall.feed.put('hall', 'now', sampleHall({ storage: 'full' }));
    await page.locator('[data-storage="full"]').getByText('磁盘已满，请马上联系管理员').waitFor();
    hall.feed.put('hall', 'now', sampleHall());
    await page.locator('[data-storage="well"]').waitFor();
  });
  test('a lost line is said, keys do nothing, and it comes back by itself', async () => {
    const { page, hall } = await openCounterThree();
    hall.feed.cut();
    await page.getByText('系统正在恢复，号码不会丢失').waitFor();
    await page.locator('[data-line-state="lost"]').waitFor();
    await takePicture(page, 'counter-line-lost');
    expect(await page.locator('[data-action]:enabled').count()).toBe(0);
    hall.feed.comeBack();
    await page.locator('[data-line-state="live"]').waitFor();
    await page.locator('[data-action="callNext"].big:enabled').waitFor();
  });
});

test.each([
  [
    'nobody',
    (hall: FakeHall) => hall.feed.put('hall', 'now', sampleHall({ waiting: 20, simulated: ['speaker'] })),
  ],
  [
    'serving',
    (hall: FakeHall) => {
      const ticket = sampleTicket(9, { state: 'serving', calledAt: minutesAgo(3), callCount: 2 });
      hall.feed.put('tickets', ticket.ticketId, ticket);
      hall.feed.put('counters', '3', sampleCounter('3', { ticketId: ticket.ticketId }));
    },
  ],
] as const)(
  '%s: fits 1366 x 768, nothing under 14 px, no rule of accessibility broken',
  async (name, bring) => {
    const { page, hall, complaints } = await openCounterThree();
    bring(hall);
    await (name === 'serving' ? page.locator('[data-ticket-state]') : page.locator('.simulated')).waitFor();
    await takePicture(page, `counter-${name}`);
    expect(await overflow(page)).toEqual({ down: 0, across: 0 });
    for (const line of await texts(page)) expect(line.fontPx, line.text).toBeGreaterThanOrEqual(14);
    const boxes = await buttons(page);
    for (const box of boxes) expect(Math.min(box.width, box.height), box.name).toBeGreaterThanOrEqual(32);
    expect(smallestGap(boxes)).toBeGreaterThanOrEqual(8);
    expect(await brokenRules(page)).toEqual([]);
    expect(complaints).toEqual([]);
  },
);

test('markup in any field is shown as text', async () => {
  const { page, hall, complaints } = await openCounterThree();
  const evil = '<img src=x onerror=alert(1)>{{7*7}}';
  const ticket = sampleTicket(7, { state: 'called', serviceName: evil });
  hall.feed.put('tickets', ticket.ticketId, ticket);
  hall.feed.put('counters', '3', sampleCounter('3', { ticketId: ticket.ticketId, name: evil }));
  hall.feed.put('hall', 'now', sampleHall({ name: evil, simulated: [evil] }));
  await page.locator('.service', { hasText: evil }).waitFor();
  await page.locator('.hall', { hasText: evil }).waitFor();
  expect(await page.locator('img').count()).toBe(0);
  expect(complaints).toEqual([]);
});
