import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { err, ok } from '../../preload/contracts/result.ts';
import type { GivenNumber } from '../../renderer/counter/stores/give-number-store.ts';
import { buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import { minutesAgo, sampleId } from '../support/fake-services/samples.ts';
import { atCounter, looksWell, openCounter, press, steps, taken } from '../support/pages/counter-bench.ts';
import type { FakeHall } from '../support/pages/bench.ts';
import { waitFor } from '../support/wait-for.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** The hall gives A101, A102 and so on. */
function givesNumbers(hall: FakeHall, over: Partial<GivenNumber> = {}): void {
  let last = 100;
  hall.answers.issueTicket = ({ serviceCode, priorityClass = 'ordinary' }) => {
    last += 1;
    return ok({
      ...{ ticketId: sampleId(last), number: `A${last}`, serviceCode, serviceName: '综合咨询与一次性告知' },
      ...{ priorityClass, priorityReason: priorityClass === 'ordinary' ? 'none' : 'staff' },
      ...{ issuedAt: minutesAgo(0), waitingAhead: 18, waitMinutes: { low: 25, high: 40 } },
      ...{ counters: ['1', '3'], printState: 'pending', ratingUrl: null },
      ...over,
    });
  };
}

test('numbers by hand, by keyboard alone: what for, as what, the number; the next of the same kind is one key', async () => {
  const { page, hall, complaints } = await openCounter(browser, pages);
  givesNumbers(hall);
  await press(page, '+', '[data-action="giveNumber"]:enabled');
  await page.locator('[data-option="service JZ-13"]').waitFor();
  await looksWell(page, 'give-service');
  await page.keyboard.type('综合咨询');
  await page.locator('[data-option="service LN-01"]').waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await page.locator('[data-step="class"]').waitFor();
  await looksWell(page, 'give-class');
  await page.keyboard.press('1');
  await page.locator('[data-given="A101"]').waitFor();
  expect(await page.locator('[data-ahead]').innerText()).toBe('前面 18 人');
  expect(await page.locator('[data-wait]').innerText()).toContain('25 到 40 分钟');
  await looksWell(page, 'give-number');
  await press(page, '1', '[data-given="A101"]');
  await page.locator('[data-given="A102"]').waitFor();
  const asked = taken(hall).map(({ input }) => input);
  expect(asked).toHaveLength(2);
  for (const input of asked)
    expect(Object.keys(input).sort(), 'nobody’s name, nobody’s birth date').toEqual([
      'requestId',
      'serviceCode',
    ]);
  expect(asked[0]?.['requestId']).not.toBe(asked[1]?.['requestId']);
  expect(complaints).toEqual([]);
});

test('a class given by staff says so, and one number can be for several matters', async () => {
  const { page, hall } = await openCounter(browser, pages);
  givesNumbers(hall);
  await press(page, '+', '[data-action="giveNumber"]:enabled');
  await page.locator('[data-option="service JZ-13"]').waitFor();
  await page.keyboard.type('JZ-13');
  await page.keyboard.press('Enter');
  await page.locator('[data-choice="more"]').waitFor();
  await page.keyboard.press('9');
  await page.locator('[data-option="service LN-01"]').waitFor();
  expect(await page.locator('[data-option="service JZ-13"]').count(), 'each matter once').toBe(0);
  await page.keyboard.type('LN-01');
  await page.keyboard.press('Enter');
  await page.locator('[data-chosen="LN-01"]').waitFor();
  const digit = (await page.locator('[data-choice="elder"] kbd').innerText()).trim();
  await page.keyboard.press(digit);
  await page.locator('[data-given="A101"]').waitFor();
  expect(taken(hall)[0]?.input).toMatchObject({
    ...{ serviceCode: 'JZ-13', moreServices: ['LN-01'] },
    ...{ priorityClass: 'elder', priorityReason: 'staff' },
  });
  await press(page, '2', '[data-given="A101"]');
  await page.locator('[data-step="service"]').waitFor();
  expect(await page.locator('[data-chosen]').count()).toBe(0);
});

test('a plus in the field is typed, a held key gives one number, and a person at the counter stays', async () => {
  const { page, hall, counter, put } = await openCounter(browser, pages);
  givesNumbers(hall);
  counter({ ticketId: put(atCounter(9)).ticketId });
  await press(page, '+', '[data-ticket-state="serving"]');
  await page.locator('[data-option="service JZ-13"]').waitFor();
  await page.keyboard.type('J+');
  expect(await page.locator('.field').inputValue()).toBe('J+');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('Z-13');
  await page.keyboard.press('Enter');
  await page.locator('[data-step="class"]').waitFor();
  for (let n = 0; n < 5; n += 1) await page.keyboard.down('1');
  await page.keyboard.up('1');
  await page.locator('[data-given="A101"]').waitFor();
  await press(page, 'Escape', '[data-given="A101"]');
  await page.locator('[data-ticket-state="serving"]').waitFor();
  expect(steps(hall)).toEqual(['issueTicket']);
});

test('the hall’s answer is lost: asked again it is the same request, whatever happened at the counter meanwhile', async () => {
  const { page, hall, counter, put } = await openCounter(browser, pages);
  hall.answers.issueTicket = () => err({ kind: 'internal' });
  await press(page, '+', '[data-action="giveNumber"]:enabled');
  await page.locator('[data-option="service JZ-13"]').waitFor();
  await page.keyboard.type('JZ-13');
  await page.keyboard.press('Enter');
  await page.locator('[data-step="class"]').waitFor();
  await page.keyboard.press('1');
  await page.locator('.problem').waitFor();
  counter({ ticketId: put(atCounter(9)).ticketId });
  givesNumbers(hall);
  await press(page, '1', '[data-step="class"] [data-choice="ordinary"]:enabled');
  await page.locator('[data-given="A101"]').waitFor();
  await waitFor(() => taken(hall).length === 2 || undefined);
  expect(new Set(taken(hall).map(({ input }) => input['requestId'])).size).toBe(1);
});

test('a printed slip holds the number and nothing of the clerk’s page', async () => {
  const { page, hall } = await openCounter(browser, pages);
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  givesNumbers(hall);
  await press(page, '+', '[data-action="giveNumber"]:enabled');
  await page.locator('[data-option="service JZ-13"]').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('[data-choice="ordinary"]').press('Enter');
  await page.locator('[data-given="A101"]').waitFor();
  await press(page, '3', '[data-given="A101"]');
  await page.locator('[data-printed="yes"]').waitFor();
  await page.emulateMedia({ media: 'print' });
  await takePicture(page, 'counter-give-printed');
  expect(await page.locator('.given').isVisible()).toBe(true);
  for (const other of ['.bar', '.actions', '[data-waiting="A006"]'])
    expect(await page.locator(other).first().isVisible(), other).toBe(false);
});
