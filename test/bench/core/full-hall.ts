import type { BenchHall } from './bench-hall.ts';
import { visitor, type Visit } from './visitors.ts';

/** People waiting at any moment. */
export const PEOPLE_WAITING = 40;

const COUNTERS = ['1', '2', '3', '4'] as const;

/** A hall with all counters open in which as many people go as come. */
export class FullHall {
  readonly hall: BenchHall;
  #visitors = 0;
  #calls = 0;
  #next = visitor(0);

  constructor(hall: BenchHall) {
    this.hall = hall;
    for (const counterId of COUNTERS) hall.do('openCounter', { counterId });
    while (this.#visitors < PEOPLE_WAITING) {
      this.letIn();
      this.timePasses();
    }
  }

  /** What the next visitor will say. */
  get next(): Visit {
    return this.#next;
  }

  /** The next visitor takes a ticket. */
  letIn(): { readonly ticketId: string } {
    return this.hall.do('issueTicket', this.#next);
  }

  /** Somebody else comes in. Not a part of what is measured. */
  timePasses(): void {
    this.#visitors += 1;
    this.#next = visitor(this.#visitors);
    this.hall.day.passOn();
  }

  /** The next counter calls. */
  call(): { readonly ticketId: string } {
    const counterId = COUNTERS[this.#calls % COUNTERS.length] ?? COUNTERS[0];
    this.#calls += 1;
    return this.hall.do('callNext', { counterId });
  }

  /** The person called is served, so the counter is free again; the next visitor comes in. */
  serve({ ticketId }: { readonly ticketId: string }): void {
    this.hall.do('startService', { ticketId });
    this.hall.do('finishService', { ticketId, outcome: 'done' });
    this.timePasses();
  }
}
