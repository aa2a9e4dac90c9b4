import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brokenRules, buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import {
  minutesAgo,
  sampleCall,
  sampleHall,
  sampleId,
  sampleTicket,
} from '../support/fake-services/samples.ts';
import { LANDSCAPE, openHallPage, PORTRAIT, type FakeHall } from '../support/pages/bench.ts';
import { overflow, texts } from '../support/pages/measure.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Six at the counters or on their way, six missed, twenty-two wait. */
function fill(hall: FakeHall): void {
  for (let n = 1; n <= 34; n += 1) {
    const state = n <= 3 ? 'called' : n <= 6 ? 'serving' : n <= 12 ? 'missed' : 'waiting';
    hall.feed.put(
      'tickets',
      sampleId(n),
      sampleTicket(n, { state, calledAt: n <= 12 ? minutesAgo(n) : null }),
    );
  }
  const numbers = Array.from({ length: 22 }, (_, at) => `A${String(at + 13).padStart(3, '0')}`);
  hall.feed.put('order', 'now', { numbers });
  hall.feed.put('hall', 'now', sampleHall({ waiting: 22 }));
}

function call(
  hall: FakeHall,
  sequence: number,
  n: number,
  over: Partial<ReturnType<typeof sampleCall>> = {},
): void {
  const ticket = sampleTicket(n, { state: 'called', counterId: String(n) });
  hall.feed.put('tickets', ticket.ticketId, ticket);
  hall.feed.put('calls', ticket.ticketId, { ...sampleCall(sequence, ticket, String(n)), ...over });
}

const open = (viewport = LANDSCAPE, prepare?: Parameters<typeof openHallPage>[4]) =>
  openHallPage(browser, pages, '/display/', viewport, prepare);

describe.each([
  ['full-hd', LANDSCAPE],
  ['portrait', PORTRAIT],
  ['small', { width: 1280, height: 720 }],
  ['old', { width: 1024, height: 768 }],
  ['ultra-hd', { width: 3840, height: 2160 }],
] as const)('%s', (name, viewport) => {
  test('the newest call fills a third, nothing is cut, everything is read from afar', async () => {
    const { page, hall, complaints } = await open(viewport);
    await page.getByText('请留意屏幕').waitFor();
    fill(hall);
    for (const n of [6, 5, 4, 3, 2]) call(hall, 7 - n, n);
    await page.reload();
    await page.locator('[data-listed="A002"]').waitFor();
    call(hall, 6, 3, { recall: true });
    await page.locator('[data-call="6"]').waitFor();
    await takePicture(page, `display-${name}`);

    const stage = await page.locator('.stage').boundingBox();
    const share = ((stage?.height ?? 0) * (stage?.width ?? 0)) / (viewport.width * viewport.height);
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.45);
    expect(await overflow(page)).toEqual({ down: 0, across: 0 });
    const number = (await texts(page, '[data-call]')).find(({ text }) => text === 'A003');
    expect((number?.fontPx ?? 0) / viewport.height).toBeGreaterThan(0.12);
    for (const line of await texts(page)) {
      expect(line.fontPx / Math.min(viewport.width, viewport.height), line.text).toBeGreaterThan(0.018);
    }
    expect(await brokenRules(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
  test('rows that do not fit are left out whole', async () => {
    const { page, hall } = await open(viewport);
    fill(hall);
    for (let n = 1; n <= 14; n += 1) call(hall, n, n);
    await page.reload();
    await page.locator('[data-listed="A014"]').waitFor();
    const cut = await page.locator('[data-listed], [data-waiting], [data-missed]').evaluateAll((rows) =>
      rows.flatMap((row) => {
        const box = row.getBoundingClientRect();
        const frame = row.parentElement?.getBoundingClientRect();
        if (frame === undefined || box.left >= frame.right - 1) return [];
        return box.bottom > frame.bottom + 1 ? [row.textContent] : [];
      }),
    );
    expect(cut).toEqual([]);
  });
});

test('a call reads 请 A012 到 3 号窗口, with amber, word and shape for priority', async () => {
  const { page, hall } = await open();
  await page.getByText('请留意屏幕').waitFor();
  const ticket = sampleTicket(12, { state: 'called' });
  hall.feed.put('tickets', ticket.ticketId, ticket);
  hall.feed.put('calls', ticket.ticketId, sampleCall(1, ticket, '3'));
  const stage = page.locator('.stage');
  await stage.getByText('A012').waitFor();
  expect((await stage.locator('.call').innerText()).replace(/\s+/g, '')).toBe('请A012到3号窗口');
  expect(await stage.locator('.priority').innerText()).toBe('优先');
  expect(await stage.locator('.priority svg').count()).toBe(1);
});

test('each call has the stage once, in its order, then stands in the list', async () => {
  const { page, hall } = await open(LANDSCAPE, (opened) => opened.clock.install());
  await page.getByText('请留意屏幕').waitFor();
  call(hall, 1, 1);
  call(hall, 2, 2);
  const stage = (sequence: number) => page.locator(`[data-call="${sequence}"]`);
  await stage(1).waitFor();
  await page.locator('[data-listed="A002"]').waitFor();
  await page.clock.runFor(4_250);
  await stage(2).waitFor();
  await page.locator('[data-listed="A001"]').waitFor();
  await page.clock.runFor(7_000);
  await stage(2).waitFor();
  await page.clock.runFor(1_500);
  await page.getByText('请留意屏幕').waitFor();
  await page.locator('[data-listed="A002"]').waitFor();
  hall.feed.put('hall', 'now', sampleHall({ waiting: 5 }));
  await page.getByText('共 5 人等候').waitFor();
  expect(await page.locator('[data-call]').count()).toBe(0);
});

test('a call that came while the line was down is still announced; a reloaded page announces nothing old', async () => {
  const { page, hall } = await open();
  call(hall, 1, 1);
  await page.locator('[data-call="1"]').waitFor();
  hall.feed.cut();
  await page.getByText('系统正在恢复').waitFor();
  await takePicture(page, 'display-line-lost');
  const ticket = sampleTicket(2, { state: 'called' });
  hall.feed.putUnheard('tickets', ticket.ticketId, ticket);
  hall.feed.putUnheard('calls', ticket.ticketId, sampleCall(2, ticket, '5'));
  hall.feed.comeBack();
  await page.locator('[data-call="2"]').waitFor();
  expect(await page.getByText('系统正在恢复').count()).toBe(0);
  await page.reload();
  await page.locator('[data-listed="A002"]').waitFor();
  expect(await page.locator('[data-call]').count()).toBe(0);
});

test('the mark of the last update stands still while the line is down', async () => {
  const { page, hall } = await open(LANDSCAPE, (opened) => opened.clock.install());
  const mark = page.locator('[data-updated]');
  await page.locator('[data-updated]', { hasText: /更新于 \d\d:\d\d/ }).waitFor();
  hall.feed.cut();
  await page.getByText('系统正在恢复').waitFor();
  const before = await mark.innerText();
  const clock = page.locator('.clock');
  const shown = await clock.innerText();
  await page.clock.runFor(120_000);
  expect(await mark.innerText()).toBe(before);
  expect(await clock.innerText()).not.toBe(shown);
});

test('stand-ins are said to be such, and markup is shown as text', async () => {
  const { page, hall, complaints } = await open();
  const evil = '<img src=x onerror=alert(1)>{{7*7}}';
  hall.feed.put('hall', 'now', sampleHall({ name: evil, simulated: ['ticketPrinter', evil] }));
  await page.locator('.simulated', { hasText: '小票打印机' }).waitFor();
  await page.locator('.simulated', { hasText: evil }).waitFor();
  await page.locator('.hall', { hasText: evil }).waitFor();
  expect(await page.locator('img').count()).toBe(0);
  expect(complaints).toEqual([]);
});
