import type { HelpView } from '../../../preload/contracts/hall-operations.ts';
import type { Clock } from '../../foundation/clock.ts';

/** A disk that did not take the fact is asked again. */
const AGAIN_AFTER_MS = 5_000;

export interface HelpWatchOptions {
  /** A call for help must be answered within this time. */
  readonly withinMs: number;
  readonly clock: Pick<Clock, 'monotonicMs' | 'nowMs'>;
  /** Nobody answered this call in time. False: it could not be written down, and is tried again. */
  readonly onUnanswered: (help: HelpView) => boolean;
}

interface Waiting {
  readonly help: HelpView;
  /** On the monotonic clock. */
  readonly dueMs: number;
}

/**
 * Watches whether somebody answers what was asked for. A call that is still open after a restart is due when it would
 * have been: how old it is only the wall clock can say then, and one that was set meanwhile makes it wait no longer than
 * a new one.
 */
export class HelpWatch {
  readonly #options: HelpWatchOptions;
  readonly #waiting = new Map<string, Waiting>();
  #started = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: HelpWatchOptions) {
    this.#options = options;
  }

  /** The calls that have not ended, as pages are told of them now. */
  follow(calls: readonly HelpView[]): void {
    const unanswered = new Map(calls.filter(isUnanswered).map((help) => [help.helpId, help]));
    for (const helpId of this.#waiting.keys()) {
      if (!unanswered.has(helpId)) this.#waiting.delete(helpId);
    }
    for (const [helpId, help] of unanswered) {
      if (!this.#waiting.has(helpId)) this.#waiting.set(helpId, { help, dueMs: this.#dueMs(help) });
    }
    this.#started = true;
    this.#wait();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #dueMs({ askedAt }: HelpView): number {
    const { clock, withinMs } = this.#options;
    const ageMs = this.#started ? 0 : clock.nowMs() - Date.parse(askedAt);
    return clock.monotonicMs() + withinMs - Math.max(0, Math.min(withinMs, ageMs));
  }

  #wait(): void {
    const dueMs = Math.min(...[...this.#waiting.values()].map((one) => one.dueMs));
    clearTimeout(this.#timer);
    if (dueMs === Infinity) return;
    const restMs = Math.max(1, Math.ceil(dueMs - this.#options.clock.monotonicMs()));
    this.#timer = setTimeout(() => this.#judge(), restMs).unref();
  }

  #judge(): void {
    const nowMs = this.#options.clock.monotonicMs();
    const due = [...this.#waiting.values()].filter(({ dueMs }) => dueMs <= nowMs);
    for (const { help } of due) {
      const told = this.#options.onUnanswered(help);
      // What was told comes back as escalated; until then it is not told again.
      const dueMs = told ? Infinity : nowMs + AGAIN_AFTER_MS;
      this.#waiting.set(help.helpId, { help, dueMs });
    }
    this.#wait();
  }
}

const isUnanswered = ({ state, escalatedAt }: HelpView): boolean => state === 'open' && escalatedAt === null;
