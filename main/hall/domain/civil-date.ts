/** A day of the civil calendar, without a time zone. Month 1 to 12, day 1 to 31. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const WRITTEN = /^(\d{4})(-?)(\d{2})\2(\d{2})$/;

/** Reads YYYY-MM-DD or YYYYMMDD (as on the identity card, GB 11643-1999); undefined when there is no such day. */
export function parseCivilDate(text: string): CivilDate | undefined {
  const [, year, , month, day] = WRITTEN.exec(text) ?? [];
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  return date.day >= 1 && date.day <= daysInMonth(date.year, date.month) ? date : undefined;
}

/** YYYY-MM-DD; sorts as text. */
export function formatCivilDate({ year, month, day }: CivilDate): string {
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

/** Negative when `one` is earlier, 0 on the same day, positive when later. */
export function compareCivilDates(one: CivilDate, other: CivilDate): number {
  return one.year - other.year || one.month - other.month || one.day - other.day;
}

/** 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** Days since 1970-01-01, negative before. Counts in years that begin in March, so the leap day comes last. */
export function dayNumber({ year, month, day }: CivilDate): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const dayOfMarchYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return leapDaysBefore(marchYear) + marchYear * 365 + dayOfMarchYear - DAYS_TO_1970;
}

/** The day it is at `wallMs` (milliseconds since 1970, UTC) where clocks stand `offsetMinutes` ahead of UTC (+480 in China). */
export function civilDateAt(wallMs: number, offsetMinutes: number): CivilDate {
  const days = Math.floor((wallMs + offsetMinutes * 60_000) / 86_400_000);
  let year = 1970 + Math.floor(days / 365.2425);
  if (dayNumber({ year, month: 1, day: 1 }) > days) year -= 1;
  if (dayNumber({ year: year + 1, month: 1, day: 1 }) <= days) year += 1;
  let month = 12;
  while (dayNumber({ year, month, day: 1 }) > days) month -= 1;
  return { year, month, day: days - dayNumber({ year, month, day: 1 }) + 1 };
}

const DAYS_TO_1970 = 719_468;

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const padded = (value: number, digits: number): string => String(value).padStart(digits, '0');

function leapDaysBefore(year: number): number {
  return Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
}
