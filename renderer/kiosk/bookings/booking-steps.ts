import type { BookableServiceView, SlotDayView } from '../../../preload/contracts/hall-operations.ts';
import type { Client } from '../../../preload/contracts/operation.ts';
import type { BookingView, StationOperations } from '../../../preload/contracts/station-operations.ts';
import type { Steps } from '../../shared/line/steps.ts';
import type { Person } from '../person.ts';

/** What somebody said of a time to come, or of one that was agreed on. */
export interface BookingChoice {
  /** Digits of a code, as far as they are typed. */
  code: string;
  /** The booking that was touched. */
  appointmentId: string | null;
  services: readonly BookableServiceView[];
  service: BookableServiceView | null;
  days: readonly SlotDayView[];
  date: string | null;
  slotId: string | null;
  /** What was booked in this visit last. */
  booked: { readonly code: string; readonly slotId: string } | null;
}

export const noBooking = (): BookingChoice => ({
  ...{ code: '', appointmentId: null, services: [], service: null, days: [] },
  ...{ date: null, slotId: null, booked: null },
});

export const CODE_DIGITS = 8;

type Take = Steps<Client<StationOperations>>;

/** Reporting for a booking, and making one. */
export function createBookingSteps(steps: Take, person: Person, bookings: () => readonly BookingView[]) {
  async function checkIn(appointmentId: string): Promise<void> {
    const taken = await steps.take(
      `check in ${appointmentId}`,
      (station, requestId) => station.checkIn({ requestId, appointmentId }),
      true,
    );
    if (taken?.ok !== true) return;
    person.shownTicketId = taken.value.ticketId;
    person.choosingAnother = false;
    person.place = 'start';
  }
  /** Bookings are for everybody who has one: of one alone nobody is asked which. */
  function showBookings(): void {
    const [only, ...others] = bookings();
    person.booking.appointmentId = only !== undefined && others.length === 0 ? only.appointmentId : null;
    person.listPage = 0;
    person.place = person.booking.appointmentId === null ? 'bookings' : 'booking';
  }
  return {
    checkIn,
    openBookings: (): void => {
      person.booking.code = '';
      if (bookings().length > 0) showBookings();
      else person.place = 'booking-code';
    },
    findByCode: async (): Promise<void> => {
      const { code } = person.booking;
      const found = await steps.take(`find ${code}`, (station) => station.findBookings({ code }));
      if (found?.ok === true) showBookings();
    },
    openBooking: (appointmentId: string): void => {
      person.booking.appointmentId = appointmentId;
      person.place = 'booking';
    },
    cancelBooking: async (appointmentId: string): Promise<void> => {
      const gone = await steps.take(`cancel ${appointmentId}`, (station, requestId) =>
        station.cancelBooking({ requestId, appointmentId }),
      );
      if (gone?.ok === true) person.place = 'appointments';
    },
    ...createSlotSteps(steps, person),
  };
}

function createSlotSteps(steps: Take, person: Person) {
  return {
    openBookable: async (): Promise<void> => {
      const answer = await steps.take('bookable services', (station) => station.bookableServices({}));
      if (answer?.ok !== true) return;
      person.booking.services = answer.value.services;
      person.listPage = 0;
      person.place = 'book-service';
    },
    chooseBookable: async (service: BookableServiceView): Promise<void> => {
      const { serviceCode } = service;
      const answer = await steps.take(`slots ${serviceCode}`, (station) =>
        station.listSlots({ serviceCode }),
      );
      if (answer?.ok !== true) return;
      person.booking.service = service;
      person.booking.days = answer.value.days.filter(({ slots }) => slots.some(({ places }) => places > 0));
      person.listPage = 0;
      person.place = 'book-day';
    },
    chooseDay: (date: string): void => {
      person.booking.date = date;
      person.listPage = 0;
      person.place = 'book-time';
    },
    chooseSlot: (slotId: string): void => {
      person.booking.slotId = slotId;
      person.place = 'book-check';
    },
    book: async (): Promise<void> => {
      const { service, slotId } = person.booking;
      if (service === null || slotId === null) return;
      const { serviceCode } = service;
      const booked = await steps.take(`book ${serviceCode} ${slotId}`, (station, requestId) =>
        station.bookSlot({ requestId, serviceCode, slotId }),
      );
      if (booked?.ok !== true) return;
      person.booking.booked = { code: booked.value.code, slotId: booked.value.slotId };
      person.place = 'booked';
    },
  };
}
