import { z } from 'zod';
import { AppointmentCode, AppointmentId, ServiceCode, SlotId, TicketNumber } from '../ids.ts';
import { APPOINTMENT_CHANNELS, APPOINTMENT_STATES } from './closed-lists.ts';

const TimeOfDay = z.string().regex(/^\d{2}:\d{2}$/);

const MaskedPerson = z.object({ maskedName: z.string(), maskedIdNumber: z.string().nullable() });

/** A service that people can be booked for. */
export const BookableServiceView = z.object({
  serviceCode: ServiceCode,
  serviceName: z.string(),
  /** Who comes together with one booking. */
  people: z.literal([1, 2]),
});
export type BookableServiceView = z.output<typeof BookableServiceView>;

/** The times of one day. */
export const SlotDayView = z.object({
  date: z.iso.date(),
  /** A day that many want. */
  festival: z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string() }).nullable(),
  slots: z.array(
    z.object({
      slotId: SlotId,
      starts: TimeOfDay,
      ends: TimeOfDay,
      /** How many more can be booked; 0: full. */
      places: z.int().nonnegative(),
    }),
  ),
});
export type SlotDayView = z.output<typeof SlotDayView>;

/** A booking as pages see it: people masked, or not there where they can no longer be read. */
export const AppointmentView = z.object({
  appointmentId: AppointmentId,
  code: AppointmentCode,
  serviceCode: ServiceCode,
  serviceName: z.string(),
  slotId: SlotId,
  date: z.iso.date(),
  starts: TimeOfDay,
  state: z.enum(APPOINTMENT_STATES),
  /** Where a booking that stands is now: before its window, in it, or after it. Null: it does not stand any more. */
  arrival: z.enum(['early', 'on-time', 'late']).nullable(),
  /** From when one can report, on the hall's own clocks. */
  checkInFrom: z.string(),
  people: z.literal([1, 2]),
  channel: z.enum(APPOINTMENT_CHANNELS),
  holder: MaskedPerson.nullable(),
  companion: MaskedPerson.nullable(),
  /** The number of the day that the booking became. */
  ticketNumber: TicketNumber.nullable(),
});
export type AppointmentView = z.output<typeof AppointmentView>;
