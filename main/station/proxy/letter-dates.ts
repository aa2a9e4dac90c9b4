import { parseDate } from '../../foundation/identity/index.ts';

const DAY_MS = 86_400_000;

/** 2026年6月15日; what is no date stays as it is. */
export function writtenDate(date: string): string {
  const read = parseDate(date);
  return read === undefined ? date : `${read.year}年${read.month}月${read.day}日`;
}

/**
 * The last day of a period of whole days: the day on which it begins is not counted (民法典 art. 201).
 * @param from YYYY-MM-DD.
 */
export function lastDayOf(from: string, days: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
