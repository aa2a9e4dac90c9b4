import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ok } from '../../preload/contracts/result.ts';
import { SAME_TOUCH_MS } from '../../renderer/shared/same-touch.ts';
import { brokenRules, buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import { cardlessVisit, elderVisit, SERVICES, visitTicket } from '../support/fake-services/samples.ts';
import { LANDSCAPE, openKiosk, PORTRAIT, screen, type FakeStation } from '../support/pages/bench.ts';
import { chooseTextSize, TEXT_SIZES, toggleLook } from '../support/pages/kiosk-looks.ts';
import { buttons, overflow } from '../support/pages/measure.ts';
import { wholeCatalogue } from '../support/whole-catalogue.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

const back = (page: Page) => page.locator('[data-bar="back"]');
const shown = (page: Page): Promise<string[]> =>
  page
    .locator('[data-service]')
    .evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute('data-service') ?? ''));

function offerEverything(station: FakeStation): void {
  for (const service of wholeCatalogue('comprehensive'))
    station.feed.put('services', service.serviceCode, service);
}

/** The person of 78 behind 其他事项, in a hall with the whole catalogue. */
async function openOthers(viewport = LANDSCAPE) {
  const bench = await openKiosk(browser, pages, viewport);
  offerEverything(bench.station);
  bench.station.feed.put('visit', 'now', elderVisit());
  await screen(bench.page, 'choose');
  await bench.page.locator('.others').click();
  await screen(bench.page, 'more');
  return bench;
}

describe('what people of this age mostly come for stands first', () => {
  /** A hall whose seventies eat here, and whose eighties ask for somebody to come. */
  function teach(station: FakeStation): void {
    const first = { '70-79': 'LN-13', '80-plus': 'JZ-12', elder: 'LN-14' };
    for (const service of SERVICES) {
      const learned = Object.entries(first).filter(([, code]) => code === service.serviceCode);
      const placeByAge = { ...service.placeByAge, ...Object.fromEntries(learned.map(([age]) => [age, 0.5])) };
      for (const age of Object.keys(placeByAge) as (keyof typeof placeByAge)[])
        placeByAge[age] = placeByAge[age] === 0.5 ? 1 : placeByAge[age] + 1;
      station.feed.put('services', service.serviceCode, { ...service, placeByAge });
    }
  }

  test.each([
    [elderVisit({ age: 78 }), ['LN-13', 'LN-01', 'LN-10', 'JZ-01']],
    [elderVisit({ age: 84 }), ['JZ-12', 'LN-01', 'LN-10', 'JZ-01']],
    [
      elderVisit({ age: 45, priorityClass: 'ordinary', priorityReason: 'none' }),
      ['LN-01', 'LN-10', 'JZ-01', 'JZ-05'],
    ],
  ])('%j', async (visit, first) => {
    const { page, station } = await openKiosk(browser, pages);
    teach(station);
    station.feed.put('visit', 'now', visit);
    await screen(page, 'choose');
    expect(await shown(page)).toEqual(first);
  });

  test('without a card by what the person says, and back again', async () => {
    const { page, station } = await openKiosk(browser, pages);
    teach(station);
    station.feed.put('visit', 'now', cardlessVisit());
    await screen(page, 'choose');
    expect((await shown(page))[0]).toBe('LN-01');
    await page.locator('[data-statement]').first().click();
    await page.locator('li:first-child [data-service="LN-14"]').waitFor();
    await page.waitForTimeout(SAME_TOUCH_MS); // a calm second touch, not a trembling one
    await page.locator('[data-statement]').first().click();
    await page.locator('li:first-child [data-service="LN-01"]').waitFor();
  });
});

describe('by picture', () => {
  test('each of 38 services is found, never more than five at a time, and back is always in the same place', async () => {
    const { page } = await openOthers();
    const places = new Set<string>();
    const found = new Set<string>();
    const look = async (): Promise<void> => {
      const codes = await shown(page);
      expect(codes.length).toBeLessThanOrEqual(5);
      codes.forEach((code) => found.add(code));
      places.add(JSON.stringify(await back(page).boundingBox()));
    };
    const themes = page.locator('[data-theme]');
    expect(await page.locator('[data-choice]').count()).toBe(5);
    for (let place = 0; place < (await themes.count()); place += 1) {
      await themes.nth(place).click();
      await screen(page, 'theme');
      await look();
      await page.locator('.next').click();
      await page.getByText('第 2 页').waitFor();
      await look();
      await back(page).click();
      await screen(page, 'more');
    }
    expect(found.size).toBe(38);
    expect(places.size).toBe(1);
    await back(page).click();
    await screen(page, 'choose');
  });

  test('two digits behind 其他事项 are a number', async () => {
    const { page, station } = await openOthers();
    station.answers.takeTicket = ({ serviceCode }) => {
      station.feed.put('visit', 'now', elderVisit({ tickets: [visitTicket({ serviceCode })] }));
      return ok({ ticketId: visitTicket().ticketId, number: 'A012', alreadyHeld: false });
    };
    await page.keyboard.press('3');
    await screen(page, 'theme');
    const [, second] = await shown(page);
    await page.keyboard.press('2');
    await screen(page, 'done');
    expect(station.asked.at(-1)?.input).toMatchObject({ serviceCode: second });
  });

  test('a hall with nine services shows the others at once', async () => {
    const { page, station } = await openKiosk(browser, pages);
    for (const { serviceCode } of SERVICES.slice(9)) station.feed.put('services', serviceCode, null);
    station.feed.put('visit', 'now', elderVisit());
    await screen(page, 'choose');
    await page.locator('.others').click();
    await screen(page, 'more');
    expect((await shown(page)).length).toBe(5);
    expect(await page.locator('[data-theme], .letters').count()).toBe(0);
  });
});

describe('by letters', () => {
  async function openLetters(viewport = LANDSCAPE) {
    const bench = await openOthers(viewport);
    await bench.page.locator('.letters').click();
    await screen(bench.page, 'letters');
    return bench;
  }
  const key = (page: Page, letter: string) => page.locator(`[data-letter="${letter}"]`);

  test('GLJT leads to 高龄津贴; a letter that leads nowhere cannot be touched, one too many is taken back', async () => {
    const { page, complaints } = await openLetters();
    expect(await shown(page)).toEqual([]);
    expect(await key(page, 'V').isDisabled()).toBe(true);
    expect(await key(page, 'delete').isDisabled()).toBe(true);
    for (const letter of 'GLJT') await key(page, letter).click();
    expect((await shown(page))[0]).toBe('LN-01');
    expect(await page.locator('[data-typed]').innerText()).toMatch(/^G L J T/);
    await key(page, 'S').click();
    expect(await shown(page)).toEqual(['LN-01']);
    await key(page, 'delete').click();
    expect((await shown(page)).length).toBeGreaterThan(1);
    await page.getByText('找不到？请点“叫人帮忙”').waitFor();
    expect(await brokenRules(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('with a keyboard: letters type, Backspace takes back, a digit chooses, Escape leads back', async () => {
    const { page, station } = await openLetters();
    await page.keyboard.type('dbv');
    expect(await page.locator('[data-typed]').innerText()).toMatch(/^D B/);
    await page.keyboard.press('Backspace');
    expect(await page.locator('[data-typed]').innerText()).toMatch(/^D\b/);
    await page.keyboard.type('b');
    const [first] = await shown(page);
    await page.keyboard.press('1');
    await expect.poll(() => station.asked.at(-1)?.input).toMatchObject({ serviceCode: first });
    await page.keyboard.press('Escape');
    await screen(page, 'more');
    await page.locator('.letters').click();
    await screen(page, 'letters');
    expect(await shown(page)).toEqual([]);
  });

  test('in English the letters of the name that stands on the page', async () => {
    const { page } = await openLetters();
    await page.locator('[data-bar="language"]').click();
    for (const letter of 'ADOPT') await key(page, letter).click();
    expect(await shown(page)).toContain('JZ-08');
    expect(await overflow(page)).toEqual({ down: 0, across: 0 });
  });
});

describe.each([
  ['landscape', LANDSCAPE],
  ['portrait', PORTRAIT],
] as const)('low in reach, %s', (orientation, viewport) => {
  test('themes, their services, letters and what they lead to stand in the lower 40 %', async () => {
    const { page } = await openOthers(viewport);
    await toggleLook(page, 'low');
    const look = async (name: string): Promise<void> => {
      for (const size of TEXT_SIZES) {
        await chooseTextSize(page, size);
        await takePicture(page, `kiosk-low-${name}-${orientation}-${size}`);
        expect(await overflow(page), `${name} ${size}`).toEqual({ down: 0, across: 0 });
        for (const box of await buttons(page))
          expect(box.y, `${name} ${size}: ${box.name}`).toBeGreaterThanOrEqual(viewport.height * 0.6);
      }
    };
    await look('more');
    await page.locator('[data-theme]').first().click();
    await screen(page, 'theme');
    await look('theme');
    await back(page).click();
    await screen(page, 'more');
    await page.locator('.letters').click();
    await screen(page, 'letters');
    await look('letters');
    // As soon as a screen holds what the letters lead to, it stands in the place of the keyboard.
    for (const letter of 'GL') await page.locator(`[data-letter="${letter}"]`).click();
    await page.locator('[data-service="LN-01"]').waitFor();
    await look('letters-found');
  });
});
