import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brokenRules, buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import { sampleCounter, sampleDisplay, sampleHall, sampleTicket } from '../support/fake-services/samples.ts';
import { call, fill, openDisplay, SCREENS, type DisplayOptions } from '../support/pages/display-bench.ts';
import { overflow } from '../support/pages/measure.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

const open = (options: DisplayOptions = {}) => openDisplay(browser, pages, options);
const withOwnClock = (page: Page) => page.clock.install();

/** What is cut: an element that reaches beyond the screen, or a listed number that is seen in part. */
async function cutTexts(page: Page): Promise<readonly string[]> {
  return page.locator('[data-listed], [data-waiting], [data-missed], [data-call] *').evaluateAll((elements) =>
    elements.flatMap((element) => {
      const box = element.getBoundingClientRect();
      const frame = (element.parentElement ?? element).getBoundingClientRect();
      const isInHiddenColumn = element.matches('li') && box.left >= frame.right - 1;
      if (isInHiddenColumn || box.width === 0) return [];
      const beyond = box.right > innerWidth + 1 || (element.matches('li') && box.bottom > frame.bottom + 1);
      return beyond ? [element.textContent.trim()] : [];
    }),
  );
}

describe.each([...SCREENS, ['1024x768', { width: 1024, height: 768 }]] as const)(
  'at %s',
  (name, viewport) => {
    test('the newest call fills a third of a full hall’s screen, and nothing is cut', async () => {
      const { page, hall, complaints } = await open({ viewport, before: fill });
      await page.locator('[data-listed="A006"]').waitFor();
      call(hall, 7, 21);
      await page.locator('[data-call="7"]').waitFor();
      await page.waitForTimeout(2_200);
      await takePicture(page, `display-call-${name}`);
      const stage = await page.locator('.stage').boundingBox();
      const share = ((stage?.height ?? 0) * (stage?.width ?? 0)) / (viewport.width * viewport.height);
      expect(share).toBeGreaterThan(0.24);
      expect(share).toBeLessThan(0.45);
      expect(await overflow(page)).toEqual({ down: 0, across: 0 });
      expect(await cutTexts(page)).toEqual([]);
      expect(await brokenRules(page)).toEqual([]);
      expect(complaints).toEqual([]);
    });

    test('four calls share the stage, long numbers and all', async () => {
      const { page, hall } = await open({ viewport, before: fill });
      await page.locator('[data-listed="A006"]').waitFor();
      for (const [at, n] of [21, 22, 23, 1034].entries())
        call(hall, 7 + at, n, { counterId: String(at + 9) });
      await page.locator('[data-call="10"]').waitFor();
      await takePicture(page, `display-four-calls-${name}`);
      expect(await page.locator('[data-call]').count()).toBe(4);
      expect(await cutTexts(page)).toEqual([]);
      const clipped = await page.locator('.card').evaluateAll((cards) =>
        cards.flatMap((card) =>
          // A line's box reaches beyond its letters by half its leading: only more than that is cut.
          card.scrollWidth > card.clientWidth + 1 || card.scrollHeight > card.clientHeight * 1.04
            ? [card.textContent]
            : [],
        ),
      );
      expect(clipped).toEqual([]);
    });

    test('while nobody is called it shows waits and what the hall wants read, whole', async () => {
      const { page } = await open({ viewport, before: fill, prepare: withOwnClock });
      for (const kind of ['watch', 'waits', 'waits', 'policy'] as const) {
        await page.locator(`[data-slide="${kind}"]`).waitFor();
        await takePicture(page, `display-${kind}-${name}`);
        const lost = await page
          .locator('.slide')
          .evaluate((slide) => slide.scrollHeight - slide.clientHeight);
        expect(lost, kind).toBeLessThanOrEqual(1);
        await page.clock.runFor(12_000);
      }
    });
  },
);

test('a call reads 请 A012 到 3 号窗口, with amber, word and shape for priority, and its spoken sentence below', async () => {
  const { page, hall } = await open();
  await page.getByText('请留意屏幕').waitFor();
  call(hall, 1, 12, { counterId: '3' });
  const stage = page.locator('.stage');
  await stage.getByText('A012').waitFor();
  expect((await stage.locator('.call').innerText()).replace(/\s+/g, '')).toBe('请A012到3号窗口');
  expect(await stage.locator('.priority').innerText()).toBe('优先');
  expect(await stage.locator('.priority svg').count()).toBe(1);
  expect(await page.locator('[data-caption]').innerText()).toBe('请A012号到3号窗口办理');
});

test('each call has the stage for its eight seconds, then stands in the list; notices never hold it up', async () => {
  const { page, hall } = await open({ prepare: withOwnClock });
  hall.feed.put('display', 'now', sampleDisplay({ notices: ['今天下午 5 点停止取号'] }));
  await page.locator('[data-notice]', { hasText: '停止取号' }).waitFor();
  call(hall, 1, 1);
  await page.locator('[data-call="1"]').waitFor();
  expect(await page.locator('[data-notice]').count()).toBe(0);
  await page.clock.runFor(5_000);
  call(hall, 2, 2);
  await page.locator('[data-call="2"]').waitFor();
  expect(await page.locator('[data-call="1"]').count()).toBe(1);
  await page.clock.runFor(3_250);
  await page.locator('[data-listed="A001"]').waitFor();
  expect(await page.locator('[data-call]').count()).toBe(1);
  await page.clock.runFor(5_000);
  await page.locator('[data-listed="A002"]').waitFor();
  await page.locator('[data-notice]', { hasText: '停止取号' }).waitFor();
  await page.getByText('请留意屏幕').waitFor();
});

test('a new call flashes twice a second for two seconds, and not at all for who asked for less motion', async () => {
  const { page, hall } = await open();
  await page.getByText('请留意屏幕').waitFor();
  call(hall, 1, 1);
  const card = page.locator('.card');
  await card.waitFor();
  const timing = await card.evaluate((element) => element.getAnimations()[0]?.effect?.getComputedTiming());
  expect(timing).toMatchObject({ duration: 500, iterations: 4 });
  const frames = await card.evaluate((element) => {
    const effect = element.getAnimations()[0]?.effect;
    return effect instanceof KeyframeEffect ? effect.getKeyframes().map(({ offset }) => offset) : [];
  });
  // One change there and back in each half second: two flashes a second; three are allowed (WCAG 2.3.1).
  expect(frames.filter((offset) => (offset ?? 0) < 1)).toHaveLength(2);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  call(hall, 2, 2);
  await page.locator('[data-call="2"]').waitFor();
  expect(
    await page.locator('.card').evaluateAll((cards) => cards.flatMap((each) => each.getAnimations()).length),
  ).toBe(0);
});

test('a call that came while the line was down is still announced; a reloaded page announces nothing old', async () => {
  const { page, hall } = await open();
  await page.getByText('请留意屏幕').waitFor();
  call(hall, 1, 1);
  await page.locator('[data-call="1"]').waitFor();
  hall.feed.cut();
  await page.getByText('正在重新连接').waitFor();
  const ticket = sampleTicket(2, { state: 'called' });
  hall.feed.putUnheard('tickets', ticket.ticketId, ticket);
  hall.feed.putUnheard('calls', ticket.ticketId, {
    callSequence: 2,
    ticketId: ticket.ticketId,
    number: ticket.number,
    counterId: '5',
    counterName: '5号窗口',
    priority: false,
    recall: false,
    calledAt: new Date().toISOString(),
  });
  hall.feed.comeBack();
  await page.locator('[data-call="2"]').waitFor();
  expect(await page.getByText('正在重新连接').count()).toBe(0);
  await page.reload();
  await page.locator('[data-listed="A002"]').waitFor();
  expect(await page.locator('[data-call]').count()).toBe(0);
});

describe('a display whose line is dead', () => {
  test.each(SCREENS)(
    'says so after fifteen seconds and shows nothing old as called, at %s',
    async (name, viewport) => {
      const { page, hall } = await open({ viewport, before: fill, prepare: withOwnClock });
      await page.locator('[data-listed="A006"]').waitFor();
      call(hall, 7, 21);
      await page.locator('[data-call="7"]').waitFor();
      const mark = page.locator('[data-updated]');
      await page.locator('[data-updated]', { hasText: /^数据更新于 \d\d:\d\d:\d\d$/ }).waitFor();
      hall.feed.cut();
      await page.getByText('正在重新连接').waitFor();
      const [before, shown] = [await mark.innerText(), await page.locator('.clock').innerText()];
      await page.clock.runFor(16_000);
      await page.locator('[data-stale]', { hasText: '请听工作人员呼叫' }).waitFor();
      expect(await page.locator('[data-call], [data-caption]').count()).toBe(0);
      expect(await page.locator('h2', { hasText: '正在叫号' }).count()).toBe(0);
      await page.locator('h2', { hasText: /^\d\d:\d\d:\d\d 时的叫号$/ }).waitFor();
      await takePicture(page, `display-stale-${name}`);
      expect(await overflow(page)).toEqual({ down: 0, across: 0 });
      await page.clock.runFor(120_000);
      expect(await mark.innerText()).toBe(before);
      expect(await page.locator('.clock').innerText()).not.toBe(shown);
      hall.feed.comeBack();
      await page.clock.runFor(9_000);
      await page.locator('[data-stale]').waitFor({ state: 'detached' });
      await page.locator('h2', { hasText: '正在叫号' }).waitFor();
    },
  );

  test('shows a heartbeat while it lives', async () => {
    const { page, hall } = await open();
    await page.getByText('请留意屏幕').waitFor();
    await page.locator('[data-heart].beat').waitFor();
    await page.locator('[data-heart]:not(.beat)').waitFor();
    hall.feed.cut();
    await page.locator('[data-heart].dead').waitFor();
  });
});

test('a closed hall says when it opens, and a demonstration that it is one', async () => {
  const { page, hall } = await open();
  for (const id of ['1', '2', '3', '4'])
    hall.feed.put('counters', id, sampleCounter(id, { state: 'closed' }));
  hall.feed.put('hall', 'now', sampleHall({ simulated: ['ticketPrinter'] }));
  await page.getByText('窗口现在没有开放').waitFor();
  await page.getByText('开放时间：08:30-12:00、14:00-17:30').waitFor();
  await page.locator('.simulated', { hasText: '小票打印机' }).waitFor();
  await takePicture(page, 'display-closed');
});

test('missed numbers that do not fit at once take turns, so that everybody finds theirs', async () => {
  const { page } = await open({ before: fill, prepare: withOwnClock });
  const seen = new Set<string>();
  await page.locator('[data-missed]').nth(1).waitFor();
  for (let turn = 0; turn < 8; turn += 1) {
    for (const number of await page.locator('[data-missed]').allInnerTexts()) seen.add(number.trim());
    await page.clock.runFor(12_000);
  }
  expect(seen.size).toBe(14);
});
