import { compareDates, daysInMonth, parseDate } from './calendar-date.ts';

/**
 * Full years (周岁) on a day: a year is complete on the birthday itself. Who was born on 29 February completes
 * it on 28 February of a common year, the last day of the month standing in for the missing one (民法典 art. 202).
 * Both dates as "YYYYMMDD" or "YYYY-MM-DD"; undefined when either is no date or the birth lies after the day.
 */
export function ageOn(birth: string, day: string): number | undefined {
  const born = parseDate(birth);
  const on = parseDate(day);
  if (born === undefined || on === undefined || compareDates(born, on) > 0) return undefined;
  const birthday = { ...born, year: on.year, day: Math.min(born.day, daysInMonth(on.year, born.month)) };
  return on.year - born.year - (compareDates(birthday, on) > 0 ? 1 : 0);
}
