import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TicketView } from '../../preload/contracts/hall-operations.ts';
import { err, ok } from '../../preload/contracts/result.ts';
import { buildPages, launchChromium } from '../support/chromium.ts';
import { sampleId, SERVICES } from '../support/fake-services/samples.ts';
import {
  atCounter,
  looksWell,
  openCounter,
  press,
  type CounterBench,
  taken,
} from '../support/pages/counter-bench.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Counter 3 serves A001, whom counter 1 sent. */
async function serving(over: Partial<TicketView> = {}): Promise<CounterBench> {
  const bench = await openCounter(browser, pages);
  const ticket = bench.put(atCounter(1, { cameFromCounterId: '1', ...over }));
  bench.counter({ ticketId: ticket.ticketId });
  bench.hall.answers.transferTicket = () => {
    bench.counter({ ticketId: null });
    return ok(bench.put({ ...ticket, state: 'waiting', counterId: null }));
  };
  await bench.page.locator('[data-ticket-state="serving"]').waitFor();
  await bench.page.locator('[data-action="park"]:enabled').waitFor();
  return bench;
}

test('away by key, and the counter is free', async () => {
  const { page, hall, counter, put, complaints } = await serving();
  expect(await page.locator('[data-action="park"] kbd').innerText()).toBe('Ins');
  hall.answers.parkTicket = () => {
    counter({ ticketId: null });
    return ok(put(atCounter(1, { state: 'parked' })));
  };
  await page.keyboard.press('Insert');
  await page.locator('[data-parked="A001"] .small-button:enabled').waitFor();
  expect(taken(hall).at(-1)).toMatchObject({ operation: 'parkTicket', input: { ticketId: sampleId(1) } });
  expect(complaints).toEqual([]);
});

describe('passed on by keyboard alone: End, a few letters, arrow, Enter', () => {
  test.each([
    ['a service', 'jz1', ['ArrowDown'], { serviceCode: 'JZ-13' }],
    ['one counter', '2号', [], { toCounterId: '2' }],
    ['a colleague', '测试乙', [], { toStaffNumber: '1002' }],
    ['back to who sent them', '', [], { toSender: true }],
  ] as const)('to %s', async (_who, typed, keys, destination) => {
    const { page, hall, complaints } = await serving();
    await press(page, 'End', '[data-action="transfer"]:enabled');
    await page.locator('[data-option="service JZ-13"]').waitFor();
    await page.keyboard.type(typed);
    if (typed !== '') await page.locator('[data-option="service LN-09"]').waitFor({ state: 'detached' });
    for (const key of keys) await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    await page.getByText('窗口前没有人').waitFor();
    const { requestId, ...input } = taken(hall).at(-1)?.input ?? {};
    expect(requestId).toBeTypeOf('string');
    expect(input).toEqual({ ticketId: sampleId(1), counterId: '3', ...destination });
    expect(complaints).toEqual([]);
  });
  test('the panel offers every other place in its section, neither this counter nor this service', async () => {
    const { page } = await serving();
    await page.locator('[data-action="transfer"]').click();
    await page.locator('[data-option="service JZ-13"]').waitFor();
    const options = await page
      .locator('[data-option]')
      .evaluateAll((all) => all.map((option) => option.getAttribute('data-option')));
    expect(options[0]).toBe('sender back');
    expect(options).toEqual(expect.arrayContaining(['counter 1', 'counter 2', 'colleague 1002']));
    expect(options).not.toContain('counter 3');
    expect(options).not.toContain(`service ${atCounter(1).serviceCode}`);
    await looksWell(page, 'transfer');
  });
  test('who was sent by nobody cannot be sent back', async () => {
    const { page } = await serving({ cameFromCounterId: null });
    await page.locator('[data-action="transfer"]').click();
    await page.locator('[data-option="service JZ-13"]').waitFor();
    expect(await page.locator('[data-option^="sender"]').count()).toBe(0);
  });
});

test('Escape goes back and nothing was asked; a refusal is one line and the list stays', async () => {
  const { page, hall } = await serving();
  await page.locator('[data-action="transfer"]').click();
  await page.locator('[data-option="service JZ-13"]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[data-ticket-state="serving"]').waitFor();
  expect(hall.count('transferTicket')).toBe(0);
  hall.answers.transferTicket = () => err({ kind: 'colleague-not-there', staffNumber: '1002' });
  await page.locator('[data-action="transfer"]').click();
  await page.locator('[data-option="colleague 1002"]').click();
  await page.locator('.problem', { hasText: '工号 1002 现在没有开窗' }).waitFor();
  expect(await page.locator('[data-panel="transfer"]').count()).toBe(1);
});

test('a name with markup is shown as text', async () => {
  const { page, hall, complaints } = await serving();
  const evil = '<img src=x onerror=alert(1)>';
  hall.answers.listServices = () => ok({ services: SERVICES.map((service) => ({ ...service, name: evil })) });
  await page.locator('[data-action="transfer"]').click();
  await page.locator('[data-option="service JZ-13"]', { hasText: evil }).waitFor();
  expect(await page.locator('img').count()).toBe(0);
  expect(complaints).toEqual([]);
});
