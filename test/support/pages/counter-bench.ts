import type { Browser, Page } from 'playwright';
import { expect } from 'vitest';
import {
  hallOperations,
  type CounterView,
  type TicketView,
} from '../../../preload/contracts/hall-operations.ts';
import type { StaffRole } from '../../../preload/contracts/operation.ts';
import { ok } from '../../../preload/contracts/result.ts';
import type { Asked } from '../fake-services/fake-service.ts';
import { brokenRules, takePicture } from '../chromium.ts';
import {
  minutesAgo,
  sampleCounter,
  sampleHall,
  sampleId,
  sampleTicket,
  SERVICES,
} from '../fake-services/samples.ts';
import { LANDSCAPE, letStaffIn, openHallPage, signInAt, type FakeHall, type HallBench } from './bench.ts';
import { buttons, overflow, smallestGap, texts } from './measure.ts';

/** The screen of most counters. */
export const DESK = { width: 1366, height: 768 };

export interface CounterBench extends HallBench {
  /** Counter 3 as it is now. */
  readonly counter: (over: Partial<CounterView>) => CounterView;
  readonly put: (ticket: TicketView) => TicketView;
}

/** A ticket that is at counter 3. */
export const atCounter = (n: number, over: Partial<TicketView> = {}): TicketView =>
  sampleTicket(n, { state: 'serving', counterId: '3', calledAt: minutesAgo(3), callCount: 1, ...over });

/** Counter 3, open and free; A004 to A021 wait, A001 to A003 were missed, A022 and A023 are away. */
export async function openCounter(
  browser: Browser,
  pages: string,
  role: StaffRole = 'clerk',
): Promise<CounterBench> {
  const bench = await openHallPage(browser, pages, '/counter/#counter=3', DESK);
  const { hall, page } = bench;
  const put = (ticket: TicketView): TicketView => {
    hall.feed.put('tickets', ticket.ticketId, ticket);
    return ticket;
  };
  const counter = (over: Partial<CounterView>): CounterView => {
    const view = sampleCounter('3', { waiting: 18, ...over });
    hall.feed.put('counters', '3', view);
    return view;
  };
  fillHall(hall);
  if (role !== 'clerk') await signInAgain(hall, page, role);
  await page.locator('[data-waiting="A021"]').waitFor();
  hall.asked.length = 0;
  return { ...bench, counter, put };
}

/** A busy hour: three counters, one of them closed, eighteen waiting. */
export function fillHall(hall: FakeHall): void {
  for (let n = 1; n <= 23; n += 1) hall.feed.put('tickets', sampleId(n), dayTicket(n));
  const numbers = Array.from({ length: 18 }, (_, at) => sampleTicket(at + 4).number);
  // The hall's own order: an elder who came later stands first.
  hall.feed.put('order', 'now', { numbers: ['A006', ...numbers.filter((number) => number !== 'A006')] });
  hall.feed.put('hall', 'now', sampleHall({ waiting: 20 }));
  hall.feed.put('counters', '1', sampleCounter('1', { staff: { staffNumber: '1002', name: '测试乙' } }));
  hall.feed.put('counters', '2', sampleCounter('2', { state: 'closed' }));
  hall.feed.put('counters', '3', sampleCounter('3', { waiting: 18 }));
  hall.answers.listServices = () => ok({ services: [...SERVICES] });
}

function dayTicket(n: number): TicketView {
  if (n <= 3) return sampleTicket(n, { state: 'missed', calledAt: minutesAgo(n) });
  return sampleTicket(n, n >= 22 ? { state: 'parked', counterId: '3', calledAt: minutesAgo(9) } : {});
}

async function signInAgain(hall: FakeHall, page: Page, role: StaffRole): Promise<void> {
  letStaffIn(hall, role);
  await page.getByRole('button', { name: '退出登录' }).click();
  await signInAt(page);
}

/** A hand that is not hurried: the page takes two strokes closer together than 300 ms for one. */
export async function press(page: Page, key: string, ready: string): Promise<void> {
  await page.locator(ready).first().waitFor();
  await page.waitForTimeout(300);
  await page.keyboard.press(key);
}

/** What the page asked the hall to do, in order; its looking is left out. */
export function taken(hall: FakeHall): readonly Asked[] {
  return hall.asked.filter(
    ({ operation }) => hallOperations[operation as keyof typeof hallOperations].effect === 'mutation',
  );
}

/** The names of those steps. */
export function steps(hall: FakeHall): readonly string[] {
  return taken(hall).map(({ operation }) => operation);
}

/** Nothing overflows, is too small to read or to hit, or breaks a rule of accessibility; with pictures in both sizes. */
export async function looksWell(page: Page, name: string): Promise<void> {
  await page.setViewportSize(LANDSCAPE);
  await takePicture(page, `counter-${name}-1920`);
  expect(await overflow(page)).toEqual({ down: 0, across: 0 });
  await page.setViewportSize(DESK);
  await takePicture(page, `counter-${name}`);
  expect(await overflow(page)).toEqual({ down: 0, across: 0 });
  expect(await cutOff(page), 'cut off').toEqual([]);
  for (const line of await texts(page)) expect(line.fontPx, line.text).toBeGreaterThanOrEqual(14);
  const boxes = await buttons(page);
  for (const box of boxes) expect(Math.min(box.width, box.height), box.name).toBeGreaterThanOrEqual(32);
  expect(smallestGap(boxes.filter(({ name: text }) => !/^[A-Z]\d{3}/.test(text)))).toBeGreaterThanOrEqual(8);
  expect(await brokenRules(page)).toEqual([]);
}

/** Places that hold more than they show and cannot be scrolled, and panels that have to be scrolled at all. */
async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll(
        '.desk > *, .person, .card, .strip, .help, .panel, .actions, .bar, .action, .choice',
      ),
    ]
      .filter((box) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1)
      .map(
        (box) =>
          `${box.className}: ${box.scrollWidth}x${box.scrollHeight} in ${box.clientWidth}x${box.clientHeight}`,
      ),
  );
}
