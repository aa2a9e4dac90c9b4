import { dateFromDayNumber, dayNumber, parseDate, toIsoDate } from '../../../foundation/identity/index.ts';

/** Minutes as the clocks of the place show them, counted from the beginning of 1970: times of slots are compared in them. */
export type LocalMinutes = number;

export const MINUTES_A_DAY = 1440;
const MINUTES_AN_HOUR = 60;
const two = (value: number): string => String(value).padStart(2, '0');

/** "08:30" as minutes of the day. */
export function minutesOfDay(time: string): number {
  return Number(time.slice(0, 2)) * MINUTES_AN_HOUR + Number(time.slice(3, 5));
}

/** Minutes of the day as "08:30". */
export function timeOfDay(minutes: number): string {
  return `${two(Math.floor(minutes / MINUTES_AN_HOUR))}:${two(minutes % MINUTES_AN_HOUR)}`;
}

/** "2026-06-16" and "08:30". A RangeError for what is no date. */
export function localMinutes(date: string, time: string): LocalMinutes {
  const day = parseDate(date);
  if (day === undefined) throw new RangeError(`${date} is no date`);
  return dayNumber(day) * MINUTES_A_DAY + minutesOfDay(time);
}

/** "2026-06-16T08:30", without an offset: the hall's own clocks. */
export function localText(minutes: LocalMinutes): string {
  const day = Math.floor(minutes / MINUTES_A_DAY);
  return `${toIsoDate(dateFromDayNumber(day))}T${timeOfDay(minutes - day * MINUTES_A_DAY)}`;
}
