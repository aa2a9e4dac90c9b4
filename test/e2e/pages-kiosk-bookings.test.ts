import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { err } from '../../preload/contracts/result.ts';
import { SAME_TOUCH_MS } from '../../renderer/shared/same-touch.ts';
import { buildPages, launchChromium } from '../support/chromium.ts';
import { LANDSCAPE, openKiosk, screen, type FakeStation } from '../support/pages/bench.ts';
import { BOOKING, KIOSK_BOOKING_STATES } from '../support/pages/kiosk-booking-states.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function kioskAt(state: string): Promise<{ page: Page; station: FakeStation }> {
  const bench = await openKiosk(browser, pages);
  const bring = KIOSK_BOOKING_STATES[state];
  if (bring === undefined) throw new Error(`no state ${state}`);
  await bring(bench.station, bench.page, LANDSCAPE);
  return bench;
}
const said = (page: Page, what: string) => page.locator(`[${what}]`).innerText();
const asked = (station: FakeStation, name: string) =>
  station.asked.filter(({ operation }) => operation === name).map(({ input }) => input);

describe('who is booked for today', () => {
  test('sees it first, and has a number for two after one touch', async () => {
    const { page, station } = await kioskAt('choose-booked');
    const tiles = page.locator('.choices [data-choice]');
    expect(await tiles.first().innerText()).toContain('报到：09:30');
    expect(await tiles.count()).toBeLessThanOrEqual(5);
    await page.locator('[data-check-in-first]').click();
    await screen(page, 'done');
    expect(await page.locator('[data-for-two]').count()).toBe(1);
    expect(asked(station, 'checkIn')).toMatchObject([{ appointmentId: BOOKING.appointmentId }]);
  });

  test('and came too early is told what to do; nothing is lost', async () => {
    const { page, station } = await kioskAt('choose-booked');
    station.answers.checkIn = () => err({ kind: 'too-early', from: '2026-06-15T09:20' });
    await page.locator('[data-check-in-first]').click();
    await expect.poll(() => page.locator('.problem').innerText()).toContain('还没到时间');
    expect(await page.locator('[data-check-in-first]').count()).toBe(1);
  });

  test('and came late is told so, and waits like everybody', async () => {
    const { page } = await kioskAt('booking-late');
    expect(await said(page, 'data-late')).toBe('时间过了，要和大家一起等');
    await page.locator('[data-check-in]').click();
    await screen(page, 'done');
  });
});

describe('a booking of another day', () => {
  test('says from when one can report, and can be given up', async () => {
    const { page, station } = await kioskAt('booking-early');
    expect(await said(page, 'data-from')).toContain('14:50');
    expect(await page.locator('[data-check-in]').count()).toBe(0);
    await page.locator('[data-cancel-booking]').click();
    await screen(page, 'appointments');
    expect(asked(station, 'cancelBooking')).toHaveLength(1);
  });

  test('shortly before its time is given up by staff', async () => {
    const { page, station } = await kioskAt('booking');
    station.answers.cancelBooking = () => err({ kind: 'appointment-needs-staff', reason: 'late', limit: 2 });
    await page.locator('[data-cancel-booking]').click();
    await expect.poll(() => page.locator('.problem').innerText()).toContain('请找工作人员');
  });
});

describe('without a card', () => {
  test('the code finds it; what is no code is said beside it, and the digits stay', async () => {
    const { page, station } = await kioskAt('booking-code');
    await page.keyboard.type('3820');
    await page.locator('[data-pad="done"]').click();
    await expect.poll(() => said(page, 'data-fault')).toBe('预约号是八个数字，请再看看');
    expect(await said(page, 'data-typed')).toBe('3820');
    await page.keyboard.type('4617');
    await page.waitForTimeout(SAME_TOUCH_MS);
    await page.locator('[data-pad="done"]').click();
    await screen(page, 'booking');
    expect(asked(station, 'findBookings')).toEqual([{ code: '38204617' }]);
  });

  test('nobody is booked here, and that is said before anything is asked', async () => {
    const { page } = await kioskAt('appointments-no-card');
    expect(await said(page, 'data-need-card')).toContain('请先放身份证');
    expect(await page.locator('[data-booking="book"]').count()).toBe(0);
  });
});

describe('booking', () => {
  test('leads over service, day and time to the code; full days are not offered', async () => {
    const { page, station } = await kioskAt('book-day');
    expect(
      await page.locator('[data-book-day]').evaluateAll((tiles) => tiles.map((tile) => tile.textContent)),
    ).toEqual(['2026年8月18日还能来 21 位', '2026年8月19日七夕，人会很多']);
    await page.locator('[data-book-day="2026-08-19"]').click();
    await screen(page, 'book-time');
    expect(await page.locator('[data-book-time]').count()).toBe(5);
    await page.locator('.next').click();
    await page.locator('[data-book-time="14:00"]').click();
    await screen(page, 'book-check');
    expect(await said(page, 'data-when')).toBe('2026年8月19日 14:00');
    await page.locator('[data-book]').click();
    await screen(page, 'booked');
    expect(await said(page, 'data-code')).toBe('预约号 6173 0284');
    expect(asked(station, 'bookSlot')).toMatchObject([{ serviceCode: 'HY-01', slotId: '2026-08-19T14:00' }]);
  });

  test('a time that filled up meanwhile is told, and another can be chosen', async () => {
    const { page, station } = await kioskAt('book-check');
    station.answers.bookSlot = ({ slotId }) => err({ kind: 'slot-full', slotId });
    await page.locator('[data-book]').click();
    await expect.poll(() => page.locator('.problem').innerText()).toContain('这个时间满了');
    await page.locator('[data-bar="back"]').click();
    await screen(page, 'book-time');
  });

  test('返回 leads screen by screen to where it began', async () => {
    const { page, station } = await kioskAt('book-check');
    for (const before of ['book-time', 'book-day', 'book-service', 'appointments', 'errands', 'choose']) {
      await page.locator('[data-bar="back"]').click();
      await screen(page, before);
    }
    expect(asked(station, 'bookSlot')).toEqual([]);
  });
});
