import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { resourcesFolder } from '../../foundation/resources.ts';
import type { WorkCalendar } from '../domain/rating/working-days.ts';

const MS_PER_DAY = 86_400_000;
const date = z.iso.date();
const YEAR = z.string().regex(/^20\d{2}$/);

/** "2026-10-01/2026-10-07", both days included, or a single day. */
const Span = z.string().transform((text): string[] => {
  const [first = '', last = first] = text.split('/');
  return daysFrom(date.parse(first), date.parse(last));
});

const CalendarFile = z.object({
  years: z.record(YEAR, z.object({ holidays: z.array(Span), workdays: z.array(date) })),
});

/** What the hall's own file adds to the shipped calendar: a local holiday, or a year that was announced since. */
export interface CalendarAdditions {
  readonly holidays: readonly string[];
  readonly workdays: readonly string[];
}

/** The public holidays that ship with the program, with the hall's additions, which win. Throws when the file is damaged. */
export function loadWorkCalendar(
  added: CalendarAdditions,
  file: string = join(resourcesFolder(), 'calendar', 'public-holidays.json'),
): WorkCalendar {
  const { years } = CalendarFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const shipped = Object.values(years);
  const holidays = new Set(shipped.flatMap((year) => year.holidays.flat()));
  const workdays = new Set(shipped.flatMap((year) => year.workdays));
  for (const day of added.holidays) workdays.delete(day);
  for (const day of added.workdays) holidays.delete(day);
  const named = [...Object.keys(years), ...added.holidays.map((day) => day.slice(0, 4))];
  return {
    holidays: new Set([...holidays, ...added.holidays]),
    workdays: new Set([...workdays, ...added.workdays]),
    years: new Set(named.map(Number)),
  };
}

function daysFrom(first: string, last: string): string[] {
  const [begin, end] = [Date.parse(first), Date.parse(last)];
  if (begin > end) throw new RangeError(`${first} is after ${last}`);
  return Array.from({ length: (end - begin) / MS_PER_DAY + 1 }, (_, index) =>
    new Date(begin + index * MS_PER_DAY).toISOString().slice(0, 10),
  );
}
