import { randomUUID } from 'node:crypto';
import type { Client } from '../../../preload/contracts/operation.ts';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { TicketPrintChange } from '../spool/index.ts';
import type { Clock } from '../../foundation/clock.ts';
import { hallTakesItLater } from './hall-takes-it-later.ts';

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 8_000;

/**
 * Tells the hall what became of each paper. Only the newest state of a ticket matters, so a hall that was away gets one
 * report for each ticket when it is back, and a station that starts tells the day's states again: what it knew when it
 * stopped may not have reached the hall. A report that the hall refuses for good (it does not know the ticket) is dropped.
 */
export class PrintReports {
  readonly #hall: Client<HallOperations>;
  readonly #clock: Clock;
  readonly #waiting = new Map<string, TicketPrintChange>();
  #sending = false;
  #stopped = false;

  constructor(hall: Client<HallOperations>, clock: Clock) {
    this.#hall = hall;
    this.#clock = clock;
  }

  report(change: TicketPrintChange): void {
    // So it begins at the hall, too: why it waits is for the page here.
    if (change.state === 'pending' && !change.reprint) return;
    this.#waiting.delete(change.ticketId);
    this.#waiting.set(change.ticketId, change);
    if (!this.#sending) void this.#sendAll();
  }

  stop(): void {
    this.#stopped = true;
  }

  async #sendAll(): Promise<void> {
    this.#sending = true;
    let retryMs = FIRST_RETRY_MS;
    for (let next = this.#next(); next !== undefined && !this.#stopped; next = this.#next()) {
      const answer = await this.#send(next);
      if (!answer.ok && hallTakesItLater(answer.error)) {
        this.#putLast(next);
        await this.#clock.sleep(retryMs);
        retryMs = Math.min(LONGEST_RETRY_MS, retryMs * 2);
        continue;
      }
      retryMs = FIRST_RETRY_MS;
      // A newer state may have come while this one was on its way.
      if (this.#waiting.get(next.ticketId) === next) this.#waiting.delete(next.ticketId);
    }
    this.#sending = false;
  }

  /** One ticket that the hall stumbles over must not hold up the others. */
  #putLast(change: TicketPrintChange): void {
    if (this.#waiting.get(change.ticketId) !== change) return;
    this.#waiting.delete(change.ticketId);
    this.#waiting.set(change.ticketId, change);
  }

  #next(): TicketPrintChange | undefined {
    return this.#waiting.values().next().value;
  }

  #send(change: TicketPrintChange) {
    return this.#hall.recordPrint({
      requestId: randomUUID(),
      ticketId: change.ticketId,
      printState: change.state,
      reprint: change.reprint,
    });
  }
}
