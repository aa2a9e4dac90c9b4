import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { err, ok } from '../../preload/contracts/result.ts';
import type { KioskHelpView, StationView } from '../../preload/contracts/station-operations.ts';
import { buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import {
  cardlessVisit,
  elderVisit,
  sampleId,
  sampleKioskHelp,
  sampleStation,
  visitTicket,
} from '../support/fake-services/samples.ts';
import { LANDSCAPE, openKiosk, panelOf, PORTRAIT, screen, type KioskBench } from '../support/pages/bench.ts';
import { chooseTextSize, toggleLook } from '../support/pages/kiosk-looks.ts';
import { buttons, overflow } from '../support/pages/measure.ts';
import { waitFor } from '../support/wait-for.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

type Viewport = typeof LANDSCAPE;

interface HelpBench extends KioskBench {
  /** What the station tells of the call, and whatever else. */
  readonly tell: (help: KioskHelpView | null, over?: Partial<StationView>) => void;
}

/** A kiosk whose station takes every call. */
async function openHelp(viewport: Viewport = LANDSCAPE): Promise<HelpBench> {
  const bench = await openKiosk(browser, pages, viewport);
  const { station } = bench;
  const tell: HelpBench['tell'] = (help, over = {}) =>
    station.feed.put('station', 'now', sampleStation({ panel: panelOf(viewport), ...over, help }));
  station.answers.callForHelp = () => {
    tell(sampleKioskHelp());
    return ok({ helpId: sampleId(900) });
  };
  station.answers.cancelHelp = () => {
    tell(null);
    return ok({});
  };
  station.answers.reportDifficulty = () => ok({});
  return { ...bench, tell };
}
const helpButton = (page: Page) => page.locator('[data-bar="help"]');
const standing = (page: Page, name: string) => page.locator(`[data-help="${name}"]`);

describe('somebody touches 叫人帮忙', () => {
  test('and reads that somebody was called, who comes, and every way without a machine', async () => {
    const { page, station, tell, complaints } = await openHelp();
    await helpButton(page).click();
    await screen(page, 'help');
    await page.getByRole('heading', { name: '已经叫人，有人来' }).waitFor();
    const ways = page.locator('[data-manual-ways]');
    for (const words of ['请到 1、2 号窗口，工作人员帮您办', '领纸条排队', '电话：0755-12345678'])
      await ways.getByText(words).waitFor();
    tell(sampleKioskHelp({ escalated: true }));
    await page.getByRole('heading', { name: '已经报告主管' }).waitFor();
    tell(sampleKioskHelp({ escalated: true, state: 'answered', answeredBy: '王梅' }));
    await page.getByRole('heading', { name: '王梅 马上过来' }).waitFor();
    expect(await helpButton(page).innerText()).toContain('有人来了');
    tell(null);
    await screen(page, 'idle');
    expect(station.asked.map(({ operation }) => operation)).toEqual(['callForHelp']);
    expect(Object.keys(station.asked[0]?.input ?? {})).toEqual(['requestId']);
    expect(complaints).toEqual([]);
  });

  test('and needs nobody after all: one touch, and the screen before stands again', async () => {
    const { page, station } = await openHelp();
    station.feed.put('visit', 'now', cardlessVisit());
    await screen(page, 'choose');
    await helpButton(page).click();
    await standing(page, 'asked').waitFor();
    await screen(page, 'help');
    await page.locator('[data-help-cancel]').click();
    await screen(page, 'choose');
    expect(station.asked.map(({ operation }) => operation)).toEqual(['callForHelp', 'cancelHelp']);
  });

  test('by the key 9, and goes on meanwhile: the bar says that somebody was called', async () => {
    const { page, station } = await openHelp();
    station.feed.put('visit', 'now', elderVisit({ tickets: [visitTicket()] }));
    await screen(page, 'done');
    await page.keyboard.press('9');
    await screen(page, 'help');
    await page.keyboard.press('3');
    await screen(page, 'done');
    expect(await helpButton(page).innerText()).toContain('已叫人');
    await page.keyboard.press('9');
    await screen(page, 'help');
    await page.keyboard.press('0');
    await screen(page, 'done');
  });

  test('with larger letters and back: the help stands there as before', async () => {
    const { page } = await openHelp();
    await helpButton(page).click();
    await screen(page, 'help');
    await chooseTextSize(page, 'largest');
    await screen(page, 'help');
    await page.locator('[data-help-close]').click();
    await screen(page, 'idle');
  });

  test('while something else is under way: it does not wait for that', async () => {
    const { page, station } = await openHelp();
    station.answers.takeTicket = () => new Promise(() => undefined);
    station.feed.put('visit', 'now', cardlessVisit());
    await screen(page, 'choose');
    await page.locator('[data-service]').first().click();
    await waitFor(() => station.count('takeTicket') === 1 || undefined);
    await helpButton(page).click();
    await standing(page, 'asked').waitFor();
  });
});

describe('the hall is away', () => {
  test('nobody is said to come: raise the hand, window, telephone; then it works again', async () => {
    const { page, station, tell } = await openHelp();
    const call = station.answers.callForHelp;
    station.answers.callForHelp = () => err({ kind: 'hall-unreachable' });
    tell(null, { hall: 'unreachable' });
    await screen(page, 'away');
    await page.locator('[data-manual-ways]', { hasText: '0755-12345678' }).waitFor();
    await helpButton(page).click();
    await screen(page, 'help');
    await page.getByRole('heading', { name: '现在叫不到人' }).waitFor();
    await page.getByText('请举手').waitFor();
    await page.locator('[data-manual-ways]', { hasText: '1、2 号窗口' }).waitFor();
    expect(await page.locator('body').innerText()).not.toContain('已呼叫');
    if (call !== undefined) station.answers.callForHelp = call;
    await page.locator('[data-help-again]').click();
    await standing(page, 'asked').waitFor();
    const ids = station.asked.map(({ input }) => input['requestId']);
    expect(ids[1], 'an unanswered call is asked for again as the same one').toBe(ids[0]);
  });

  test('also the station is away: the same words, no complaint', async () => {
    const { page, station } = await openHelp();
    delete station.answers.callForHelp;
    station.feed.cut();
    await page.locator('[data-line="lost"]').waitFor();
    await helpButton(page).click();
    await page.getByRole('heading', { name: '现在叫不到人' }).waitFor();
    await page.locator('[data-help-close]').click();
    await page.locator('.kiosk[data-screen="idle"]').waitFor();
  });

  test('nobody could be told that nobody is needed: it is said', async () => {
    const { page, station } = await openHelp();
    station.answers.cancelHelp = () => err({ kind: 'hall-unreachable' });
    await helpButton(page).click();
    await standing(page, 'asked').waitFor();
    await screen(page, 'help');
    await page.locator('[data-help-cancel]').click();
    await page.getByText('没能告诉工作人员').waitFor();
  });
});

describe('somebody cannot use the machine', () => {
  test('one touch on the first screen: it is recorded without a name, and where to go is said', async () => {
    const { page, station, complaints } = await openHelp();
    await page.locator('[data-manual-ways]', { hasText: '不会用机器也能办' }).waitFor();
    await page.locator('[data-cannot-use]').click();
    await screen(page, 'by-hand');
    await page.getByRole('heading', { name: '请到 1、2 号窗口' }).waitFor();
    await page.getByText('已记下，不记姓名').waitFor();
    await waitFor(() => station.count('reportDifficulty') === 1 || undefined);
    const { input } = station.asked[0] ?? {};
    expect(input).toEqual({ requestId: input?.['requestId'], kind: 'could-not-use-machine' });
    await page.locator('[data-by-hand-close]').click();
    await screen(page, 'idle');
    expect(complaints).toEqual([]);
  });

  test('touched again by the same person it is one report; the next person has their own', async () => {
    const { page, station } = await openHelp();
    station.feed.put('visit', 'now', cardlessVisit());
    await screen(page, 'choose');
    for (let n = 0; n < 2; n += 1) {
      await helpButton(page).click();
      await screen(page, 'help');
      await page.locator('[data-cannot-use]').click();
      await screen(page, 'by-hand');
      await page.locator('[data-by-hand-close]').click();
      await screen(page, 'choose');
    }
    expect(station.count('reportDifficulty')).toBe(1);
    station.feed.put('visit', 'now', null);
    await screen(page, 'idle');
    await page.locator('[data-cannot-use]').click();
    await waitFor(() => station.count('reportDifficulty') === 2 || undefined);
  });

  test('the station does not answer: it gets the same report once its line is back', async () => {
    const { page, station } = await openHelp();
    station.answers.reportDifficulty = () => err({ kind: 'internal' });
    await page.locator('[data-cannot-use]').click();
    await screen(page, 'by-hand');
    await waitFor(() => station.count('reportDifficulty') === 1 || undefined);
    station.feed.cut();
    await page.locator('[data-line="lost"]').waitFor();
    station.answers.reportDifficulty = () => ok({});
    station.feed.comeBack();
    await waitFor(() => station.count('reportDifficulty') === 2 || undefined);
    const [first, second] = station.asked
      .filter(({ operation }) => operation === 'reportDifficulty')
      .map(({ input }) => input['requestId']);
    expect(second).toBe(first);
  });
});

/** Buttons whose words reach over their own edge. */
const overfull = (page: Page): Promise<readonly string[]> =>
  page
    .locator('.kiosk-button')
    .evaluateAll((all) =>
      all
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ textContent }) => textContent.trim()),
    );

describe.each([
  ['landscape', LANDSCAPE],
  ['portrait', PORTRAIT],
] as const)('%s', (orientation, viewport) => {
  test.each(['standard', 'large', 'largest'] as const)(
    'the bar holds its words in both languages at %s',
    async (size) => {
      const { page, tell } = await openHelp(viewport);
      if (size !== 'standard') await chooseTextSize(page, size);
      for (const language of ['zh-CN', 'en']) {
        for (const view of [
          null,
          sampleKioskHelp(),
          sampleKioskHelp({ state: 'answered', answeredBy: '王梅' }),
        ]) {
          tell(view);
          await page
            .locator(view === null ? '[data-bar="help"]:not([data-called])' : `[data-called="${view.state}"]`)
            .waitFor();
          await takePicture(page, `kiosk-bar-${orientation}-${size}-${language}-${view?.state ?? 'none'}`);
          expect(await overfull(page), `${language} ${view?.state}`).toEqual([]);
          expect(await overflow(page), `${language} ${view?.state}`).toEqual({ down: 0, across: 0 });
        }
        await page.locator('[data-bar="language"]').click();
      }
    },
  );

  test('low in reach, what is touched stands in the lower 40 %', async () => {
    const { page } = await openHelp(viewport);
    await toggleLook(page, 'low');
    await helpButton(page).click();
    await screen(page, 'help');
    await standing(page, 'asked').waitFor();
    const inReach = async (): Promise<void> => {
      expect(await overflow(page)).toEqual({ down: 0, across: 0 });
      for (const box of await buttons(page))
        expect(box.y, box.name).toBeGreaterThanOrEqual(viewport.height * 0.6);
    };
    await inReach();
    await page.locator('[data-cannot-use]').click();
    await screen(page, 'by-hand');
    await inReach();
  });
});
