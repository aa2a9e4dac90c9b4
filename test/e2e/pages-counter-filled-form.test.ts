import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { err, ok } from '../../preload/contracts/result.ts';
import { buildPages, launchChromium } from '../support/chromium.ts';
import { looksWell, openCounter, taken } from '../support/pages/counter-bench.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

const DRAFT = {
  ...{ formId: 'elder-allowance', version: '2026.1', title: '高龄津贴申请表' },
  ...{ keptAt: '2026-06-15T09:12:00+08:00', name: '张㛃䶮', idNumber: '110199195603150021', address: null },
} as const;

test('a clerk scans the code of a filled form and reads what the card said; closed, nothing of it is left', async () => {
  const { page, hall, complaints } = await openCounter(browser, pages);
  hall.answers.recallDraft = ({ code }) => (code === '04HM-ASW9' ? ok(DRAFT) : err({ kind: 'not-found' }));
  await page.keyboard.press('*');
  await page.locator('[data-panel="draft"]').waitFor();
  // A reader types as a keyboard does, and ends with Enter.
  await page.keyboard.type('04HM-ASW8');
  await page.keyboard.press('Enter');
  await page.locator('.wrong', { hasText: '没有这个调取码' }).waitFor();
  await page.keyboard.type('04HM-ASW9');
  await page.keyboard.press('Enter');
  await page.locator('[data-draft-form]', { hasText: '高龄津贴申请表（2026.1 版）' }).waitFor();
  const values = page.locator('[data-draft]');
  expect(await values.allInnerTexts()).toEqual(['张㛃䶮', '110199195603150021', '表上手写']);
  expect(await page.locator('.wrong').innerText()).toBe('');
  await looksWell(page, 'filled-form');
  expect(taken(hall).at(-1)).toMatchObject({
    operation: 'recallDraft',
    input: { code: '04HM-ASW9', counterId: '3' },
  });
  await page.keyboard.press('Escape');
  await page.locator('[data-panel="draft"]').waitFor({ state: 'detached' });
  expect(await page.content()).not.toContain('张㛃䶮');
  expect(complaints.filter((one) => !/status of 404/.test(one))).toEqual([]);
});
