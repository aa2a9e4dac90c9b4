import { chooseNext, type QueueRule, type WaitingTicket } from './rules/index.ts';
import { isPriority } from '../../../preload/contracts/priority.ts';
import { priorityCallsAfter } from './rules/ratio.ts';

/** One visitor of a morning that was, or might be. */
export interface Arrival extends Omit<WaitingTicket, 'heldBack' | 'missedCount'> {
  readonly serviceMs: number;
}

export interface ReplayedCall {
  readonly arrival: Arrival;
  readonly calledAtMs: number;
  readonly waitedMs: number;
}

/**
 * What a rule would have done to these arrivals: every counter serves everything and takes the next as soon as it is
 * free. For the manager who chooses a rule on yesterday's visitors, and for tests. Answers in the order of the
 * calls. Counters: at least one.
 */
export function replay(
  arrivals: readonly Arrival[],
  rule: QueueRule,
  counters: number,
): readonly ReplayedCall[] {
  const coming = arrivals.toSorted(
    (one, other) => one.issuedAtMs - other.issuedAtMs || one.sequence - other.sequence,
  );
  const freeAtMs = new Array<number>(Math.max(1, counters)).fill(0);
  const hall = new ReplayedHall(rule);
  const calls: ReplayedCall[] = [];
  let arrived = 0;
  while (calls.length < coming.length) {
    const counter = freeAtMs.indexOf(Math.min(...freeAtMs));
    const nextArrivalMs = coming[arrived]?.issuedAtMs ?? Number.POSITIVE_INFINITY;
    const nowMs = Math.max(freeAtMs[counter] ?? 0, hall.isEmpty() ? nextArrivalMs : 0);
    for (; (coming[arrived]?.issuedAtMs ?? Number.POSITIVE_INFINITY) <= nowMs; arrived += 1)
      hall.enter(coming[arrived]);
    const arrival = hall.callNext(nowMs);
    if (arrival === undefined) break;
    calls.push({ arrival, calledAtMs: nowMs, waitedMs: nowMs - arrival.issuedAtMs });
    freeAtMs[counter] = nowMs + arrival.serviceMs;
  }
  return calls;
}

class ReplayedHall {
  readonly #rule: QueueRule;
  #waiting: (Arrival & { readonly missedCount: 0 })[] = [];
  #priorityCallsInARow = 0;

  constructor(rule: QueueRule) {
    this.#rule = rule;
  }

  isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  enter(arrival: Arrival | undefined): void {
    if (arrival !== undefined) this.#waiting.push({ ...arrival, missedCount: 0 });
  }

  callNext(nowMs: number): Arrival | undefined {
    const situation = { nowMs, priorityCallsInARow: this.#priorityCallsInARow };
    const next = chooseNext(this.#waiting, this.#rule, situation);
    const place = this.#waiting.findIndex((ticket) => ticket.ticketId === next?.ticketId);
    const [called] = place < 0 ? [] : this.#waiting.splice(place, 1);
    if (called === undefined) return undefined;
    const ordinaryWaiting = this.#waiting.some((ticket) => !isPriority(ticket.priorityClass));
    this.#priorityCallsInARow = priorityCallsAfter(
      this.#priorityCallsInARow,
      called.priorityClass,
      ordinaryWaiting,
    );
    return called;
  }
}
