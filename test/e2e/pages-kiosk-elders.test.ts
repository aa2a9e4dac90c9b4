import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { err, ok } from '../../preload/contracts/result.ts';
import { SAME_TOUCH_MS } from '../../renderer/shared/same-touch.ts';
import { buildPages, launchChromium } from '../support/chromium.ts';
import { LANDSCAPE, openKiosk, screen, type FakeStation } from '../support/pages/bench.ts';
import { KIOSK_ELDER_STATES, OFFERED, STANDING, TABLE } from '../support/pages/kiosk-elder-states.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

const back = (page: Page) => page.locator('[data-bar="back"]');
const said = (page: Page, what: string) => page.locator(`[${what}]`).innerText();

async function kioskAt(state: string): Promise<{ page: Page; station: FakeStation }> {
  const bench = await openKiosk(browser, pages);
  const bring = KIOSK_ELDER_STATES[state];
  if (bring === undefined) throw new Error(`no state ${state}`);
  await bring(bench.station, bench.page, LANDSCAPE);
  return bench;
}

describe('what somebody is paid', () => {
  test('with a card: the amount of today, the next one, the next check, and that it is an estimate', async () => {
    const { page } = await kioskAt('allowance');
    expect(await said(page, 'data-amount')).toBe('您每月大约能领 200 元');
    expect(await said(page, 'data-line="next"')).toBe('2028年3月15日起，每月 300 元');
    expect(await said(page, 'data-line="check"')).toBe('2026年11月1日');
    expect(await said(page, 'data-line="elsewhere"')).toContain('社区工作站');
    expect(await said(page, 'data-estimate')).toContain('窗口说了才算');
  });

  test('without a card: the table by age, and nobody is asked anything', async () => {
    const { page } = await kioskAt('allowance-table');
    expect(await page.locator('[data-tier]').allInnerTexts()).toEqual([
      '每月 200 元',
      '每月 300 元',
      '每月 500 元',
      '每月 1000 元',
    ]);
    expect(await page.locator('[data-to-offer], [data-certify]').count()).toBe(0);
  });

  test('where the data have no rule, nothing is claimed', async () => {
    const { page, station } = await kioskAt('elder');
    station.answers.elderStanding = () =>
      ok({ table: { ...TABLE, place: null, tiers: [] }, standing: { ...STANDING, tier: null, next: null } });
    await page.locator('[data-elder="allowance"]').click();
    await screen(page, 'allowance');
    expect(await said(page, 'data-amount')).toBe('按年龄，现在还不能领');
    await page.locator('[data-to-table]').click();
    await screen(page, 'allowance-table');
    expect(await said(page, 'data-no-table')).toContain('请问窗口');
  });

  test('an amount that nobody knows is not called nothing', async () => {
    const { page, station } = await kioskAt('elder');
    const tier = STANDING.tier && { ...STANDING.tier, amount: null };
    station.answers.elderStanding = () => ok({ table: TABLE, standing: { ...STANDING, tier } });
    await page.locator('[data-elder="allowance"]').click();
    await screen(page, 'allowance');
    expect(await said(page, 'data-amount')).toBe('您可以领，多少钱请问窗口');
  });
});

describe('a check at the kiosk', () => {
  test('takes at most seven screens from the card on, and is noted for staff (R030)', async () => {
    const { page, station } = await openKiosk(browser, pages);
    const seen: string[] = [];
    await page.exposeFunction('noteScreen', (name: string) => {
      if (seen.at(-1) !== name) seen.push(name);
    });
    await page.evaluate(() => {
      const kiosk = document.querySelector('.kiosk');
      const note = (): void =>
        (window as unknown as { noteScreen: (name: string) => void }).noteScreen(
          kiosk?.getAttribute('data-screen') ?? '',
        );
      if (kiosk !== null) new MutationObserver(note).observe(kiosk, { attributeFilter: ['data-screen'] });
    });
    let asked = 0;
    await KIOSK_ELDER_STATES['allowance']?.(station, page, LANDSCAPE);
    station.answers.certifyInPerson = () => {
      asked += 1;
      return ok({ cycle: '2026-05' });
    };
    station.answers.elderStanding = () =>
      ok({ table: TABLE, standing: { ...STANDING, check: 'to-confirm' } });
    await page.locator('[data-certify]').click();
    await expect.poll(() => said(page, 'data-said')).toBe('已经记下，请再到窗口看看');
    expect(asked).toBe(1);
    expect(await page.locator('[data-certify]').count()).toBe(0);
    expect(seen).toEqual(['choose', 'errands', 'elder', 'allowance']);
    expect(seen.length).toBeLessThanOrEqual(7);
  });

  test('made already is told as something good, and what to do', async () => {
    const { page, station } = await kioskAt('allowance');
    station.answers.certifyInPerson = () =>
      err({ kind: 'already-certified', benefits: ['HIGH_AGE_ALLOWANCE'], on: '2026-05-20', mode: 'SELF' });
    await page.locator('[data-certify]').click();
    await expect.poll(() => page.locator('.problem').innerText()).toContain('这次已经确认过了');
  });
});

describe('an offer', () => {
  test('has two answers of one size and look, and none beforehand', async () => {
    const { page } = await kioskAt('offer');
    const looks = await page.locator('[data-offer-answer]').evaluateAll((buttons) =>
      buttons.map((button) => {
        const { width, height } = button.getBoundingClientRect();
        const { backgroundColor, color, borderColor, fontSize, fontWeight } = getComputedStyle(button);
        const pressed = button.getAttribute('aria-pressed');
        return { width, height, backgroundColor, color, borderColor, fontSize, fontWeight, pressed };
      }),
    );
    expect(looks).toHaveLength(2);
    expect(looks[0]).toEqual(looks[1]);
    expect(looks[0]?.pressed).toBeNull();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await page.locator('[data-choice]').count()).toBe(2);
  });

  test('whoever goes back, or away, has answered nothing', async () => {
    const { page, station } = await kioskAt('offer');
    await back(page).click();
    await screen(page, 'allowance');
    station.feed.put('visit', 'now', null);
    await screen(page, 'idle');
    expect(station.count('answerOffer')).toBe(0);
  });

  test.each([
    ['agreed', 'CONSENTED', '您同意了，窗口会接着办'],
    ['declined', 'DECLINED', '您选了不同意，还可以改'],
  ] as const)('%s is kept once and told', async (answer, state, sentence) => {
    const { page, station } = await kioskAt('offer');
    station.answers.answerOffer = () => {
      const offer = OFFERED.offer && { ...OFFERED.offer, state };
      station.answers.elderStanding = () => ok({ table: TABLE, standing: { ...OFFERED, offer } });
      return ok({ state });
    };
    await page.locator(`[data-offer-answer="${answer}"]`).click();
    await screen(page, 'allowance');
    expect(await said(page, 'data-said')).toBe(sentence);
    expect(station.asked.filter(({ operation }) => operation === 'answerOffer')).toMatchObject([
      { input: { answer } },
    ]);
  });
});

describe('meals', () => {
  test('are found, said to be a sample, with the own share, and printed whole in large print', async () => {
    const { page, station } = await kioskAt('meals');
    expect(await page.locator('h1').innerText()).toBe('这些是演示，不是真的');
    expect(await page.locator('[data-meal]').count()).toBe(5);
    await page.locator('[data-meal="ZC-04"]').click();
    await screen(page, 'meal-point');
    expect(await said(page, 'data-line="price"')).toBe('8 元');
    expect(await said(page, 'data-share="困难老人"')).toBe('自己付 6 元');
    const asked: unknown[] = [];
    station.answers.printMeals = ({ size }) => {
      asked.push(size);
      return ok({ printState: 'confirmed', reason: null });
    };
    await page.locator('[data-meals-print]').click();
    await expect.poll(() => asked).toEqual(['large']);
  });

  test('返回 leads screen by screen to where it began', async () => {
    const { page } = await kioskAt('meal-point');
    for (const before of ['meals', 'elder', 'errands', 'choose']) {
      await back(page).click();
      await screen(page, before);
    }
  });
});

describe('somebody is asked home', () => {
  test('for a matter: the number, the day, and what was booked', async () => {
    const { page, station } = await kioskAt('home-done');
    expect(await said(page, 'data-booked')).toBe('2026年6月16日 上午');
    expect(station.asked.filter(({ operation }) => operation === 'bookHomeVisit')).toMatchObject([
      {
        input: { purpose: 'certification', date: '2026-06-16', part: 'morning', phone: '13812341234' },
      },
    ]);
  });

  test('a number that is none is said beside it, and the digits stay', async () => {
    const { page } = await kioskAt('home-phone');
    await page.keyboard.press('Backspace');
    await page.locator('[data-pad="done"]').click();
    await expect.poll(() => said(page, 'data-fault')).toBe('号码不对，请再看看');
    expect(await said(page, 'data-typed')).toBe('1381234123');
    await page.keyboard.press('4');
    await page.waitForTimeout(SAME_TOUCH_MS);
    await page.locator('[data-pad="done"]').click();
    await screen(page, 'home-day');
  });

  test('to be looked after: with consent, by the last touch', async () => {
    const { page, station } = await kioskAt('home-category');
    expect(await page.locator('[data-category]').allInnerTexts()).toHaveLength(5);
    await page.locator('[data-category="livingAlone"]').click();
    await screen(page, 'home-done');
    expect(station.asked.filter(({ operation }) => operation === 'askForCare')).toMatchObject([
      { input: { wish: 'visit', category: 'livingAlone', phone: '13812341234', consent: true } },
    ]);
  });

  test('the number is gone with the person', async () => {
    const { page, station } = await kioskAt('home-phone');
    station.feed.put('visit', 'now', null);
    await screen(page, 'idle');
    await KIOSK_ELDER_STATES['home-wish']?.(station, page, LANDSCAPE);
    await page.locator('[data-home="certification"]').click();
    await screen(page, 'home-phone');
    expect(await said(page, 'data-typed')).toBe('');
  });
});
