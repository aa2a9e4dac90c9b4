import { MINUTE_MS } from './visit.ts';

/** Minutes. Null where there is nothing to measure. */
export interface DurationFigures {
  readonly count: number;
  readonly meanMinutes: number | null;
  readonly medianMinutes: number | null;
  readonly p90Minutes: number | null;
  /** Longer than 30 and than 60 minutes; a wait of exactly an hour is not longer than an hour. */
  readonly over30: number;
  readonly over60: number;
}

const SECOND_MS = 1000;

/**
 * Adds up durations of any number of visits in little room: sum and count are exact, percentiles come from a count by
 * whole seconds, so that a year needs no more memory than a day.
 */
export class DurationTally {
  readonly #bySecond = new Map<number, number>();
  #count = 0;
  #sumMs = 0;
  #over30 = 0;
  #over60 = 0;

  add(ms: number): void {
    const second = Math.round(ms / SECOND_MS);
    this.#bySecond.set(second, (this.#bySecond.get(second) ?? 0) + 1);
    this.#count += 1;
    this.#sumMs += ms;
    if (ms > 30 * MINUTE_MS) this.#over30 += 1;
    if (ms > 60 * MINUTE_MS) this.#over60 += 1;
  }

  figures(): DurationFigures {
    const sorted = [...this.#bySecond].sort(([one], [other]) => one - other);
    return {
      count: this.#count,
      meanMinutes: this.#count === 0 ? null : inMinutes(this.#sumMs / this.#count),
      medianMinutes: this.#percentile(sorted, 50),
      p90Minutes: this.#percentile(sorted, 90),
      over30: this.#over30,
      over60: this.#over60,
    };
  }

  /** The smallest duration that at least `percent` of all do not exceed (nearest rank). */
  #percentile(sorted: readonly (readonly [second: number, count: number])[], percent: number): number | null {
    let left = Math.max(1, Math.ceil((percent / 100) * this.#count));
    for (const [second, count] of sorted) {
      left -= count;
      if (left <= 0) return inMinutes(second * SECOND_MS);
    }
    return null;
  }
}

/** To a hundredth: finer than anybody's watch. */
export function inMinutes(ms: number): number {
  return Math.round((ms / MINUTE_MS) * 100) / 100;
}
