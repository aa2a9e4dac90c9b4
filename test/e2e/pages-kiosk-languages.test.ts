import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '../../preload/contracts/configuration-kiosk.ts';
import { LANGUAGE_FACTS } from '../../renderer/shared/words/languages.ts';
import { translate } from '../../renderer/shared/words/words.ts';
import { brokenRules, buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import { elderVisit, sampleStation, visitTicket } from '../support/fake-services/samples.ts';
import { LANDSCAPE, openKiosk, panelOf, PORTRAIT, screen, type KioskBench } from '../support/pages/bench.ts';
import { fontsOf } from '../support/pages/fonts.ts';
import { chooseTextSize, TEXT_SIZES, toggleLook } from '../support/pages/kiosk-looks.ts';
import { buttons, overflow, smallestGap } from '../support/pages/measure.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** A kiosk of a hall that offers these languages. */
async function openIn(languages: readonly Language[], viewport = LANDSCAPE): Promise<KioskBench> {
  const bench = await openKiosk(browser, pages, viewport);
  bench.station.feed.put(
    'station',
    'now',
    sampleStation({ panel: panelOf(viewport), languages: [...languages] }),
  );
  await bench.page.locator(`html[lang="${LANGUAGE_FACTS[languages[0] ?? 'zh'].tag}"]`).waitFor();
  return bench;
}

async function speak(page: Page, language: Language): Promise<void> {
  await page.locator('[data-bar="language"]').click();
  await page.locator('[data-screen="languages"] main:not([inert])').waitFor();
  await page.locator(`[data-language="${language}"]`).click();
  await page.locator('[data-screen="languages"]').waitFor({ state: 'detached' });
  await page.locator('main:not([inert])').waitFor();
}

const ALL: readonly Language[] = ['zh', 'en', 'ug', 'bo'];
const OWN_FONT = { ug: 'Noto Sans Arabic', bo: 'Noto Serif Tibetan' } as const;
const LETTERS = { ug: /\p{Script=Arabic}/u, bo: /\p{Script=Tibetan}/u } as const;

describe.each([
  ['landscape', LANDSCAPE],
  ['portrait', PORTRAIT],
] as const)('%s', (orientation, viewport) => {
  describe.each(['ug', 'bo'] as const)('in %s', (language) => {
    const bring: Readonly<Record<string, (bench: KioskBench) => Promise<void>>> = {
      idle: async () => {},
      choose: async ({ station, page }) => {
        station.feed.put('visit', 'now', elderVisit());
        await screen(page, 'choose');
      },
      done: async ({ station, page }) => {
        station.feed.put('visit', 'now', elderVisit({ tickets: [visitTicket()] }));
        await screen(page, 'done');
      },
    };
    test.each(Object.keys(bring))('%s fits in three sizes, in letters that are shipped', async (name) => {
      const bench = await openIn(ALL, viewport);
      const { page, complaints } = bench;
      await speak(page, language);
      await bring[name]?.(bench);
      for (const size of TEXT_SIZES) {
        await chooseTextSize(page, size);
        await takePicture(page, `kiosk-${language}-${name}-${orientation}-${size}`);
        expect(await overflow(page), size).toEqual({ down: 0, across: 0 });
        const boxes = await buttons(page);
        expect(smallestGap(boxes), size).toBeGreaterThanOrEqual(16 - 0.01);
        for (const { x, width, name: text } of boxes) {
          expect(x, text).toBeGreaterThanOrEqual(0);
          expect(x + width, text).toBeLessThanOrEqual(viewport.width);
        }
      }
      const html = page.locator('html');
      expect(await html.getAttribute('lang')).toBe(language);
      expect(await html.getAttribute('dir')).toBe(language === 'ug' ? 'rtl' : 'ltr');
      for (const { text, families } of await fontsOf(page)) {
        if (LETTERS[language].test(text)) expect(families, text).toContain(`${OWN_FONT[language]} (shipped)`);
        expect(
          families.filter((family) => !family.endsWith('(shipped)')),
          text,
        ).toEqual([]);
      }
      expect(await brokenRules(page)).toEqual([]);
      expect(complaints).toEqual([]);
    });
  });

  test('the choice of languages shows each in its own letters', async () => {
    const { page } = await openIn(ALL, viewport);
    await page.locator('[data-bar="language"]').click();
    await screen(page, 'languages');
    await takePicture(page, `kiosk-languages-${orientation}`);
    const choices = page.locator('[data-choice]');
    expect(await choices.allInnerTexts()).toEqual(['中文', 'English', 'ئۇيغۇرچە', 'བོད་ཡིག']);
    expect(await choices.evaluateAll((all) => all.map((one) => one.getAttribute('lang')))).toEqual([
      'zh-CN',
      'en',
      'ug',
      'bo',
    ]);
    for (const { text, families } of await fontsOf(page, '[data-choice]')) {
      expect(
        families.every((family) => family.endsWith('(shipped)')),
        text,
      ).toBe(true);
    }
    expect(await brokenRules(page)).toEqual([]);
  });

  test('the choice of languages fits in every size, and low where somebody sits', async () => {
    const { page } = await openIn(ALL, viewport);
    const openChoice = async (name: string): Promise<void> => {
      await page.locator('[data-bar="language"]').click();
      await screen(page, 'languages');
      await takePicture(page, `kiosk-languages-${orientation}-${name}`);
      expect(await overflow(page), name).toEqual({ down: 0, across: 0 });
      await page.locator('[data-bar="back"]').click();
      await screen(page, 'idle');
    };
    for (const size of TEXT_SIZES) {
      await chooseTextSize(page, size);
      await openChoice(size);
    }
    await toggleLook(page, 'low');
    await openChoice('largest-low');
  });
});

describe('which languages a kiosk offers', () => {
  test('two: one touch switches, and back', async () => {
    const { page } = await openIn(['zh', 'bo']);
    const button = page.locator('[data-bar="language"]');
    expect(await button.innerText()).toBe('བོད་ཡིག');
    await button.click();
    expect(await page.locator('html').getAttribute('lang')).toBe('bo');
    expect(await button.innerText()).toBe('中文');
    await page.waitForTimeout(300); // a second touch of the same button sooner than that is a trembling hand
    await button.click();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  });
  test('one: nothing to choose, nothing to touch', async () => {
    const { page } = await openIn(['zh']);
    await page.locator('[data-bar="language"]').waitFor({ state: 'detached' });
  });
  test('the first is what everybody meets, and what the next person meets again', async () => {
    const { page, station } = await openIn(['ug', 'zh', 'en']);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await speak(page, 'zh');
    station.feed.put('visit', 'now', elderVisit());
    await screen(page, 'choose');
    expect(await page.locator('html').getAttribute('dir')).toBe('ltr');
    station.feed.put('visit', 'now', null);
    await screen(page, 'idle');
    expect(await page.locator('html').getAttribute('lang')).toBe('ug');
  });
  test('the choice can be left as it was', async () => {
    const { page } = await openIn(ALL);
    await page.locator('[data-bar="language"]').click();
    await screen(page, 'languages');
    await page.locator('[data-bar="back"]').click();
    await screen(page, 'idle');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  });
});

describe('from right to left', () => {
  test('the page is mirrored: bar, tiles, the arrow that leads back', async () => {
    const { page, station } = await openIn(ALL);
    await speak(page, 'ug');
    station.feed.put('visit', 'now', elderVisit());
    await screen(page, 'choose');
    const x = async (selector: string): Promise<number> =>
      (await page.locator(selector).first().boundingBox())?.x ?? Number.NaN;
    expect(await x('[data-bar="looks"]')).toBeGreaterThan(await x('[data-bar="back"]'));
    expect(await x('[data-service] .picture')).toBeGreaterThan(await x('[data-service] .name'));
    expect(await x('[data-choice] >> nth=0')).toBeGreaterThan(await x('[data-choice] >> nth=1'));
    const arrow = page.locator('[data-bar="back"] svg');
    expect(await arrow.evaluate((svg) => getComputedStyle(svg).transform)).toBe('matrix(-1, 0, 0, 1, 0, 0)');
  });
  test('the key to the left leads on', async () => {
    const { page, station } = await openIn(ALL);
    await speak(page, 'ug');
    station.feed.put('visit', 'now', elderVisit());
    await screen(page, 'choose');
    const focused = (): Promise<number> =>
      page.evaluate(() =>
        [...document.querySelectorAll('button')].indexOf(document.activeElement as HTMLButtonElement),
      );
    await page.keyboard.press('ArrowLeft');
    const first = await focused();
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe(first + 1);
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe(first);
  });
  test('what stands in Chinese is marked as Chinese, and no longer so when the page is Chinese again', async () => {
    const { page, station } = await openIn(ALL);
    await speak(page, 'ug');
    station.feed.put('visit', 'now', elderVisit());
    await screen(page, 'choose');
    const name = page.locator('[data-service] .name').first();
    expect(await name.getAttribute('lang')).toBe('zh-CN');
    expect(await page.locator('h1').getAttribute('lang')).toBeNull();
    expect(await page.locator('.hall').getAttribute('lang')).toBe('zh-CN');
    await speak(page, 'zh');
    await expect.poll(() => name.getAttribute('lang')).toBeNull();
  });
  test('a range of minutes, a list of counters and a number keep their order', async () => {
    const { page, station } = await openIn(ALL);
    await speak(page, 'ug');
    station.feed.put('visit', 'now', elderVisit({ tickets: [visitTicket({ counters: ['1', '2', '3'] })] }));
    await screen(page, 'done');
    const counters = ['1', '2', '3'].join(LANGUAGE_FACTS.ug.between);
    expect(await page.locator('.facts').innerText()).toContain(
      translate('ug', 'kiosk.done.counters', { counters }),
    );
  });
});

test('a page in Chinese fetches no letters of other languages', async () => {
  const { page } = await openIn(['zh', 'en']);
  const loaded = (): Promise<readonly string[]> =>
    page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].filter(({ status }) => status !== 'unloaded').map(({ family }) => family);
    });
  expect((await loaded()).filter((family) => /Arabic|Tibetan/.test(family))).toEqual([]);
});
