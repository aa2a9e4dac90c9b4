import type { Page } from 'playwright';
import { ok } from '../../../preload/contracts/result.ts';
import type { BookingView } from '../../../preload/contracts/station-operations.ts';
import { elderVisit, cardlessVisit, sampleId, visitTicket } from '../fake-services/samples.ts';
import { wholeCatalogue } from '../whole-catalogue.ts';
import { screen, type FakeStation } from './bench.ts';

interface Viewport {
  readonly width: number;
  readonly height: number;
}
type Bring = (station: FakeStation, page: Page, viewport: Viewport) => Promise<void>;

/** A couple's booking of this morning. */
export const BOOKING: BookingView = {
  ...{
    appointmentId: sampleId(701),
    code: '38204617',
    serviceCode: 'HY-01',
    serviceName: '结婚登记(内地居民)',
  },
  ...{ date: '2026-06-15', starts: '09:30', arrival: 'on-time', checkInFrom: '2026-06-15T09:20', people: 2 },
  today: true,
};
export const NEXT_WEEK: BookingView = {
  ...BOOKING,
  ...{
    appointmentId: sampleId(702),
    code: '50917733',
    serviceCode: 'HY-11',
    serviceName: '婚姻家庭辅导预约',
  },
  ...{ date: '2026-06-22', starts: '15:00', arrival: 'early', checkInFrom: '2026-06-22T14:50' },
  ...{ people: 1, today: false },
};

const TIMES = ['08:30', '09:00', '09:30', '10:00', '10:30', '11:00', '14:00'];
/** A full day, an ordinary one and a festival. */
const DAYS = ['2026-08-17', '2026-08-18', '2026-08-19'].map((date, at) => ({
  date,
  festival: at === 2 ? { id: 'qixi', nameZh: '七夕', nameEn: 'Qixi' } : null,
  slots: TIMES.map((starts) => ({
    ...{ slotId: `${date}T${starts}`, starts, ends: starts, places: at === 0 ? 0 : 3 },
  })),
}));

/** A marriage hall's kiosk where somebody stands with these bookings; `bookings` null: without a card. */
export function standing(bookings: readonly BookingView[] | null): Bring {
  return async (station, page) => {
    for (const service of wholeCatalogue('marriage'))
      station.feed.put('services', service.serviceCode, service);
    const shown = [...(bookings ?? [])];
    station.answers.bookableServices = () =>
      ok({
        services: [
          { serviceCode: 'HY-01', serviceName: '结婚登记(内地居民)', people: 2 },
          { serviceCode: 'HY-11', serviceName: '婚姻家庭辅导预约', people: 1 },
        ],
      });
    station.answers.listSlots = ({ serviceCode }) =>
      ok({ serviceCode, serviceName: '结婚登记(内地居民)', people: 2, days: DAYS });
    station.answers.bookSlot = ({ slotId }) => ok({ appointmentId: sampleId(703), code: '61730284', slotId });
    station.answers.findBookings = () => {
      station.feed.put('visit', 'now', cardlessVisit({ bookings: [BOOKING] }));
      return ok({ bookings: [BOOKING] });
    };
    station.answers.cancelBooking = () => {
      station.feed.put('visit', 'now', elderVisit({ bookings: [] }));
      return ok({});
    };
    station.answers.checkIn = () => {
      const ticket = visitTicket({ serviceName: BOOKING.serviceName, people: 2 });
      station.feed.put('visit', 'now', elderVisit({ bookings: [], tickets: [ticket] }));
      return ok({ ticketId: ticket.ticketId, number: ticket.number });
    };
    station.feed.put('visit', 'now', bookings === null ? cardlessVisit() : elderVisit({ bookings: shown }));
    await screen(page, 'choose');
  };
}

type Touch = readonly [selector: string, screen: string];

export const touching =
  (bookings: readonly BookingView[] | null, ...touches: readonly Touch[]): Bring =>
  async (station, page, viewport) => {
    await standing(bookings)(station, page, viewport);
    const all: readonly Touch[] = [
      ['[data-errands-entry]', 'errands'],
      ['[data-errand="booking"]', 'appointments'],
      ...touches,
    ];
    for (const [selector, then] of all) {
      await page.locator(selector).first().click();
      await screen(page, then);
    }
  };

const REPORT = '[data-booking="report"]';
const TO_BOOKED: readonly Touch[] = [
  ['[data-booking="book"]', 'book-service'],
  ['[data-bookable="HY-01"]', 'book-day'],
  ['[data-book-day="2026-08-19"]', 'book-time'],
  ['[data-book-time="09:00"]', 'book-check'],
  ['[data-book]', 'booked'],
];

/** Every screen of bookings, and how it comes about. */
export const KIOSK_BOOKING_STATES: Readonly<Record<string, Bring>> = {
  'choose-booked': standing([BOOKING]),
  appointments: touching([]),
  'appointments-no-card': touching(null),
  'booking-code': touching([], [REPORT, 'booking-code']),
  bookings: touching([BOOKING, NEXT_WEEK], [REPORT, 'bookings']),
  booking: touching([BOOKING], [REPORT, 'booking']),
  'booking-late': touching([{ ...BOOKING, arrival: 'late' }], [REPORT, 'booking']),
  'booking-early': touching([NEXT_WEEK], [REPORT, 'booking']),
  'book-service': touching([], ...TO_BOOKED.slice(0, 1)),
  'book-day': touching([], ...TO_BOOKED.slice(0, 2)),
  'book-time': touching([], ...TO_BOOKED.slice(0, 3)),
  'book-check': touching([], ...TO_BOOKED.slice(0, 4)),
  booked: touching([], ...TO_BOOKED),
};
