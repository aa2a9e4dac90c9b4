import { dateFromDayNumber, dayNumber, parseDate, toIsoDate } from '../../../foundation/identity/index.ts';
import { lastDayOfTerm, type WorkCalendar } from '../rating/working-days.ts';

/** 民法典 art. 1077: thirty days to think it over, and thirty more to come for the certificate. */
const TERM_DAYS = 30;

export interface DivorceDates {
  /** The last day of the cooling-off period: until its end either of the two can withdraw the application. */
  readonly coolingLast: string;
  /** From when to when both must come for the certificate; who does not come has withdrawn. */
  readonly windowFrom: string;
  readonly windowTo: string;
  /** False: a term ends in a year whose holidays have not been entered, so that only weekends moved it. */
  readonly holidaysKnown: boolean;
}

/** Where somebody stands who asks on some day. */
export type DivorceStanding = 'cooling' | 'window' | 'over';

/**
 * The two terms of a divorce application. The day of acceptance is not counted (民法典 art. 201); a term whose last day is a
 * day of rest ends with the first day that is none (art. 203). The second term begins with the day after the first one's
 * end (民发〔2020〕116号). All dates are YYYY-MM-DD; `acceptedOn` must be a date, else a RangeError.
 */
export function divorceDates(acceptedOn: string, calendar: WorkCalendar): DivorceDates {
  const coolingLast = endOfTerm(acceptedOn, calendar);
  const windowTo = endOfTerm(coolingLast, calendar);
  const years = [coolingLast, windowTo].map((date) => Number(date.slice(0, 4)));
  return {
    coolingLast,
    windowFrom: daysAfter(coolingLast, 1),
    windowTo,
    holidaysKnown: years.every((year) => calendar.years.has(year)),
  };
}

/** Dates of this form stand in the order of their letters. */
export function divorceStanding({ coolingLast, windowTo }: DivorceDates, on: string): DivorceStanding {
  if (on <= coolingLast) return 'cooling';
  return on <= windowTo ? 'window' : 'over';
}

function endOfTerm(from: string, calendar: WorkCalendar): string {
  return lastDayOfTerm(daysAfter(from, TERM_DAYS), 0, calendar);
}

function daysAfter(from: string, days: number): string {
  const date = parseDate(from);
  if (date === undefined) throw new RangeError(`${from} is no date`);
  return toIsoDate(dateFromDayNumber(dayNumber(date) + days));
}
