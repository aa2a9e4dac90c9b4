import { inMinutes } from './duration-tally.ts';
import { MINUTE_MS } from './visit.ts';

/** How good the minutes were that people were told when they took their tickets. */
export interface EstimateFigures {
  /** Called visits that were told a range. */
  readonly count: number;
  /** Waited no shorter and no longer than they were told. */
  readonly inside: number;
  /** Middle of the range less the wait, on the average: above zero people were told too long a wait. */
  readonly meanErrorMinutes: number | null;
}

export class EstimateTally {
  #count = 0;
  #inside = 0;
  #errorMs = 0;

  add(told: { readonly low: number; readonly high: number }, waitedMs: number): void {
    const [lowMs, highMs] = [told.low * MINUTE_MS, told.high * MINUTE_MS];
    this.#count += 1;
    if (waitedMs >= lowMs && waitedMs <= highMs) this.#inside += 1;
    this.#errorMs += (lowMs + highMs) / 2 - waitedMs;
  }

  figures(): EstimateFigures {
    const meanErrorMinutes = this.#count === 0 ? null : inMinutes(this.#errorMs / this.#count);
    return { count: this.#count, inside: this.#inside, meanErrorMinutes };
  }
}
