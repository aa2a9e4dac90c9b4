import { compareDates, parseDate } from './calendar-date.ts';

/**
 * Full years (周岁) on a day: a year is complete on the birthday itself. Who was born on 29 February completes
 * it on 1 March of a common year (Civil Code of the PRC, art. 200 ff.: periods by the calendar year).
 * Both dates as "YYYYMMDD" or "YYYY-MM-DD"; undefined when either is no date or the birth lies after the day.
 */
export function ageOn(birth: string, day: string): number | undefined {
  const born = parseDate(birth);
  const on = parseDate(day);
  if (born === undefined || on === undefined || compareDates(born, on) > 0) return undefined;
  const birthdayReached = on.month > born.month || (on.month === born.month && on.day >= born.day);
  return on.year - born.year - (birthdayReached ? 0 : 1);
}
