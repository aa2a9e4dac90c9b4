import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { err, ok } from '../../preload/contracts/result.ts';
import { brokenRules, buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import {
  minutesAgo,
  sampleCounter,
  sampleHall,
  sampleTicket,
  SERVICES,
} from '../support/fake-services/samples.ts';
import {
  sampleOutcome,
  sampleServiceOrder,
  sampleStatistics,
} from '../support/fake-services/sample-statistics.ts';
import { openHallPage, signInAt, type FakeHall } from '../support/pages/bench.ts';
import { buttons, overflow, smallestGap, texts } from '../support/pages/measure.ts';
import { waitFor } from '../support/wait-for.ts';

const DESK = { width: 1366, height: 768 };
const SIZES = [DESK, { width: 1920, height: 1080 }, { width: 1080, height: 1920 }] as const;
const sizeName = ({ width, height }: (typeof SIZES)[number]): string => `${width}x${height}`;
let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** A full hall at ten: somebody has waited over an hour, a counter pauses, one is closed. */
function fill(hall: FakeHall): void {
  for (let n = 1; n <= 16; n += 1) {
    const ticket = sampleTicket(n, { issuedAt: minutesAgo(70 - n * 4) });
    hall.feed.put('tickets', ticket.ticketId, ticket);
  }
  const served = sampleTicket(20, { state: 'serving', counterId: '1', calledAt: minutesAgo(6) });
  hall.feed.put('tickets', served.ticketId, served);
  hall.feed.put('hall', 'now', sampleHall({ waiting: 16 }));
  const staff = (staffNumber: string, name: string) => ({ staffNumber, name });
  const counters = [
    sampleCounter('1', { waiting: 16, ticketId: served.ticketId, staff: staff('1001', '测试甲') }),
    sampleCounter('2', { waiting: 9, services: ['LN-01', 'LN-09'], staff: staff('1002', '测试乙') }),
    sampleCounter('3', { state: 'paused', pauseReason: 'meal', waiting: 16, staff: staff('1003', '测试丙') }),
    sampleCounter('4', { state: 'closed' }),
  ];
  for (const counter of counters) hall.feed.put('counters', counter.counterId, counter);
}

function letTheHallAnswer(hall: FakeHall): void {
  hall.answers.listServices = () => ok({ services: [...SERVICES] });
  hall.answers.statistics = ({ from, to }) => ok(sampleStatistics({ from, to }));
  hall.answers.serviceOrder = () => ok(sampleServiceOrder());
  hall.answers.replayDay = () =>
    ok({
      date: '2026-06-14',
      visitors: 214,
      counters: 3,
      real: sampleOutcome('head-start', 9.1, 22.4),
      own: sampleOutcome('head-start', 7.2, 19.8),
      other: sampleOutcome('ratio', 11.6, 17.9),
    });
  hall.answers.assignServices = ({ counterId, services }) => {
    const counter = sampleCounter(counterId, { waiting: 7, services });
    hall.feed.put('counters', counterId, counter);
    return ok(counter);
  };
}

async function openOffice(viewport: (typeof SIZES)[number] = DESK) {
  const bench = await openHallPage(browser, pages, '/admin/', viewport);
  fill(bench.hall);
  letTheHallAnswer(bench.hall);
  await signInAt(bench.page, '2001');
  await bench.page.locator('[data-today="bound"]').waitFor();
  return bench;
}

async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name }).click();
}

async function mustBeReadable(page: Page, complaints: readonly string[]): Promise<void> {
  expect((await overflow(page)).across).toBe(0);
  for (const line of await texts(page)) expect(line.fontPx, line.text).toBeGreaterThanOrEqual(14);
  const boxes = await buttons(page);
  for (const box of boxes) expect(Math.min(box.width, box.height), box.name).toBeGreaterThanOrEqual(32);
  expect(smallestGap(boxes)).toBeGreaterThanOrEqual(8);
  expect(await brokenRules(page)).toEqual([]);
  expect(complaints).toEqual([]);
}

test('nothing of the hall is shown or asked before somebody has signed in, nor after', async () => {
  const { page, hall } = await openHallPage(browser, pages, '/admin/', DESK);
  fill(hall);
  letTheHallAnswer(hall);
  await page.locator('[data-sign-in]').waitFor();
  expect(await page.getByRole('tab').count()).toBe(0);
  expect(await page.getByText('等得最久').count()).toBe(0);
  expect(hall.count('statistics')).toBe(0);
  await signInAt(page, '2001');
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.locator('[data-sign-in]').waitFor();
  expect(await page.getByText('等得最久').count()).toBe(0);
});

test('an answer that nobody is signed in any more closes the page', async () => {
  const { page, hall } = await openOffice();
  hall.answers.statistics = () => err({ kind: 'staff-not-signed-in' });
  await openTab(page, '统计');
  await page.locator('[data-sign-in]').waitFor();
});

describe('now', () => {
  test('who waits longest stands first, with a word for how it stands', async () => {
    const { page } = await openOffice();
    const rows = page.locator('[data-longest]');
    expect(await rows.first().getAttribute('data-longest')).toBe('A001');
    expect(await rows.nth(0).locator('[data-wait]').innerText()).toBe('超过一小时');
    expect(await rows.nth(3).locator('[data-wait]').innerText()).toBe('快到一小时');
    expect(await page.locator('[data-today="bound"]').innerText()).toMatch(/99\.7 %\s*有 4 次叫号没有守住/);
  });

  test('somebody who is passed over more than the rule allows is named so at once', async () => {
    const { page, hall } = await openOffice();
    expect(await page.locator('[data-wait="passed"]').count()).toBe(0);
    const late = sampleTicket(31, { state: 'called', counterId: '1', callCount: 1, issuedAt: minutesAgo(1) });
    hall.feed.put('tickets', late.ticketId, late);
    await page.locator('[data-longest="A001"] [data-wait="passed"]').getByText('被越过').waitFor();
  });

  test('a printer without paper stands first, and a PC that fell silent is not believed', async () => {
    const { page, hall } = await openOffice();
    const device = {
      device: 'ticketPrinter',
      state: 'ready',
      reason: null,
      paperLow: false,
      simulated: false,
    } as const;
    const report = (stationId: string, over: object, minutes: number) =>
      hall.feed.put('devices', stationId, {
        stationId,
        devices: [{ ...device, ...over }],
        reportedAt: minutesAgo(minutes),
      });
    report('K1', {}, 0);
    report('K2', { state: 'unavailable', reason: 'no-paper' }, 0);
    report('K3', {}, 2);
    await page.locator('[data-device="K3 ticketPrinter"]').getByText('没有消息').waitFor();
    const rows = await page.locator('[data-device]').allInnerTexts();
    expect(rows.map((row) => row.replace(/\s+/g, ' '))).toEqual([
      'K2 小票打印机 没有纸',
      'K3 小票打印机 没有消息',
      'K1 小票打印机 正常',
    ]);
  });

  test('who calls for help stands above everything, and who is on the way', async () => {
    const { page, hall } = await openOffice();
    const call = {
      helpId: '01890000-0000-7000-8000-000000000901',
      kind: 'emergency',
      state: 'open',
      counterId: '2',
      place: 'C2',
      askedAt: minutesAgo(3),
      wanted: null,
      escalatedAt: null,
      answeredBy: null,
    } as const;
    hall.feed.put('help', call.helpId, call);
    const row = page.locator('[data-help]');
    await row.getByText('还没有人去').waitFor();
    expect(await row.innerText()).toMatch(/2 号窗口\s*紧急\s*\d 分钟/);
    await takePicture(page, 'admin-live-help');
    expect(await brokenRules(page)).toEqual([]);
    hall.feed.put('help', call.helpId, { ...call, escalatedAt: minutesAgo(0) });
    await row.locator('[data-forgotten]', { hasText: '没有人应，已报主管' }).waitFor();
    expect(await brokenRules(page)).toEqual([]);
    const answeredBy = { staffNumber: '2001', name: '测试甲' };
    hall.feed.put('help', call.helpId, { ...call, state: 'answered', answeredBy });
    await row.getByText('2001 测试甲 正赶过去').waitFor();
    hall.feed.put('help', call.helpId, null);
    await row.waitFor({ state: 'detached' });
  });

  test('a counter is given a group of services in two touches, and the same two bring back what was', async () => {
    const { page, hall } = await openOffice();
    const assigned = () =>
      hall.asked
        .filter(({ operation }) => operation === 'assignServices')
        .map(({ input }) => input['services']);
    await page.locator('[data-counter="2"] button').click();
    await page.locator('[data-assign="LN"]').getByText('办一部分').waitFor();
    await page.locator('[data-assign="LN"]').click();
    await page.locator('[data-assign="LN"]').getByText('在办').waitFor();
    await page.locator('[data-assign="LN"]:enabled').click();
    await page.locator('[data-assign="LN"]').getByText('办一部分').waitFor();
    expect(assigned()).toEqual([
      SERVICES.map(({ serviceCode }) => serviceCode).filter((code) => code.startsWith('LN')),
      ['LN-01', 'LN-09'],
    ]);
    expect(await page.locator('[data-counter="4"] button').isDisabled()).toBe(true);
  });

  test('the last group of a counter cannot be taken away: nothing would mean everything', async () => {
    const { page } = await openOffice();
    await page.locator('[data-counter="1"] button').click();
    await page.locator('[data-assign="LN"]').click();
    await page.locator('[data-assign="LN"]').getByText('不办').waitFor();
    expect(await page.locator('[data-assign="JZ"]').isDisabled()).toBe(true);
  });
});

describe('statistics', () => {
  test('asks for the last week, then for what is chosen; charts are drawn and their figures stand in tables', async () => {
    const { page, hall } = await openOffice();
    await openTab(page, '统计');
    await page.locator('canvas').nth(3).waitFor();
    await page.getByRole('button', { name: '近 30 天' }).click();
    const last = await waitFor(() => hall.asked.filter(({ operation }) => operation === 'statistics')[2]);
    const days =
      (Date.parse(String(last.input['to'])) - Date.parse(String(last.input['from']))) / 86_400_000 + 1;
    expect(days).toBe(30);
    expect(await page.getByRole('img').count()).toBe(4);
    const table = page.getByRole('region', { name: '什么时候人多（取号人次）' }).locator('tbody tr');
    expect(await table.count()).toBe(48);
    expect(await page.getByText('平均说短了 1.8 分钟').count()).toBe(1);
  });

  test('what stands first on the kiosks is told with its share, its day and its reason', async () => {
    const { page, hall } = await openOffice();
    await openTab(page, '统计');
    const row = (audience: string) => page.locator(`[data-audience="${audience}"]`);
    expect(await row('80-plus').locator('[data-first]').first().innerText()).toMatch(
      /老年助餐资格登记\s*81 人次，40\.5 %/,
    );
    expect(await row('80-plus').locator('[data-why]').innerText()).toBe(
      '2026-06-03 起，根据 61 天 198 人次。',
    );
    expect(await row('70-79').locator('[data-why]').innerText()).toContain(
      '合在一起看：70 至 79 岁、80 岁以上',
    );
    expect(await row('under-60').locator('[data-why]').innerText()).toBe('固定顺序：还不到 30 人次。');
    hall.answers.serviceOrder = () => ok(sampleServiceOrder('fixed'));
    await openTab(page, '现场');
    await openTab(page, '统计');
    await row('80-plus').getByText('固定顺序：配置里关了学习。').waitFor();
  });

  test('figures are saved as a file under the name that the hall gives', async () => {
    const { page, hall, complaints } = await openOffice();
    await openTab(page, '统计');
    await page.locator('canvas').first().waitFor();
    hall.answers.exportStatistics = () =>
      ok({ fileName: 'songting-week.csv', mediaType: 'text/csv', base64: 'YSxi' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('songting-week.csv');
    expect(readFileSync(await download.path(), 'utf8')).toBe('a,b');
    expect(hall.asked.at(-1)?.input).toMatchObject({ format: 'csv' });
    expect(complaints).toEqual([]);
  });

  test('a range that the hall refuses is said in one line', async () => {
    const { page, hall } = await openOffice();
    await openTab(page, '统计');
    await page.locator('canvas').first().waitFor();
    hall.answers.statistics = () => err({ kind: 'storage', trouble: 'failing' });
    await page.getByRole('button', { name: '近一年' }).click();
    await page.getByRole('alert').getByText('大厅存不了新记录').waitFor();
  });
});

test('another rule is tried with its numbers, beside the hall’s own, with what is assumed', async () => {
  const { page, hall } = await openOffice();
  await openTab(page, '规则推演');
  await page.getByLabel('最多连叫优先号（个）').fill('3');
  await page.getByRole('button', { name: '推演' }).click();
  await page.getByText('2026-06-14 的推演').waitFor();
  const wish = hall.asked.find(({ operation }) => operation === 'replayDay')?.input;
  expect(wish).toEqual({ rule: { name: 'ratio', priorityInARow: 3, ordinaryFirstAfterMinutes: 30 } });
  expect(await page.getByRole('columnheader').allInnerTexts()).toEqual([
    '指标',
    '当天实况',
    '现行：优先提前',
    '换成：按比例优先',
  ]);
  await page.getByText('3 个窗口一直开着').waitFor();
});

test('tabs and everything in them are reached by keyboard alone', async () => {
  const { page } = await openOffice();
  await page.getByRole('tab', { name: '现场' }).focus();
  for (const name of ['待办', '老人', '台账', '目录', '统计']) {
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('tab', { name }).getAttribute('aria-selected'), name).toBe('true');
  }
  await page.locator('canvas').first().waitFor();
  const reached = new Set<string>();
  for (let key = 0; key < 30; key += 1) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ''));
  }
  for (const name of ['查看', '今天', '近一年', '退出登录'])
    expect(
      [...reached].some((text) => text.includes(name)),
      name,
    ).toBe(true);
});

describe.each(SIZES.map((size) => [sizeName(size), size] as const))('at %s', (name, size) => {
  test('now: fits, nothing under 14 px, no rule of accessibility broken', async () => {
    const { page, complaints } = await openOffice(size);
    await page.locator('[data-counter="2"] button').click();
    await takePicture(page, `admin-live-${name}`);
    await mustBeReadable(page, complaints);
  });
  test('statistics: the same', async () => {
    const { page, complaints } = await openOffice(size);
    await openTab(page, '统计');
    await page.locator('canvas').nth(3).waitFor();
    await takePicture(page, `admin-statistics-${name}`);
    await mustBeReadable(page, complaints);
  });
  test('another rule: the same', async () => {
    const { page, complaints } = await openOffice(size);
    await openTab(page, '规则推演');
    await page.getByRole('button', { name: '推演' }).click();
    await page.getByText('2026-06-14 的推演').waitFor();
    await takePicture(page, `admin-rules-${name}`);
    await mustBeReadable(page, complaints);
  });
});
