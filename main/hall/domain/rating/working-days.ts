import {
  dayNumber,
  daysInMonth,
  parseDate,
  toIsoDate,
  type CalendarDate,
} from '../../../foundation/identity/index.ts';

/** Which days offices work, as data: weekends are free unless they are worked instead of a holiday (调休). */
export interface WorkCalendar {
  /** YYYY-MM-DD. */
  readonly holidays: ReadonlySet<string>;
  /** Saturdays and Sundays that are worked. */
  readonly workdays: ReadonlySet<string>;
  /** Years whose holidays have been announced and entered; of others only the weekends are known. */
  readonly years: ReadonlySet<number>;
}

/** Longer than any chain of holidays: a calendar without a working day in a year is a mistake, not a wait. */
const LONGEST_SEARCH_DAYS = 366;
const THURSDAY = 4;
const DAYS_A_WEEK = 7;
const SATURDAY = 6;

export function isWorkingDay(date: string, { holidays, workdays }: WorkCalendar): boolean {
  if (workdays.has(date)) return true;
  return !holidays.has(date) && !isWeekend(dayNumber(dateOf(date)));
}

/** 1970-01-01 was a Thursday. */
function isWeekend(day: number): boolean {
  const weekday = (((day + THURSDAY) % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK;
  return weekday === 0 || weekday === SATURDAY;
}

/**
 * The last day of a term of `count` working days: the day it begins is not counted (民法典 art. 201), and it runs to the
 * end of the last day. 0 = the day itself, or the next working day when offices are closed.
 */
export function lastDayOfTerm(from: string, count: number, calendar: WorkCalendar): string {
  let date = dateOf(from);
  let left = Math.max(1, count);
  for (let days = 0; days <= LONGEST_SEARCH_DAYS; days += 1) {
    const counts = days > 0 || count === 0;
    if (counts && isWorkingDay(toIsoDate(date), calendar)) left -= 1;
    if (left === 0) return toIsoDate(date);
    date = dayAfter(date);
  }
  throw new RangeError(`No ${count} working days in the year after ${from}`);
}

function dayAfter({ year, month, day }: CalendarDate): CalendarDate {
  if (day < daysInMonth(year, month)) return { year, month, day: day + 1 };
  return month < 12 ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 };
}

function dateOf(text: string): CalendarDate {
  const date = parseDate(text);
  if (date === undefined) throw new RangeError(`${text} is no date`);
  return date;
}
