import { z } from 'zod';
import { AppointmentView } from '../hall/appointment-views.ts';
import { appointmentRows } from '../hall/appointment-rows.ts';
import { AppointmentCode, AppointmentId, RequestId, ServiceCode, SlotId } from '../ids.ts';
import type { OperationTable } from '../operation.ts';
import { TicketId, TicketNumber } from '../ids.ts';

/** A booking as the person before the kiosk sees it: when and what for, and nobody's name. */
export const BookingView = AppointmentView.pick({
  appointmentId: true,
  code: true,
  serviceCode: true,
  serviceName: true,
  date: true,
  starts: true,
  arrival: true,
  checkInFrom: true,
  people: true,
}).extend({
  /** It is for today: the person can report, or is told from when. */
  today: z.boolean(),
});
export type BookingView = z.output<typeof BookingView>;

const OwnBooking = z.object({ requestId: RequestId, appointmentId: AppointmentId }).strict();

/** Coming at a time that was agreed on, for the person before the kiosk. Whose a booking is the card says, or its code. */
export const kioskAppointmentRows = {
  bookableServices: { ...appointmentRows.bookableServices, roles: ['kiosk'] },
  listSlots: {
    ...appointmentRows.listSlots,
    roles: ['kiosk'],
    input: z.object({ serviceCode: ServiceCode }).strict(),
  },
  findBookings: {
    effect: 'query',
    summary: 'The bookings of a code, or without one those of the card that was read.',
    roles: ['kiosk'],
    staff: [],
    input: z.object({ code: AppointmentCode.optional() }).strict(),
    output: z.object({ bookings: z.array(BookingView) }),
  },
  checkIn: {
    effect: 'mutation',
    summary: 'The person is here for a booking that was shown to them: a number, printed.',
    roles: ['kiosk'],
    staff: [],
    input: OwnBooking,
    output: z.object({ ticketId: TicketId, number: TicketNumber }),
  },
  bookSlot: {
    effect: 'mutation',
    summary:
      'The person whose card was read is booked. A slip with the time and the code comes out, without a name; the page hears of it from the feed, as paper may take longer than an answer is waited for.',
    roles: ['kiosk'],
    staff: [],
    input: z.object({ requestId: RequestId, serviceCode: ServiceCode, slotId: SlotId }).strict(),
    output: z.object({ appointmentId: AppointmentId, code: AppointmentCode, slotId: SlotId }),
  },
  cancelBooking: {
    effect: 'mutation',
    summary: 'The person does not come: a booking that was shown to them is given up.',
    roles: ['kiosk'],
    staff: [],
    input: OwnBooking,
    output: z.object({}),
  },
} as const satisfies OperationTable;
