import type { Clock } from '../../../foundation/clock.ts';
import type { CardWatch } from './card-watch.ts';
import { pause } from '../lines/pause.ts';
import type { ReaderFailure } from './port.ts';
import { ask, troubleIn, type SamContext, type SamTrouble } from './sam/read-card.ts';

export interface SessionReport {
  ready(): void;
  unavailable(reason: ReaderFailure): void;
}

/** After so many unanswered calls in a row the port itself is suspected and opened afresh. */
const CALLS_BEFORE_REOPEN = 4;

/**
 * One connection, from the first word to the last: greets the module, looks for cards, keeps the heartbeat,
 * notices silence, noise and faults. Ends when the link is gone, when stopped, or when only a fresh port helps.
 */
export class SamSession {
  readonly #context: SamContext;
  readonly #clock: Clock;
  readonly #watch: CardWatch;
  readonly #report: SessionReport;
  #everReady = false;
  #heardAtMs = 0;

  constructor(context: SamContext, clock: Clock, watch: CardWatch, report: SessionReport) {
    this.#context = context;
    this.#clock = clock;
    this.#watch = watch;
    this.#report = report;
  }

  async run(): Promise<void> {
    const { signal, timings } = this.#context;
    while (!signal.aborted && (await this.#greet())) {
      let trouble: SamTrouble | undefined;
      while (trouble === undefined && !signal.aborted) {
        trouble = await this.#watch.look(this.#context);
        trouble ??= await this.#heartbeat();
        if (trouble === undefined) await pause(timings.pollMs, signal);
      }
      if (trouble === 'closed') return;
    }
  }

  /** Calls until the module answers and does not call itself broken. False when the link is gone or should be opened afresh. */
  async #greet(): Promise<boolean> {
    const { signal, timings } = this.#context;
    for (let call = 1; call <= CALLS_BEFORE_REOPEN && !signal.aborted; call += 1) {
      const answer = await ask(this.#context, 'status');
      if (answer.kind === 'closed') return false;
      if (answer.kind === 'answer' && troubleIn(answer) === undefined) {
        this.#everReady = true;
        this.#heardAtMs = this.#clock.monotonicMs();
        this.#report.ready();
        return true;
      }
      this.#report.unavailable(this.#failureFor(troubleIn(answer)));
      await pause(timings.retryMs, signal);
    }
    return false;
  }

  #failureFor(trouble: SamTrouble | undefined): ReaderFailure {
    if (trouble === 'silent') return 'silent';
    if (trouble === 'noise' && !this.#everReady) return 'wrong-device';
    return 'fault';
  }

  async #heartbeat(): Promise<SamTrouble | undefined> {
    if (this.#clock.monotonicMs() - this.#heardAtMs < this.#context.timings.heartbeatMs) return undefined;
    const answer = await ask(this.#context, 'status');
    this.#heardAtMs = this.#clock.monotonicMs();
    // Polling can live with a damaged frame now and then; a damaged heartbeat asks for a closer look.
    return answer.kind === 'damaged' ? 'noise' : troubleIn(answer);
  }
}
