import { randomUUID } from 'node:crypto';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Client, Input } from '../../../preload/contracts/operation.ts';
import type { RatingLevel } from '../../../preload/contracts/rating.ts';
import type { Clock } from '../../foundation/clock.ts';
import type { Log } from '../../foundation/log/index.ts';
import { hallTakesItLater } from '../services/hall-takes-it-later.ts';

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 8_000;

export interface RatingReportsOptions {
  readonly hall: Pick<Client<HallOperations>, 'rateVisit'>;
  readonly clock: Pick<Clock, 'sleep'>;
  readonly log: Log;
}

/**
 * Tells the hall what visitors pressed, each rating with one request id for good, so that a hall that was away counts it
 * once. What the hall refuses for good is dropped: rated on another device meanwhile, or of another day. Kept in memory
 * only: what a visitor pressed stands on no disk of a counter's PC. The level is in no log.
 */
export class RatingReports {
  readonly #options: RatingReportsOptions;
  readonly #waiting: Input<HallOperations, 'rateVisit'>[] = [];
  #sending = false;
  #stopped = false;

  constructor(options: RatingReportsOptions) {
    this.#options = options;
  }

  report(ticketId: string, level: RatingLevel): void {
    this.#waiting.push({ requestId: randomUUID(), ticketId, level, channel: 'pad' });
    if (!this.#sending) void this.#sendAll();
  }

  stop(): void {
    this.#stopped = true;
  }

  async #sendAll(): Promise<void> {
    const { hall, clock, log } = this.#options;
    this.#sending = true;
    let retryMs = FIRST_RETRY_MS;
    for (let [next] = this.#waiting; next !== undefined && !this.#stopped; [next] = this.#waiting) {
      const answer = await hall.rateVisit(next);
      if (!answer.ok && hallTakesItLater(answer.error)) {
        await clock.sleep(retryMs);
        retryMs = Math.min(LONGEST_RETRY_MS, retryMs * 2);
        continue;
      }
      retryMs = FIRST_RETRY_MS;
      this.#waiting.shift();
      const { ticketId } = next;
      if (answer.ok) log.info('a rating was taken', { ticketId });
      else log.warn('the hall does not take a rating', { ticketId, kind: answer.error.kind });
    }
    this.#sending = false;
  }
}
