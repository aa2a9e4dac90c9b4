const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const DASHED = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Gregorian leap years. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  const usualDays = DAYS_IN_MONTH[month - 1] ?? 0;
  return month === 2 && isLeapYear(year) ? 29 : usualDays;
}

/** Whole days since 1970-01-01, negative before. */
export function dayNumber({ year, month, day }: CalendarDate): number {
  return Math.round(Date.UTC(year, month - 1, day) / MS_PER_DAY);
}

/** The date so many whole days after 1970-01-01: the other way round of `dayNumber`. */
export function dateFromDayNumber(days: number): CalendarDate {
  const date = new Date(days * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Why eight digits are no calendar date, or undefined when they are one. Written for people: "month 13". */
export function dateFault(date: CalendarDate): string | undefined {
  if (date.year === 0) return 'year 0';
  const days = daysInMonth(date.year, date.month);
  if (days === 0) return `month ${date.month}`;
  if (date.month === 2 && date.day === 29 && days < 29) return `${date.year} is not a leap year`;
  if (date.day < 1 || date.day > days) return `day ${date.day} in month ${date.month}`;
  return undefined;
}

/** Takes "19660615" or "1966-06-15" apart without judging it; undefined when the shape is another. */
export function splitDate(text: string): CalendarDate | undefined {
  const match = COMPACT.exec(text) ?? DASHED.exec(text);
  if (match === null) return undefined;
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

/** A real calendar date out of "19660615" or "1966-06-15", else undefined. */
export function parseDate(text: string): CalendarDate | undefined {
  const date = splitDate(text);
  return date !== undefined && dateFault(date) === undefined ? date : undefined;
}

/** Negative when `first` is the earlier day, zero on the same day. */
export function compareDates(first: CalendarDate, second: CalendarDate): number {
  return first.year - second.year || first.month - second.month || first.day - second.day;
}

const digits = (value: number, width: number) => String(value).padStart(width, '0');

/** "19660615", the form on the card. */
export function toCompactDate(date: CalendarDate): string {
  return digits(date.year, 4) + digits(date.month, 2) + digits(date.day, 2);
}

/** "1966-06-15", the form of the contract. */
export function toIsoDate(date: CalendarDate): string {
  return `${digits(date.year, 4)}-${digits(date.month, 2)}-${digits(date.day, 2)}`;
}
