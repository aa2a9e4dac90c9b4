import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchChromium, openPage } from '../support/chromium.ts';
import { signInAt } from '../support/pages/bench.ts';
import { DESK, press } from '../support/pages/counter-bench.ts';
import { HallService } from '../support/services/hall-service.ts';
import { TEST_PIN } from '../support/services/staff.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function counterThree(hall: HallService): Promise<Page> {
  const url = `${hall.address}/counter/#token=${hall.tokens.of('counter')}&counter=3`;
  const { page, context } = await openPage(browser, url, DESK);
  onTestFinished(() => context.close());
  await signInAt(page, '1001', TEST_PIN);
  return page;
}

/** A couple with two matters has taken a number at the kiosk. */
async function coupleComes(hall: HallService): Promise<{ ticketId: string; number: string }> {
  const issued = await hall.as('kiosk').issueTicket({
    ...{ requestId: randomUUID(), serviceCode: 'LN-01', moreServices: ['JZ-13'] },
    ...{ holder: { name: '张三丰' }, companion: { name: '李四' }, companionRelation: 'spouse' },
  });
  if (!issued.ok) throw new Error(issued.error.kind);
  return issued.value;
}

/** Counter 1, worked by a colleague over the API: takes who was passed on to it and sends them back. */
async function sendBackFromCounterOne(hall: HallService, ticketId: string): Promise<void> {
  const colleague = hall.as('counter', 'supervisor');
  const step = { ticketId, counterId: '1' };
  const answers = [
    await colleague.callNext({ requestId: randomUUID(), counterId: '1' }),
    await colleague.startService({ requestId: randomUUID(), ...step }),
    await colleague.transferTicket({ requestId: randomUUID(), ...step, toSender: true }),
  ];
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
}

test('a couple with two matters, by keyboard alone, from the first call to the last finish', async () => {
  const hall = await HallService.forTest();
  const { ticketId, number } = await coupleComes(hall);
  await hall.as('counter', 'supervisor').openCounter({ requestId: randomUUID(), counterId: '1' });
  const page = await counterThree(hall);
  await press(page, 'F10', '[data-action="open"].big:enabled');
  await page.locator('[data-next]', { hasText: '两人 · 夫妻' }).waitFor();
  expect(await page.content()).not.toContain('张');

  await press(page, 'F2', '[data-action="callNext"].big:enabled');
  await page.locator('[data-who="companion"]', { hasText: '李*' }).waitFor();
  await press(page, 'Backspace', '[data-undo]');
  await page.locator('[data-next]', { hasText: number }).waitFor();
  expect(await page.content()).not.toContain('李');

  await press(page, 'F2', '[data-action="callNext"].big:enabled');
  await page.locator('[data-ticket-state="called"]').waitFor();
  // The hall’s cool-down of a call is five seconds: the refusal shows on the button, then the key works.
  await press(page, 'F3', '[data-action="recall"]:enabled');
  await page.locator('[data-action="recall"]', { hasText: '秒后' }).waitFor();
  await press(page, 'F3', '[data-action="recall"]:enabled');
  await page.getByText('呼叫 2 次').waitFor();
  await press(page, 'F4', '[data-action="start"].big:enabled');
  await page.locator('[data-matter="later"]').waitFor();
  await page.locator('[data-who="holder"] [data-field="name"] button').press('Enter');
  await page.locator('[data-who="holder"]', { hasText: '张三丰' }).waitFor();

  await press(page, 'Insert', '[data-action="park"]:enabled');
  await page.locator(`[data-parked="${number}"] .small-button:enabled`).press('Enter');
  await press(page, 'End', '[data-action="transfer"]:enabled');
  await page.locator('[data-option="counter 1"]').waitFor();
  await page.keyboard.type('1 号窗口');
  await page.locator('[data-option="counter 2"]').waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await page.locator('[data-ticket-state]').waitFor({ state: 'detached' });
  expect(await page.content(), 'names leave with the person').not.toContain('张三丰');

  await sendBackFromCounterOne(hall, ticketId);
  await page.locator(`[data-waiting="${number}"] [data-for-counter]`, { hasText: '指定本窗口' }).waitFor();
  await press(page, 'F2', '[data-action="callNext"].big:enabled');
  await press(page, 'F4', '[data-action="start"].big:enabled');
  await press(page, 'F6', '[data-ticket-state="serving"]');
  await page.locator('[data-matter="done"]').waitFor();
  await press(page, 'F6', '[data-action="finish"].big:enabled');
  await page.locator('[data-ticket-state]').waitFor({ state: 'detached' });

  const end = await hall.as('counter').ticketStatus({ ticketId });
  expect(end).toMatchObject({
    ok: true,
    value: { ticket: { state: 'done', services: [{ state: 'done' }, { state: 'done' }] } },
  });
  expect(hall.log, 'no name in the log').not.toMatch(/张三丰|李四/);
});
