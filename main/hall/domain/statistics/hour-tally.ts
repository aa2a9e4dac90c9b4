import { dayNumber, parseDate } from '../../../foundation/identity/index.ts';
import { inMinutes } from './duration-tally.ts';

/** Who came in one hour of one weekday, over all the days counted. */
export interface HourFigures {
  /** 1 Monday to 7 Sunday (ISO 8601), of the service day. */
  readonly weekday: number;
  /** 0 to 23, as it stands on the ticket. */
  readonly hour: number;
  readonly issued: number;
  readonly meanMinutes: number | null;
}

/** 1 Monday to 7 Sunday. Throws on a text that is no date: service days always are. */
export function weekdayOf(date: string): number {
  const day = parseDate(date);
  if (day === undefined) throw new Error(`A service day has no date: ${date}`);
  // 1970-01-01, day 0, was a Thursday.
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

interface Cell {
  issued: number;
  waits: number;
  sumMs: number;
}

/** Hours by weekdays: when the hall is full. */
export class HourTally {
  readonly #cells = new Map<number, Cell>();

  add(weekday: number, hour: number, waitedMs: number | undefined): void {
    const key = weekday * 24 + hour;
    const cell = this.#cells.get(key) ?? { issued: 0, waits: 0, sumMs: 0 };
    this.#cells.set(key, cell);
    cell.issued += 1;
    if (waitedMs === undefined) return;
    cell.waits += 1;
    cell.sumMs += waitedMs;
  }

  figures(): HourFigures[] {
    return [...this.#cells]
      .sort(([one], [other]) => one - other)
      .map(([key, { issued, waits, sumMs }]) => ({
        weekday: Math.floor(key / 24),
        hour: key % 24,
        issued,
        meanMinutes: waits === 0 ? null : inMinutes(sumMs / waits),
      }));
  }
}
