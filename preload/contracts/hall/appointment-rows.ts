import { z } from 'zod';
import { AppointmentCode, AppointmentId, RequestId, ServiceCode, SlotId } from '../ids.ts';
import type { OperationTable } from '../operation.ts';
import { AppointmentView, BookableServiceView, SlotDayView } from './appointment-views.ts';
import { APPOINTMENT_CHANNELS, APPOINTMENT_FIELDS } from './closed-lists.ts';
import { Person } from './person.ts';
import { allStaff, clerks, floorStaff, nobody } from './rows.ts';

/** Booked under one's own name (实名预约): a number that was typed counts like a card. */
const NamedPerson = Person.required({ idNumber: true });

const Phone = z
  .string()
  .trim()
  .regex(/^[+\d][\d -]{4,19}$/, 'a telephone number: digits, blanks and hyphens');

/** Exactly one of the two. */
const FindInput = z
  .object({
    code: AppointmentCode.optional(),
    /** Of the holder or of who comes along. */
    idNumber: z.string().trim().min(1).max(32).optional(),
  })
  .strict()
  .refine(({ code, idNumber }) => (code === undefined) !== (idNumber === undefined), {
    error: 'either code or idNumber',
    path: ['code'],
  });

const AppointmentStep = z.object({ requestId: RequestId, appointmentId: AppointmentId }).strict();

/** Coming at a time that was agreed on. One pool of slots, whoever books. Coming is `issueTicket` with the booking. */
export const appointmentRows = {
  bookableServices: {
    effect: 'query',
    summary: 'Services that people can be booked for.',
    roles: ['kiosk', 'counter', 'admin'],
    staff: nobody,
    input: z.object({}).strict(),
    output: z.object({ services: z.array(BookableServiceView) }),
  },
  listSlots: {
    effect: 'query',
    summary: 'The days and times for which a service can be booked, with the places that are left.',
    roles: ['kiosk', 'counter', 'admin'],
    staff: nobody,
    input: z.object({ serviceCode: ServiceCode, from: z.iso.date().optional() }).strict(),
    output: z.object({
      serviceCode: ServiceCode,
      serviceName: z.string(),
      people: z.literal([1, 2]),
      days: z.array(SlotDayView),
    }),
  },
  bookAppointment: {
    effect: 'mutation',
    summary: 'Book a person, or two who come together, for a time. One booking a person and day.',
    roles: ['kiosk', 'counter', 'admin'],
    staff: floorStaff,
    input: z
      .object({
        requestId: RequestId,
        serviceCode: ServiceCode,
        slotId: SlotId,
        channel: z.enum(APPOINTMENT_CHANNELS),
        holder: NamedPerson,
        companion: NamedPerson.optional(),
        /** Where the person can be called back. Goes to the vault. */
        phone: Phone.optional(),
      })
      .strict(),
    output: z.object({ appointmentId: AppointmentId, code: AppointmentCode, slotId: SlotId }),
  },
  moveAppointment: {
    effect: 'mutation',
    summary: 'Another time for the same booking and code.',
    roles: ['kiosk', 'counter', 'admin'],
    staff: floorStaff,
    input: AppointmentStep.extend({ slotId: SlotId }).strict(),
    output: z.object({ appointmentId: AppointmentId, code: AppointmentCode, slotId: SlotId }),
  },
  cancelAppointment: {
    effect: 'mutation',
    summary: 'The person does not come: the place is free again. Shortly before the time only staff do it.',
    roles: ['kiosk', 'counter', 'admin'],
    staff: floorStaff,
    input: AppointmentStep,
    output: z.object({ appointmentId: AppointmentId }),
  },
  findAppointment: {
    effect: 'query',
    summary: 'Bookings from today on that still stand, by code or by identity number. People are masked.',
    roles: ['kiosk', 'counter', 'admin'],
    staff: floorStaff,
    input: FindInput,
    output: z.object({ appointments: z.array(AppointmentView) }),
  },
  appointmentDay: {
    effect: 'query',
    summary: 'All bookings of a day, and how its times are used.',
    roles: clerks,
    staff: allStaff,
    input: z.object({ date: z.iso.date() }).strict(),
    output: z.object({
      date: z.iso.date(),
      slots: z.array(
        z.object({
          slotId: SlotId,
          booked: z.int().nonnegative(),
          checkedIn: z.int().nonnegative(),
          missed: z.int().nonnegative(),
        }),
      ),
      appointments: z.array(AppointmentView),
    }),
  },
  revealAppointment: {
    effect: 'mutation',
    summary: 'One field of a booking in clear, to call the person back. Every look is on record.',
    roles: clerks,
    staff: floorStaff,
    input: AppointmentStep.extend({
      who: z.enum(['holder', 'companion']),
      field: z.enum(APPOINTMENT_FIELDS),
    }).strict(),
    output: z.object({ value: z.string() }),
  },
} as const satisfies OperationTable;
