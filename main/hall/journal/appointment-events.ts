import { z } from 'zod';
import { APPOINTMENT_CHANNELS } from '../../../preload/contracts/hall/closed-lists.ts';
import { AppointmentCode, AppointmentId, ServiceCode, TicketId } from '../../../preload/contracts/ids.ts';
import { vaultIdSchema } from '../vault/vocabulary.ts';

const time = {
  date: z.iso.date(),
  /** Minutes of the day on the hall's clocks. */
  starts: z.int().nonnegative().max(1439),
};
/** Sealed under the day of the visit, so that they are erased with it. */
const who = {
  holderVaultId: vaultIdSchema,
  companionVaultId: vaultIdSchema.optional(),
};

/** Somebody is booked. Who it is stands in the vault. */
export const appointmentBooked = {
  appointmentId: AppointmentId,
  code: AppointmentCode,
  serviceCode: ServiceCode,
  ...time,
  /** Planned for it: what was promised stays what it was when the plan changes. */
  minutes: z.int().positive(),
  people: z.literal([1, 2]),
  ...who,
  channel: z.enum(APPOINTMENT_CHANNELS),
  /** The name of a PC's token. */
  place: z.string().min(1).max(60),
};

export const appointmentMoved = { appointmentId: AppointmentId, ...time, ...who };

/** `hall-closed`: no service day was opened on its day, so nobody failed to come. */
export const appointmentCancelled = {
  appointmentId: AppointmentId,
  why: z.enum(['asked', 'hall-closed']),
};

/** The person is here and has a number. */
export const appointmentCheckedIn = {
  appointmentId: AppointmentId,
  ticketId: TicketId,
  onTime: z.boolean(),
};

/** The day is over and nobody came. */
export const appointmentMissed = { appointmentId: AppointmentId };
