import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brokenRules, launchChromium, openPage, takePicture } from '../support/chromium.ts';
import { buttons, overflow, smallestGap } from '../support/pages/measure.ts';
import { RatingHall } from '../support/rating-page/rating-hall.ts';

const TELEPHONE = { width: 360, height: 740 };
/** An elder's thumb: more than the 44 px of WCAG 2.5.5. */
const BUTTON_PX = 60;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

describe('on a telephone without JavaScript', () => {
  test('five equal answers, one touch, thanks; nothing is broken', async () => {
    const hall = await RatingHall.forTest();
    const { code } = await hall.visit('finished');
    const context = await browser.newContext({ viewport: TELEPHONE, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${hall.address}/r/${code}`);
    await page.screenshot({ path: 'artefacts/screenshots/rating-telephone-ask.png', fullPage: true });
    await page.getByRole('button', { name: '基本满意' }).click();
    await page.getByRole('heading', { name: '谢谢您' }).waitFor();
    await page.screenshot({ path: 'artefacts/screenshots/rating-telephone-thanks.png' });
    expect(page.url()).toBe(`${hall.address}/rate`);
    await context.close();
  });
});

test('the answers are alike in everything but their words, large, and apart; no rule is broken', async () => {
  const hall = await RatingHall.forTest();
  const { code } = await hall.visit('finished');
  const { page, context, complaints } = await openPage(browser, `${hall.address}/r/${code}`, TELEPHONE);
  const answers = await buttons(page);
  expect(answers).toHaveLength(5);
  const looks = await page.locator('button').evaluateAll((all) =>
    all.map((button) => {
      const { color, backgroundColor, borderColor, fontSize, fontWeight } = getComputedStyle(button);
      const { width, height } = button.getBoundingClientRect();
      return JSON.stringify({ color, backgroundColor, borderColor, fontSize, fontWeight, width, height });
    }),
  );
  expect(new Set(looks).size).toBe(1);
  expect((JSON.parse(looks[0] ?? '{}') as { height: number }).height).toBeGreaterThanOrEqual(BUTTON_PX);
  expect(smallestGap(answers)).toBeGreaterThanOrEqual(8);
  // An answer that has to be scrolled to is not equal to one that stands there.
  expect(await overflow(page)).toEqual({ down: 0, across: 0 });
  expect(await brokenRules(page)).toEqual([]);
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
  await context.close();
});

test.each([
  ['waiting', '办完以后再评价'],
  ['cancelled', '这个链接不能用了'],
] as const)('a number that is %s is told so', async (state, heading) => {
  const hall = await RatingHall.forTest();
  const { code } = await hall.visit(state);
  const { page, context } = await openPage(browser, `${hall.address}/r/${code}`, TELEPHONE);
  await page.getByRole('heading', { name: heading }).waitFor();
  expect(await page.locator('button').count()).toBe(0);
  await takePicture(page, `rating-telephone-${state}`);
  await context.close();
});
