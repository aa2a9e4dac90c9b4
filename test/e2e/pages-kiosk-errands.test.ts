import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { err, ok } from '../../preload/contracts/result.ts';
import { SAME_TOUCH_MS } from '../../renderer/shared/same-touch.ts';
import { buildPages, launchChromium } from '../support/chromium.ts';
import { elderVisit, sampleStation, visitTicket } from '../support/fake-services/samples.ts';
import { LANDSCAPE, openKiosk, panelOf, screen, type FakeStation } from '../support/pages/bench.ts';
import { KIOSK_ERRAND_STATES, SHIPPED_FORMS } from '../support/pages/kiosk-errand-states.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

const back = (page: Page) => page.locator('[data-bar="back"]');

async function kioskAt(state: string): Promise<{ page: Page; station: FakeStation }> {
  const bench = await openKiosk(browser, pages);
  const bring = KIOSK_ERRAND_STATES[state];
  if (bring === undefined) throw new Error(`no state ${state}`);
  await bring(bench.station, bench.page, LANDSCAPE);
  return bench;
}

describe('what to bring, before a number is taken', () => {
  test('is read by picture and name, printed in full, and leads to a number', async () => {
    const { page, station } = await kioskAt('guide');
    expect(await page.locator('[data-line="bring"]').innerText()).toContain('还有 1 样');
    expect(await page.locator('[data-line="fee"]').innerText()).toBe('免费');
    expect(await page.locator('[data-line="counter"]').innerText()).toBe('可以，不用机器');
    const asked: unknown[] = [];
    station.answers.printNotice = ({ serviceCode, size }) => {
      asked.push({ serviceCode, size });
      return ok({ printState: 'confirmed', reason: null });
    };
    station.answers.takeTicket = ({ serviceCode }) => {
      asked.push({ takes: serviceCode });
      return ok({ ticketId: visitTicket().ticketId, number: 'A012', alreadyHeld: false });
    };
    await page.locator('[data-guide-print]').click();
    await expect.poll(() => asked.length).toBe(1);
    await page.locator('[data-guide-take]').click();
    await expect.poll(() => asked).toEqual([{ serviceCode: 'LN-09', size: 'large' }, { takes: 'LN-09' }]);
  });

  test('返回 leads back to the services, their kinds and the errands; no number was taken', async () => {
    const { page } = await kioskAt('guide');
    for (const before of ['guide-services', 'guide-themes', 'errands']) {
      await back(page).click();
      await screen(page, before);
    }
  });
});

describe('a form without a number', () => {
  test('is found by picture, filled by the card or empty, in large print on wish', async () => {
    const { page, station } = await kioskAt('form');
    const asked: unknown[] = [];
    station.answers.printForm = (wish) => {
      asked.push({ filled: true, formId: wish.formId, size: wish.size });
      return ok({ printState: 'confirmed', reason: null });
    };
    station.answers.printBlankForm = (wish) => {
      asked.push({ filled: false, formId: wish.formId, size: wish.size });
      return ok({ printState: 'confirmed', reason: null });
    };
    await page.locator('[data-form-prefilled]').click();
    await expect.poll(() => asked.length).toBe(1);
    await page.locator('[data-form-large]').click();
    await page.locator('[data-form-blank]').click();
    await expect
      .poll(() => asked)
      .toEqual([
        { filled: true, formId: 'elder-allowance', size: 'standard' },
        { filled: false, formId: 'elder-allowance', size: 'large' },
      ]);
  });

  test('返回 leads screen by screen to where the errands began', async () => {
    const { page } = await kioskAt('form');
    for (const before of ['forms', 'form-themes', 'errands', 'choose']) {
      await back(page).click();
      await screen(page, before);
    }
  });

  test('printed too often: told so, and where more are', async () => {
    const { page, station } = await kioskAt('form');
    station.answers.printForm = () => err({ kind: 'print-limit', limit: 3 });
    await page.locator('[data-form-prefilled]').click();
    expect(await page.locator('.problem').innerText()).toContain('已经打了 3 份');
  });
});

test('beside a number stand the forms of its service, and 返回 leads back to the number', async () => {
  const { page, station } = await openKiosk(browser, pages);
  const asked: unknown[] = [];
  station.answers.listForms = (wish) => {
    asked.push(wish);
    return ok({ forms: SHIPPED_FORMS.filter(({ services }) => services.includes('LN-01')) });
  };
  station.feed.put('visit', 'now', elderVisit({ tickets: [visitTicket()] }));
  await screen(page, 'done');
  await page.locator('[data-done-forms]').click();
  await screen(page, 'forms');
  expect(asked).toEqual([{ serviceCode: visitTicket().serviceCode }]);
  expect(await page.locator('[data-form]').count()).toBe(1);
  await page.locator('[data-form]').click();
  await screen(page, 'form');
  await back(page).click();
  await screen(page, 'forms');
  await back(page).click();
  await screen(page, 'done');
});

describe('the dates of a divorce', () => {
  test('are told for a typed day; a day that is none is said, and the digits stay', async () => {
    const { page, station } = await kioskAt('divorce-day');
    const asked: unknown[] = [];
    const answer = station.answers.divorceDates;
    station.answers.divorceDates = (wish) => {
      asked.push(wish);
      if (answer === undefined) throw new Error('no answer');
      return answer(wish);
    };
    // By the keys of a numeric pad: a finger is slower than the guard against a touch that comes down twice.
    await page.keyboard.type('20250931');
    await page.locator('[data-pad="done"]').click();
    await expect.poll(() => page.locator('[data-fault]').innerText()).toBe('没有这一天，请再看看');
    expect(await page.locator('[data-typed]').innerText()).toBe('2025年09月31日');
    for (const key of ['Backspace', 'Backspace', '0', '1']) await page.keyboard.press(key);
    await page.waitForTimeout(SAME_TOUCH_MS);
    await page.locator('[data-pad="done"]').click();
    await screen(page, 'divorce-dates');
    expect(asked).toEqual([{ acceptedOn: '2025-09-01' }]);
    expect(await page.locator('dd').allInnerTexts()).toEqual([
      '2025年10月9日',
      '2025年10月10日',
      '2025年11月10日',
    ]);
    expect(await page.locator('main').innerText()).toContain('机器只帮您算');
  });

  test('are printed on a paper with that day', async () => {
    const { page, station } = await kioskAt('divorce-dates');
    const asked: unknown[] = [];
    station.answers.printForm = ({ formId, acceptedOn }) => {
      asked.push({ formId, acceptedOn });
      return ok({ printState: 'confirmed', reason: null });
    };
    await page.locator('[data-dates-print]').click();
    await screen(page, 'form');
    expect(await page.locator('[data-form-blank]').count()).toBe(0);
    await page.locator('[data-form-prefilled]').click();
    await expect.poll(() => asked).toEqual([{ formId: 'divorce-dates', acceptedOn: '2025-09-01' }]);
    await back(page).click();
    await screen(page, 'divorce-dates');
  });
});

test('a community group is told its way after four questions, why, and gets its forms', async () => {
  const { page, station } = await kioskAt('group-kind');
  const asked: unknown[] = [];
  const answer = station.answers.organisationWay;
  station.answers.organisationWay = (wish) => {
    asked.push(wish);
    if (answer === undefined) throw new Error('no answer');
    return answer(wish);
  };
  for (const [id, then] of [
    ['association', 'group-size'],
    ['10', 'group-means'],
    ['no', 'group-licence'],
    ['no', 'group-way'],
  ] as const) {
    await page.locator(`[data-answer="${id}"]`).click();
    await screen(page, then);
  }
  expect(asked).toEqual([
    {
      ...{ kind: 'association', persons: 10, units: 0, funds: 0, hasPremises: false },
      needsLicence: false,
    },
  ]);
  expect(await page.locator('h1').innerText()).toBe('请到街道办事处备案');
  expect(await page.locator('[data-condition][data-met="false"]').count()).toBe(3);
  const ofFiling: unknown[] = [];
  station.answers.listForms = (wish) => {
    ofFiling.push(wish);
    return ok({ forms: SHIPPED_FORMS.filter(({ services }) => services.includes('SH-19')) });
  };
  await page.locator('[data-way-forms]').click();
  await screen(page, 'forms');
  expect(ofFiling).toEqual([{ serviceCode: 'SH-19' }]);
  await page.locator('[data-form="community-filing"]').click();
  await screen(page, 'form');
  expect(await page.locator('h1').innerText()).toBe('社区社会组织备案申请表');
  for (const before of ['forms', 'group-way', 'group-licence']) {
    await back(page).click();
    await screen(page, before);
  }
});

test('while a form comes out nobody is sent away', async () => {
  const { page, station } = await kioskAt('form');
  const form = { formId: 'elder-allowance', state: 'printing', reason: null, prints: 0 } as const;
  station.feed.put('station', 'now', sampleStation({ panel: panelOf(LANDSCAPE), form }));
  await page.locator('[data-paper="printing"]').waitFor();
  await page.clock.install();
  await page.clock.fastForward(10 * 60_000);
  expect(await page.locator('.kiosk').getAttribute('data-screen')).toBe('form');
});
