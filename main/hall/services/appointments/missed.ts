import { dateFromDayNumber, dayNumber, parseDate, toIsoDate } from '../../../foundation/identity/index.ts';
import type { Vault } from '../../vault/index.ts';
import type { HallContext } from '../hall-context.ts';
import { bookingsOf } from './booking-people.ts';

/**
 * What is left of the days before one that opens: nobody came. Where the hall did not open on that day the people are not to
 * blame. Call it in the transaction that opens the day.
 */
export function closePastBookings(hall: HallContext, today: string): void {
  const { appointments } = hall.stores;
  for (const { appointmentId, date } of appointments.leftBefore(today)) {
    if (appointments.wasOpen(date)) hall.journal.append('appointment.missed', 1, { appointmentId });
    else hall.journal.append('appointment.cancelled', 1, { appointmentId, why: 'hall-closed' });
  }
}

/**
 * How often this person was booked and did not come, in the days that the hall counts. Keys of the vault are made by the day,
 * so that days cannot be linked by whoever reads the file; the hall, which holds the keys, asks each day anew.
 */
export function timesMissed(hall: HallContext, vault: Vault, today: string, idNumber: string): number {
  const first = parseDate(today);
  if (first === undefined) return 0;
  const since = toIsoDate(dateFromDayNumber(dayNumber(first) - hall.policy.appointments.noShowDays));
  return hall.stores.appointments
    .missedDates(since)
    .flatMap((date) => bookingsOf(hall, vault, date, idNumber))
    .filter(({ state }) => state === 'missed').length;
}
