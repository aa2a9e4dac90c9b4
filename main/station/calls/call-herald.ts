import type { CallView } from '../../../preload/contracts/hall-operations.ts';
import type { Clock } from '../../foundation/clock.ts';
import type { Log } from '../../foundation/log/index.ts';
import type { CallSink } from './call-sink.ts';
import type { HallListener, HallMirror } from './follow-hall.ts';

/** What the herald needs of it. */
export type CallsAndTickets = Pick<HallMirror, 'calls' | 'tickets'>;

/** Several days of a large hall: what is forgotten is long out of the hall's list. */
const REMEMBERED = 5_000;

/**
 * Takes what the hall's feed says and tells the sinks of each call and recall once, and when it is over.
 *
 * A call in an update has just been made, whatever the clocks say. After a start or a lost line the snapshot holds calls
 * that were made meanwhile: those whose person has still not come are told with their age, the others are nobody's any
 * more.
 */
export class CallHerald implements HallListener {
  readonly #sinks: readonly CallSink[];
  readonly #clock: Pick<Clock, 'nowMs'>;
  readonly #log: Log;
  readonly #told = new Set<string>();
  /** By ticket: the calls that are not over. */
  readonly #open = new Map<string, CallView>();
  /** How far this PC's clock is ahead of the hall's, as the last live call showed. */
  #aheadMs = 0;

  constructor(sinks: readonly CallSink[], clock: Pick<Clock, 'nowMs'>, log: Log) {
    this.#sinks = sinks;
    this.#clock = clock;
    this.#log = log;
  }

  onSnapshot({ calls, tickets }: CallsAndTickets): void {
    for (const call of this.#news(calls)) {
      if (tickets[call.ticketId]?.state === 'called')
        this.#tell(call, Math.max(0, this.#sinceMs(call) - this.#aheadMs));
    }
    this.#endCalls(tickets);
  }

  onUpdate({ calls, tickets }: CallsAndTickets): void {
    for (const call of this.#news(calls)) {
      this.#aheadMs = this.#sinceMs(call);
      this.#tell(call, 0);
    }
    this.#endCalls(tickets);
  }

  /** Calls that were never told before, in their order. From here on they count as told. */
  #news(calls: CallsAndTickets['calls']): CallView[] {
    const news = Object.values(calls)
      .filter((call) => !this.#told.has(keyOf(call)))
      .sort((one, other) => one.callSequence - other.callSequence);
    for (const call of news) this.#told.add(keyOf(call));
    for (const key of this.#told) {
      if (this.#told.size <= REMEMBERED) break;
      this.#told.delete(key);
    }
    return news;
  }

  #sinceMs({ calledAt }: CallView): number {
    return this.#clock.nowMs() - Date.parse(calledAt);
  }

  #tell(call: CallView, ageMs: number): void {
    this.#open.set(call.ticketId, call);
    this.#each((sink) => sink.called(call, ageMs));
  }

  #endCalls(tickets: CallsAndTickets['tickets']): void {
    for (const [ticketId, call] of this.#open) {
      const state = tickets[ticketId]?.state ?? 'gone';
      if (state === 'called') continue;
      this.#open.delete(ticketId);
      this.#each((sink) => sink.ended(call, state));
    }
  }

  /** A sink that fails is a bug for the log; the other sinks still hear of the call. */
  #each(say: (sink: CallSink) => void): void {
    for (const sink of this.#sinks) {
      try {
        say(sink);
      } catch (fault) {
        this.#log.bug('a call cannot be handed on', fault);
      }
    }
  }
}

/** A restored hall counts anew: the ticket makes the sequence unmistakable. */
const keyOf = ({ callSequence, ticketId }: CallView): string => `${callSequence}:${ticketId}`;
