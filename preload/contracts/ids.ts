import { z } from 'zod';

/** Every mutation carries one: the same id answers the same result for a day, so a retry is harmless. */
export const RequestId = z.uuid();

/** A ticket's identity for ever (a UUIDv7). What people see is its number, which is unique only within a service day. */
export const TicketId = z.uuid();

/** The work on one bad rating. */
export const RatingCaseId = z.uuid();

/** The counter as it is written on the wall: "1", "3A". */
export const CounterId = z
  .string()
  .regex(/^[0-9A-Za-z-]{1,8}$/, 'one to eight letters, digits or hyphens, as written on the counter');

/** A service item's code in the hall's catalogue: "LN-01". */
export const ServiceCode = z
  .string()
  .regex(/^[A-Z]{2}-\d{2,4}$/, 'a catalogue code: two capitals, a hyphen, digits');

/** The number people see and hear: "A012". */
export const TicketNumber = z.string().regex(/^[A-Z]\d{3,6}$/);

/** An instant as text with its offset, for showing; never for ordering. */
export const Instant = z.iso.datetime({ offset: true });

/** A person of staff, as on the badge: "1001". */
export const StaffNumber = z.string().regex(/^\d{3,8}$/, 'three to eight digits, as on the badge');

/** A booking's identity for ever. What people are told is its code. */
export const AppointmentId = z.uuid();

/** What a person types to be found again: eight digits, none of them missing at the front. */
export const AppointmentCode = z.string().regex(/^[1-9]\d{7}$/, 'eight digits');

/** A day and a time of the hall's clocks: "2026-06-16T08:30". */
export const SlotId = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'a day and a time: 2026-06-16T08:30');
