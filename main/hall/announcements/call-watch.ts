import type { Announced } from '../../../preload/contracts/feed.ts';
import type { AnnouncementView, CallView } from '../../../preload/contracts/hall-operations.ts';
import type { Clock } from '../../foundation/clock.ts';
import { AnnouncementLedger } from './announcement-ledger.ts';

export interface CallWatchOptions {
  /** A call must be seen or heard within this time. */
  readonly withinMs: number;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  /** Once for each call that nobody could see or hear. */
  readonly onUnanswered: (call: CallView) => void;
  /** Pages should be told anew. */
  readonly onChange: () => void;
}

/** Watches whether what the hall calls is announced by somebody. */
export class CallWatch {
  readonly #options: CallWatchOptions;
  readonly #ledger: AnnouncementLedger;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: CallWatchOptions) {
    this.#options = options;
    this.#ledger = new AnnouncementLedger(options.withinMs);
  }

  /** The calls that pages are told of now; answers what is known of each, by ticket. */
  follow(calls: readonly CallView[]): Record<string, AnnouncementView> {
    this.#ledger.follow(calls, this.#options.clock.monotonicMs());
    this.#wait();
    return this.#ledger.viewsOf(calls);
  }

  /** A listener, known by the name of its token, says that it announced a call. */
  hear(said: Announced, listener: string): void {
    if (this.#ledger.announced(said, listener)) this.#options.onChange();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #wait(): void {
    const dueMs = this.#ledger.nextDueMs();
    if (this.#timer !== undefined || dueMs === undefined) return;
    const restMs = Math.max(1, Math.ceil(dueMs - this.#options.clock.monotonicMs()));
    this.#timer = setTimeout(() => this.#judge(), restMs).unref();
  }

  #judge(): void {
    this.#timer = undefined;
    const unanswered = this.#ledger.judge(this.#options.clock.monotonicMs());
    this.#wait();
    if (unanswered.length === 0) return;
    unanswered.forEach(this.#options.onUnanswered);
    this.#options.onChange();
  }
}
