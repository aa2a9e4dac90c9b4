import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CounterView } from '../../preload/contracts/hall-operations.ts';
import { err, ok } from '../../preload/contracts/result.ts';
import { buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import {
  minutesAgo,
  sampleCounter,
  sampleHall,
  sampleId,
  sampleTicket,
} from '../support/fake-services/samples.ts';
import { openHallPage, signInAt, type FakeHall } from '../support/pages/bench.ts';
import {
  atCounter,
  DESK,
  fillHall,
  looksWell,
  openCounter,
  press,
  steps,
  taken,
} from '../support/pages/counter-bench.ts';
import { waitFor } from '../support/wait-for.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** A hall that does what a real one does for one counter. */
function letTheHallWork(hall: FakeHall): void {
  let ticket = sampleTicket(6, { counterId: '3', calledAt: minutesAgo(0), callCount: 1, callsLeft: 2 });
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
  const counter = (state: 'open' | 'paused' | 'closed', over: Partial<CounterView> = {}) => {
    const view = sampleCounter('3', { state, waiting: 17, ...over });
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
  hall.answers.pauseCounter = ({ reason }) => counter('paused', { pauseReason: reason });
  hall.answers.closeCounter = () => counter('closed');
  hall.answers.openCounter = () => counter('open');
}

const openCounterThree = () => openCounter(browser, pages);

describe('choosing the counter', () => {
  test('from the list, remembered over a reload, changed on request', async () => {
    const { page, hall } = await openHallPage(browser, pages, '/counter/', DESK);
    fillHall(hall);
    await takePicture(page, 'counter-pick');
    await page.getByRole('button', { name: '2 号窗口' }).click();
    await page.locator('[data-counter-state="closed"]').waitFor();
    await page.reload();
    await signInAt(page);
    await page.locator('.counter', { hasText: '2 号窗口' }).waitFor();
    await page.getByRole('button', { name: '换窗口' }).click();
    await page.getByText('请选择您的窗口').waitFor();
  });
  test('a counter that the hall does not have is said to be unknown', async () => {
    const { page, hall } = await openHallPage(browser, pages, '/counter/#counter=9', DESK);
    fillHall(hall);
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
  expect(steps(hall)).toEqual(['callNext', 'recallTicket', 'startService', 'finishService']);
  expect(taken(hall)[3]?.input).toMatchObject({ ticketId: sampleId(6), counterId: '3', outcome: 'done' });
  expect(new Set(taken(hall).map(({ input }) => input['requestId'])).size).toBe(4);
  expect(complaints).toEqual([]);
});

test('the space bar is the one big next action, and a held or doubled key is one stroke', async () => {
  const { page, hall } = await openCounterThree();
  letTheHallWork(hall);
  await press(page, 'Space', '[data-action="callNext"].big');
  await page.keyboard.press('Space');
  await page.locator('[data-ticket-state="called"]').waitFor();
  expect(steps(hall)).toEqual(['callNext']);
  await page.keyboard.down('Space');
  await page.keyboard.down('Space');
  await page.keyboard.down('Space');
  await page.keyboard.up('Space');
  await press(page, 'Space', '[data-action="start"].big');
  await press(page, 'Space', '[data-action="finish"].big');
  await page.getByText('窗口前没有人').waitFor();
  expect(steps(hall)).toEqual(['callNext', 'startService', 'finishService']);
});

test('missed, paused, resumed, closed, opened; not today; a missed person returns', async () => {
  const { page, hall } = await openCounterThree();
  letTheHallWork(hall);
  hall.answers.returnTicket = () => ok(sampleTicket(1));
  await press(page, 'F2', '[data-action="callNext"].big');
  await press(page, 'F8', '[data-ticket-state="called"]');
  await press(page, 'F9', '[data-action="pause"]:enabled');
  await press(page, '1', '[data-choice="meal"]:enabled');
  await page.getByText('暂停：用餐。恢复后再叫号').waitFor();
  await press(page, 'F9', '[data-counter-state="paused"]');
  await press(page, 'F10', '[data-counter-state="open"]');
  await press(page, 'F10', '[data-counter-state="closed"]');
  await press(page, 'F2', '[data-counter-state="open"]');
  await press(page, 'F4', '[data-ticket-state="called"]');
  await press(page, 'Delete', '[data-ticket-state="serving"]');
  await press(page, '1', '[data-choice="notToday"]:enabled');
  await page.getByText('窗口前没有人').waitFor();
  await page.getByRole('button', { name: 'A001 回来排队' }).click();
  await waitFor(() => hall.count('returnTicket') === 1 || undefined);
  expect(steps(hall)).toEqual([
    ...['callNext', 'missTicket', 'pauseCounter', 'openCounter', 'closeCounter', 'openCounter'],
    ...['callNext', 'startService', 'finishService', 'returnTicket'],
  ]);
  expect(taken(hall)[2]?.input['reason']).toBe('meal');
  expect(taken(hall)[8]?.input['outcome']).toBe('not-possible-today');
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
    const [first, second] = taken(hall).map(({ input }) => input['requestId']);
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
    await page.getByText('正在重新连接。号码不会丢').waitFor();
    await page.locator('[data-line-state="lost"]').waitFor();
    await takePicture(page, 'counter-line-lost');
    expect(await page.locator('[data-action]:enabled').count()).toBe(0);
    hall.feed.comeBack();
    await page.locator('[data-line-state="live"]').waitFor();
    await page.locator('[data-action="callNext"].big:enabled').waitFor();
  });
});

test('who is being served: fits both screens, nothing under 14 px, no rule of accessibility broken', async () => {
  const { page, hall, counter, put, complaints } = await openCounterThree();
  hall.feed.put('hall', 'now', sampleHall({ waiting: 20, simulated: ['speaker'] }));
  counter({ ticketId: put(atCounter(9, { people: 2, companionRelation: 'spouse' })).ticketId });
  await page.locator('[data-people]', { hasText: '两人 · 夫妻' }).waitFor();
  await looksWell(page, 'serving');
  expect(complaints).toEqual([]);
});

test('the button to call again says how often it may, and counts down when the hall says that it is too soon', async () => {
  const { page, hall, counter, put } = await openCounterThree();
  const called = put(atCounter(9, { state: 'called', callsLeft: 2 }));
  counter({ ticketId: called.ticketId });
  const recall = page.locator('[data-action="recall"]');
  await recall.getByText('还可 2 次').waitFor();
  hall.answers.recallTicket = () => err({ kind: 'too-soon', retryAfterSeconds: 2 });
  await recall.click();
  await recall.getByText('秒后').waitFor();
  expect(await recall.isEnabled()).toBe(false);
  await page.locator('[data-action="recall"]:enabled').waitFor();
  put({ ...called, callCount: 3, callsLeft: 0 });
  await recall.getByText('次数已满').waitFor();
  expect(await recall.isEnabled()).toBe(false);
});

test('a button that was clicked does not keep the space bar: the next stroke is the next step', async () => {
  const { page, hall } = await openCounterThree();
  letTheHallWork(hall);
  await page.locator('[data-action="callNext"]:not(.big)').click();
  await page.locator('[data-action="recall"]:enabled').click();
  await press(page, 'Space', '[data-action="start"].big');
  await page.locator('[data-ticket-state="serving"]').waitFor();
  expect(steps(hall)).toEqual(['callNext', 'recallTicket', 'startService']);
});

test('the devices of this counter are on the bar, those of others are not', async () => {
  const { page, hall } = await openCounterThree();
  const pad = { device: 'ratingPad', reason: null, paperLow: false, simulated: false } as const;
  const tell = (state: 'ready' | 'unavailable'): void =>
    hall.feed.put('devices', 'K1', {
      stationId: 'K1',
      reportedAt: minutesAgo(0),
      devices: [
        { ...pad, counterId: '1', state: 'unavailable' },
        { ...pad, counterId: '3', state },
      ],
    });
  tell('ready');
  await page.locator('[data-devices="well"]').waitFor();
  tell('unavailable');
  await page.locator('[data-devices="trouble"]', { hasText: '评价器不能用' }).waitFor();
  await looksWell(page, 'device-trouble');
});

test('markup in any field is shown as text', async () => {
  const { page, hall, complaints } = await openCounterThree();
  const evil = '<img src=x onerror=alert(1)>{{7*7}}';
  const ticket = sampleTicket(7, { state: 'called', serviceName: evil });
  hall.feed.put('tickets', ticket.ticketId, ticket);
  hall.feed.put('counters', '3', sampleCounter('3', { ticketId: ticket.ticketId, name: evil }));
  hall.feed.put('hall', 'now', sampleHall({ name: evil, simulated: [evil] }));
  await page.locator('.card .service', { hasText: evil }).waitFor();
  await page.locator('.hall', { hasText: evil }).waitFor();
  expect(await page.locator('img').count()).toBe(0);
  expect(complaints).toEqual([]);
});
