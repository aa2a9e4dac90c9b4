import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TicketView } from '../../preload/contracts/hall-operations.ts';
import { err, ok } from '../../preload/contracts/result.ts';
import { brokenRules, buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import {
  minutesAgo,
  sampleCounter,
  sampleHall,
  sampleId,
  sampleTicket,
  SERVICES,
} from '../support/fake-services/samples.ts';
import { openHallPage, type FakeHall } from '../support/pages/bench.ts';
import { buttons, overflow, smallestGap, texts } from '../support/pages/measure.ts';
import { waitFor } from '../support/wait-for.ts';

const DESK = { width: 1366, height: 768 };
let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

const atCounter = (hall: FakeHall, ticketId: string | null): void =>
  hall.feed.put('counters', '3', sampleCounter('3', { waiting: 12, ticketId }));
function put(hall: FakeHall, ticket: TicketView): TicketView {
  hall.feed.put('tickets', ticket.ticketId, ticket);
  return ticket;
}
const served = () =>
  sampleTicket(1, { state: 'serving', counterId: '3', calledAt: minutesAgo(3), callCount: 1 });

/** Counter 3 serves A001, twelve wait, A020 is away; the hall does what it is asked. */
async function serving() {
  const bench = await openHallPage(browser, pages, '/counter/#counter=3', DESK);
  const { hall } = bench;
  for (let n = 2; n <= 13; n += 1) put(hall, sampleTicket(n));
  const numbers = Array.from({ length: 12 }, (_, at) => sampleTicket(at + 2).number);
  hall.feed.put('order', 'now', { numbers });
  hall.feed.put('hall', 'now', sampleHall({ waiting: 12 }));
  put(hall, served());
  put(hall, sampleTicket(20, { state: 'parked', counterId: '3' }));
  atCounter(hall, sampleId(1));
  hall.answers.listServices = () => ok({ services: [...SERVICES] });
  await bench.page.locator('[data-ticket-state="serving"]').waitFor();
  await bench.page.locator('[data-action="park"]:enabled').waitFor();
  return bench;
}

async function well(page: Page, name: string): Promise<void> {
  await takePicture(page, `counter-${name}`);
  expect(await overflow(page)).toEqual({ down: 0, across: 0 });
  for (const line of await texts(page)) expect(line.fontPx, line.text).toBeGreaterThanOrEqual(14);
  const boxes = await buttons(page);
  for (const box of boxes) expect(Math.min(box.width, box.height), box.name).toBeGreaterThanOrEqual(32);
  expect(smallestGap(boxes)).toBeGreaterThanOrEqual(8);
  expect(await brokenRules(page)).toEqual([]);
}

test('away by key, and on again only once the counter is free', async () => {
  const { page, hall, complaints } = await serving();
  const goOn = page.locator('[data-parked="A001"] button');
  expect(await page.locator('[data-parked="A020"] button').isEnabled()).toBe(false);
  expect(await page.locator('[data-action="park"] kbd').innerText()).toBe('Insert');
  hall.answers.parkTicket = () => {
    atCounter(hall, null);
    return ok(put(hall, { ...served(), state: 'parked' }));
  };
  await page.keyboard.press('Insert');
  await page.locator('[data-parked="A001"] button:enabled').waitFor();
  await well(page, 'parked');
  hall.answers.resumeTicket = () => {
    atCounter(hall, sampleId(1));
    return ok(put(hall, served()));
  };
  await goOn.click();
  await page.locator('[data-ticket-state="serving"]').waitFor();
  await goOn.waitFor({ state: 'detached' });
  expect(hall.asked.map(({ operation }) => operation)).toEqual(['parkTicket', 'resumeTicket']);
  expect(hall.asked[1]?.input).toMatchObject({ ticketId: sampleId(1), counterId: '3' });
  expect(complaints).toEqual([]);
});

describe('passed on to another service', () => {
  test('by keyboard alone: End, a few letters, arrow, Enter', async () => {
    const { page, hall, complaints } = await serving();
    hall.answers.transferTicket = ({ serviceCode }) => {
      atCounter(hall, null);
      const passed = { ...served(), state: 'waiting', counterId: null } as const;
      return ok(put(hall, { ...passed, serviceCode: serviceCode ?? passed.serviceCode }));
    };
    await page.keyboard.press('End');
    await page.locator('[data-service="JZ-13"]').waitFor();
    expect(await page.locator(`[data-service="${served().serviceCode}"]`).count()).toBe(0);
    await well(page, 'transfer');
    await page.keyboard.type('jz1');
    await page.locator('[data-service="LN-01"]').waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowDown');
    await page.locator('[data-service="JZ-13"][aria-selected="true"]').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('窗口前没有人').waitFor();
    expect(hall.asked.at(-1)).toMatchObject({
      operation: 'transferTicket',
      input: { ticketId: sampleId(1), counterId: '3', serviceCode: 'JZ-13' },
    });
    expect(hall.count('finishService')).toBe(0);
    expect(complaints).toEqual([]);
  });
  test('Escape goes back and nothing was asked; a refusal is one line and the list stays', async () => {
    const { page, hall } = await serving();
    await page.locator('[data-action="transfer"]').click();
    await page.locator('[data-service="JZ-13"]').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[data-ticket-state="serving"]').waitFor();
    expect(hall.count('transferTicket')).toBe(0);
    hall.answers.transferTicket = () => err({ kind: 'unknown-service', serviceCode: 'JZ-13' });
    await page.locator('[data-action="transfer"]').click();
    await page.locator('[data-service="JZ-13"]').click();
    await page.locator('.problem', { hasText: '大厅没有事项 JZ-13' }).waitFor();
    expect(await page.locator('[data-panel="transfer"]').count()).toBe(1);
  });
  test('a name with markup is shown as text', async () => {
    const { page, hall, complaints } = await serving();
    const evil = '<img src=x onerror=alert(1)>';
    const services = SERVICES.map((service) => ({ ...service, name: evil }));
    hall.answers.listServices = () => ok({ services });
    await page.locator('[data-action="transfer"]').click();
    await page.locator('[data-service="JZ-13"]', { hasText: evil }).waitFor();
    expect(await page.locator('img').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

test('the class of who waits is corrected in two touches by keyboard, and staff stand as its reason', async () => {
  const { page, hall, complaints } = await serving();
  hall.answers.correctPriority = ({ priorityClass }) =>
    ok(put(hall, sampleTicket(4, { priorityClass, priorityReason: 'staff' })));
  await page.locator('[data-correct="A004"]').focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-panel="correct"]').waitFor();
  expect(await page.locator('[data-class="ordinary"]').isEnabled()).toBe(false);
  expect(await page.locator('[data-why]:enabled').count()).toBe(0);
  await page.locator('[data-class="urgent"]:focus').press('Enter');
  await page.locator('[data-why="unwell"]:enabled').waitFor();
  await well(page, 'correct');
  await page.locator('[data-why="unwell"]').press('Enter');
  await page.locator('[data-waiting="A004"]', { hasText: '工作人员安排' }).waitFor();
  await page.locator('[data-ticket-state="serving"]').waitFor();
  await waitFor(() => hall.count('correctPriority') === 1 || undefined);
  expect(hall.asked.at(-1)?.input).toMatchObject({
    ticketId: sampleId(4),
    priorityClass: 'urgent',
    why: 'unwell',
  });
  expect(hall.count('finishService')).toBe(0);
  await well(page, 'corrected');
  expect(complaints).toEqual([]);
});

test('a person who is called while the class is being chosen leaves nothing to correct', async () => {
  const { page, hall } = await serving();
  await page.locator('[data-correct="A004"]').click();
  await page.locator('[data-panel="correct"]').waitFor();
  put(hall, sampleTicket(4, { state: 'called', counterId: '1', calledAt: minutesAgo(0), callCount: 1 }));
  await page.locator('[data-panel="correct"]').waitFor({ state: 'detached' });
});
