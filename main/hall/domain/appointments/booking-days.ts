import { dateFromDayNumber, dayNumber, parseDate, toIsoDate } from '../../../foundation/identity/index.ts';
import { isWorkingDay, type WorkCalendar } from '../rating/working-days.ts';
import type { AppointmentPolicy } from './appointment-policy.ts';

/** Longer than any chain of holidays between so few working days. */
const LONGEST_SEARCH_DAYS = 366;

/**
 * The days that can be booked today, in order: working days from the first to the last that the hall allows. Usual practice
 * of service halls: a day ahead at least, five working days at most. Today is the 0th, and is one only if it is worked.
 */
export function bookingDays(
  today: string,
  { fromDaysAhead, daysAhead }: Pick<AppointmentPolicy, 'fromDaysAhead' | 'daysAhead'>,
  calendar: WorkCalendar,
): readonly string[] {
  const first = parseDate(today);
  if (first === undefined) throw new RangeError(`${today} is no date`);
  const days: string[] = [];
  let ahead = 0;
  for (let later = 0; later <= LONGEST_SEARCH_DAYS && ahead <= daysAhead; later += 1) {
    const date = toIsoDate(dateFromDayNumber(dayNumber(first) + later));
    const isWorked = isWorkingDay(date, calendar);
    if (later > 0 && isWorked) ahead += 1;
    if (isWorked && ahead >= fromDaysAhead && ahead <= daysAhead) days.push(date);
  }
  return days;
}
