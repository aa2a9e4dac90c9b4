import { isLeapYear, toIsoDate } from '../../../foundation/identity/index.ts';
import { dateOf, monthsAfter } from './dates.ts';

/** How a place counts the years that an allowance asks for. */
export interface AgeRule {
  /** On the birthday itself, or from the first day of a month on which the years are complete. */
  readonly counts: 'birthday' | 'first-of-month';
  /**
   * Who was born on 29 February completes a year in a common year on 1 March, or on the last day of February (which is
   * how 民法典 art. 202 ends a term). Places differ, so it is stated with the place.
   */
  readonly leapDay: 'march-1' | 'february-28';
}

/** The day from which on so many full years count, YYYY-MM-DD. */
export function reachesAge(birth: string, years: number, { counts, leapDay }: AgeRule): string {
  const { year, month, day } = dateOf(birth);
  const then = year + years;
  const isMissing = month === 2 && day === 29 && !isLeapYear(then);
  const standIn = leapDay === 'march-1' ? { month: 3, day: 1 } : { month: 2, day: 28 };
  const birthday = toIsoDate({ year: then, ...(isMissing ? standIn : { month, day }) });
  if (counts === 'birthday' || birthday.endsWith('-01')) return birthday;
  return monthsAfter(`${birthday.slice(0, 8)}01`, 1);
}

/** Full years that count on a day by the rule of a place; undefined before the birth. */
export function ageByRule(birth: string, on: string, rule: AgeRule): number | undefined {
  const born = toIsoDate(dateOf(birth));
  if (on < born) return undefined;
  const years = dateOf(on).year - dateOf(born).year;
  return Math.max(0, reachesAge(born, years, rule) <= on ? years : years - 1);
}
