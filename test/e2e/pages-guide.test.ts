import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HelpView } from '../../preload/contracts/hall-operations.ts';
import { err, ok } from '../../preload/contracts/result.ts';
import { brokenRules, buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import { minutesAgo, sampleHall, sampleHelp, sampleId } from '../support/fake-services/samples.ts';
import { openHallPage, signInAt, type HallBench } from '../support/pages/bench.ts';
import { taken } from '../support/pages/counter-bench.ts';
import { buttons, overflow, smallestGap, texts } from '../support/pages/measure.ts';
import { waitFor } from '../support/wait-for.ts';

const UPRIGHT = { width: 800, height: 1280 };
const LYING = { width: 1280, height: 800 };
/** EN 301 549 / WCAG 2.2 target size, with what a walking hand needs. */
const SMALLEST_TARGET_PX = 44;

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Counts every note that the page starts; the sound itself goes to Chromium. */
async function listenToNotes(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counted = window as unknown as { notes: number };
    counted.notes = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
      counted.notes += 1;
      start.call(this, when);
    };
  });
}
const notes = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { notes: number }).notes);

interface GuideBench extends HallBench {
  readonly call: (n: number, over?: Partial<HelpView>) => HelpView;
}

/** A tablet before a hall where twelve people wait and nobody needs help. */
async function openGuide(signedIn = true): Promise<GuideBench> {
  const bench = await openHallPage(browser, pages, '/guide/#token=t', UPRIGHT, listenToNotes, (hall) =>
    hall.feed.put('hall', 'now', sampleHall({ waiting: 12 })),
  );
  const { page, hall } = bench;
  if (signedIn) await signInAt(page);
  await page.locator('[data-waiting-count]', { hasText: '12 人在等' }).waitFor();
  hall.asked.length = 0;
  return {
    ...bench,
    call: (n, over = {}) => {
      const view = sampleHelp(n, { kind: 'visitor', place: `K${n}`, ...over });
      hall.feed.put('help', view.helpId, view);
      return view;
    },
  };
}

async function looksWell(page: Page, name: string): Promise<void> {
  for (const [way, size] of [
    ['upright', UPRIGHT],
    ['lying', LYING],
  ] as const) {
    await page.setViewportSize(size);
    await takePicture(page, `guide-${name}-${way}`);
    expect((await overflow(page)).across, way).toBe(0);
    const boxes = await buttons(page);
    for (const box of boxes)
      expect(Math.min(box.width, box.height), `${box.name} ${way}`).toBeGreaterThanOrEqual(
        SMALLEST_TARGET_PX,
      );
    expect(smallestGap(boxes)).toBeGreaterThanOrEqual(8);
    for (const line of await texts(page)) expect(line.fontPx, line.text).toBeGreaterThanOrEqual(14);
    expect(await brokenRules(page)).toEqual([]);
  }
  await page.setViewportSize(UPRIGHT);
}

describe('a guide with a tablet', () => {
  test('sees where somebody needs help and goes there; the others see who, and it is done', async () => {
    const { page, hall, call, complaints } = await openGuide();
    await page.getByText('现在没有人要帮忙').waitFor();
    await looksWell(page, 'quiet');
    const one = call(1, { askedAt: minutesAgo(2.5) });
    const row = page.locator(`[data-help="${one.helpId}"]`);
    await row.getByText('取号机 K1').waitFor();
    expect(await row.locator('[data-end]').count(), 'a slip ends nothing').toBe(0);
    expect(await row.innerText()).toContain('2 分钟');
    hall.answers.answerHelp = ({ helpId }) => {
      const answeredBy = { staffNumber: '1001', name: '测试甲' };
      return ok(call(1, { helpId, state: 'answered', answeredBy }));
    };
    await row.locator('[data-answer]').click();
    await row.getByText('测试甲 正赶过去').waitFor();
    expect(await row.locator('[data-answer]').count(), 'somebody goes already').toBe(0);
    await looksWell(page, 'answered');
    hall.answers.endHelp = ({ helpId }) => {
      hall.feed.put('help', helpId, null);
      return ok({ ...one, state: 'ended' });
    };
    await row.locator('[data-end]').click();
    await row.waitFor({ state: 'detached' });
    expect(taken(hall).map(({ operation, input }) => [operation, input['helpId']])).toEqual([
      ['answerHelp', one.helpId],
      ['endHelp', one.helpId],
    ]);
    expect(complaints).toEqual([]);
  });

  test('an emergency stands first, then what nobody answered for long, in words and with a sign; last who is helped', async () => {
    const { page, call } = await openGuide();
    call(1, { askedAt: minutesAgo(9), state: 'answered' });
    call(2, { askedAt: minutesAgo(1) });
    call(3, { askedAt: minutesAgo(4), escalatedAt: minutesAgo(3) });
    call(4, { kind: 'emergency', counterId: '2', askedAt: minutesAgo(0) });
    await page.locator('[data-help]').nth(3).waitFor();
    const places = page.locator('[data-help] .place');
    expect((await places.allInnerTexts()).map((text) => text.trim())).toEqual([
      '2 号窗口',
      '取号机 K3',
      '取号机 K2',
      '取号机 K1',
    ]);
    const forgotten = page.locator('[data-forgotten]');
    expect(await forgotten.innerText()).toBe('没有人应，已报主管');
    expect(await forgotten.locator('svg').count()).toBe(1);
    await looksWell(page, 'calls');
  });

  test('a difficulty is reported by two touches, without a name', async () => {
    const { page, hall, complaints } = await openGuide();
    hall.answers.reportDifficulty = ({ kind }) =>
      ok({
        ...{
          difficultyId: sampleId(901),
          kind,
          state: 'open',
          date: '2026-06-15',
          reportedAt: minutesAgo(0),
        },
        ...{ reportedBy: null, counterId: null, place: 'T1', number: null },
        ...{ settledAt: null, settledBy: null, result: null },
      });
    await page.locator('[data-report]').click();
    await page.locator('[data-kind="other"]').waitFor();
    await looksWell(page, 'difficulty');
    await page.locator('[data-kind="could-not-use-machine"]').click();
    await page.locator('[data-done]').waitFor();
    await page.locator('[data-report]').waitFor();
    expect(taken(hall).map(({ input }) => Object.keys(input).sort())).toEqual([['kind', 'requestId']]);
    expect(complaints).toEqual([]);
  });

  test('what the hall refuses is one line, and a hall that is away is said', async () => {
    const { page, hall, call } = await openGuide();
    const one = call(1);
    hall.answers.answerHelp = () => err({ kind: 'not-now', state: 'ended', step: 'answer-help' });
    await page.locator(`[data-help="${one.helpId}"] [data-answer]`).click();
    await page.locator('[data-problem]').waitFor();
    hall.feed.cut();
    await page.locator('[data-line="lost"]').waitFor();
    expect(await page.locator('[data-answer]').isDisabled()).toBe(true);
    hall.feed.comeBack();
    await page.locator('[data-answer]:enabled').waitFor();
  });
});

describe('the tone', () => {
  test('is silent before the first touch, and words say so; then each new call sounds once, and once more when it is carried on', async () => {
    const { page, call } = await openGuide(false);
    await page.getByText('点一下屏幕，有人叫时会响').waitFor();
    call(1);
    await page.locator(`[data-help="${sampleId(901)}"]`).waitFor();
    expect(await notes(page)).toBe(0);
    await page.locator('.place').click();
    await page.getByText('点一下屏幕，有人叫时会响').waitFor({ state: 'detached' });
    call(2);
    await waitFor(async () => ((await notes(page)) === 2 ? true : undefined));
    call(2, { state: 'answered' });
    call(1, { escalatedAt: minutesAgo(0) });
    await waitFor(async () => ((await notes(page)) === 4 ? true : undefined));
    call(1, { escalatedAt: minutesAgo(0), state: 'answered' });
    await page.locator('[data-look="answered"]').nth(1).waitFor();
    expect(await notes(page)).toBe(4);
  });
});

test('a tablet where nobody has signed in still shows and sounds who needs help, and lets nobody answer', async () => {
  const { page, call } = await openGuide(false);
  call(1);
  await page.locator('[data-help]', { hasText: '取号机 K1' }).waitFor();
  await page.locator('[data-sign-in]').waitFor();
  expect(await page.locator('[data-answer], [data-end], [data-report]').count()).toBe(0);
  await looksWell(page, 'signed-out');
  await signInAt(page);
  await page.locator('[data-answer]').waitFor();
});
