import type { Clock } from '../../../main/foundation/clock.ts';

const MORNING = Date.parse('2026-06-15T08:30:00+08:00');
/** Forty people who came over this much time have waited as people do in a full hall, so the rules have work. */
export const BETWEEN_VISITORS_MS = 30_000;

/** The system's clock, begun in the morning and moved on between measurements: a day passes in seconds. */
export class WorkingDay implements Clock {
  #skippedMs = 0;

  nowMs(): number {
    return MORNING + Math.floor(this.monotonicMs());
  }

  monotonicMs(): number {
    return performance.now() + this.#skippedMs;
  }

  sleep(): Promise<void> {
    throw new Error('Nobody sleeps while it is measured');
  }

  /** The next visitor comes. */
  passOn(): void {
    this.#skippedMs += BETWEEN_VISITORS_MS;
  }
}
