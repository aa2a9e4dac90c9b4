import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AppointmentView } from '../../preload/contracts/hall-operations.ts';
import { err, ok } from '../../preload/contracts/result.ts';
import { buildPages, launchChromium } from '../support/chromium.ts';
import { minutesAgo, sampleId } from '../support/fake-services/samples.ts';
import { looksWell, openCounter, press } from '../support/pages/counter-bench.ts';
import type { FakeHall } from '../support/pages/bench.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

const BOOKED: AppointmentView = {
  ...{
    appointmentId: sampleId(801),
    code: '38204617',
    serviceCode: 'LN-10',
    serviceName: '颐年卡(养老一卡通)申办',
  },
  ...{ slotId: '2026-06-16T09:00', date: '2026-06-16', starts: '09:00', state: 'booked', arrival: 'on-time' },
  ...{
    checkInFrom: '2026-06-16T08:50',
    people: 1,
    channel: 'telephone',
    companion: null,
    ticketNumber: null,
  },
  holder: { maskedName: '测*甲', maskedIdNumber: '110***********903X' },
};
const CODE = '61730284';

function takesBookings(hall: FakeHall): void {
  hall.answers.bookableServices = () =>
    ok({ services: [{ serviceCode: 'HY-01', serviceName: '结婚登记(内地居民)', people: 2 }] });
  hall.answers.listSlots = ({ serviceCode }) =>
    ok({
      ...{ serviceCode, serviceName: '结婚登记(内地居民)', people: 2 },
      days: [
        {
          ...{ date: '2026-08-19', festival: { id: 'qixi', nameZh: '七夕', nameEn: 'Qixi' } },
          slots: ['08:30', '09:00'].map((starts, at) => ({
            ...{ slotId: `2026-08-19T${starts}`, starts, ends: starts, places: at },
          })),
        },
      ],
    });
  hall.answers.bookAppointment = ({ slotId }) => ok({ appointmentId: sampleId(802), code: CODE, slotId });
  hall.answers.appointmentDay = ({ date }) => ok({ date, slots: [], appointments: [BOOKED] });
  hall.answers.revealAppointment = () => ok({ value: '13812341234' });
  hall.answers.cancelAppointment = ({ appointmentId }) => ok({ appointmentId });
  hall.answers.issueTicket = ({ serviceCode }) =>
    ok({
      ...{ ticketId: sampleId(803), number: 'A102', serviceCode, serviceName: BOOKED.serviceName },
      ...{ priorityClass: 'appointment', priorityReason: 'appointment', issuedAt: minutesAgo(0) },
      ...{ waitingAhead: 0, waitMinutes: { low: 0, high: 5 }, counters: ['1'], printState: 'pending' },
      ...{ ratingUrl: null, appointment: 'on-time' },
    });
}
const inputs = (hall: FakeHall, name: string) =>
  hall.asked.filter(({ operation }) => operation === name).map(({ input }) => input);

test('a couple is booked on the telephone, by keyboard alone; what the hall refuses loses nothing', async () => {
  const { page, hall, complaints } = await openCounter(browser, pages);
  takesBookings(hall);
  await press(page, '-', '[data-action="appointments"]:enabled');
  await page.locator('[data-step="menu"] [data-choice="telephone"]:enabled').waitFor();
  await looksWell(page, 'bookings-menu');
  await page.keyboard.press('1');
  await page.locator('[data-option="service HY-01"]').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('[data-option="2026-08-19 2026-08-19T09:00"]').waitFor();
  expect(await page.locator('[data-option]').count(), 'full times are not offered').toBe(1);
  await page.keyboard.press('Enter');
  await page.locator('[name="holder-name"]:focus').waitFor();
  for (const typed of ['测试甲', '110199199606159039', '测试乙', '110199199503020022', '13812341234']) {
    await page.keyboard.type(typed);
    await page.keyboard.press('Tab');
  }
  await looksWell(page, 'bookings-person');
  const accepts = hall.answers.bookAppointment;
  hall.answers.bookAppointment = () => err({ kind: 'already-booked', date: '2026-08-19' });
  await page.locator('[name="phone"]').press('Enter');
  await page.getByText('这个人 2026-08-19 已有预约').waitFor();
  expect(await page.locator('[name="holder-name"]').inputValue()).toBe('测试甲');
  if (accepts !== undefined) hall.answers.bookAppointment = accepts;
  await page.locator('[name="phone"]').press('Enter');
  await page.locator(`[data-booked="${CODE}"]`).waitFor();
  expect(inputs(hall, 'bookAppointment').at(-1)).toMatchObject({
    ...{ serviceCode: 'HY-01', slotId: '2026-08-19T09:00', channel: 'telephone', phone: '13812341234' },
    holder: { name: '测试甲' },
    companion: { name: '测试乙' },
  });
  expect(complaints.filter((one) => !/status of 409/.test(one))).toEqual([]);
});

test('the bookings of a day: who it is, the number to call back, and a number for who has come', async () => {
  const { page, hall } = await openCounter(browser, pages);
  takesBookings(hall);
  await press(page, '-', '[data-action="appointments"]:enabled');
  await page.locator('[data-choice="day"]:enabled').waitFor();
  await page.keyboard.press('3');
  const row = page.locator(`[data-option="booking ${BOOKED.appointmentId}"]`);
  await row.waitFor();
  await looksWell(page, 'bookings-day');
  expect(await row.innerText()).toContain('测*甲');
  await page.locator('[role="combobox"]').press('Enter');
  await page.locator('[data-booking="38204617"]').waitFor();
  await page.locator('[data-choice="phone"]').click();
  await expect.poll(() => page.locator('[data-phone]').innerText()).toBe('13812341234');
  await page.locator('[data-choice="checkIn"]:enabled').click();
  await page.locator('[data-given="A102"]').waitFor();
  expect(inputs(hall, 'issueTicket')).toMatchObject([
    { serviceCode: 'LN-10', appointmentId: BOOKED.appointmentId },
  ]);
});
