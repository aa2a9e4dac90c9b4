import {
  dateFromDayNumber,
  dayNumber,
  daysInMonth,
  parseDate,
  toIsoDate,
  type CalendarDate,
} from '../../../foundation/identity/index.ts';

/** A calendar date that was checked before: what is none here is a bug. */
export function dateOf(text: string): CalendarDate {
  const date = parseDate(text);
  if (date === undefined) throw new Error('A date that was not checked');
  return date;
}

/** So many days later, YYYY-MM-DD; earlier when negative. */
export function daysAfter(date: string, days: number): string {
  return toIsoDate(dateFromDayNumber(dayNumber(dateOf(date)) + days));
}

/** The same day so many months later, or the last one of a month that is too short; earlier when negative. */
export function monthsAfter(date: string, months: number): string {
  const { year, month, day } = dateOf(date);
  const all = year * 12 + (month - 1) + months;
  const then = { year: Math.floor(all / 12), month: (all % 12) + 1 };
  return toIsoDate({ ...then, day: Math.min(day, daysInMonth(then.year, then.month)) });
}
