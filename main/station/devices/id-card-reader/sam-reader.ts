import { systemClock, type Clock } from '../../../foundation/clock.ts';
import type { OpenLink } from '../lines/byte-link.ts';
import { CardWatch } from './card-watch.ts';
import { pause } from '../lines/pause.ts';
import type { IdCardReader, IdCardReaderEvent, IdCardReaderStatus, ReaderFailure } from './port.ts';
import { SamSession } from './sam-session.ts';
import { SamLine } from './sam/sam-line.ts';
import { DEFAULT_TIMINGS, reopenDelayMs, type SamTimings } from './timings.ts';

export interface SamReaderOptions {
  readonly openLink: OpenLink;
  readonly simulated: boolean;
  readonly timings?: Partial<SamTimings>;
  readonly clock?: Clock;
}

interface Run {
  readonly stop: AbortController;
  readonly finished: Promise<void>;
}

/** An ID-card reader that speaks the SAM protocol over any byte link; opens it again whenever it breaks. */
export class SamReader implements IdCardReader {
  readonly simulated: boolean;
  readonly #openLink: OpenLink;
  readonly #timings: SamTimings;
  readonly #clock: Clock;
  readonly #watch: CardWatch;
  readonly #listeners = new Set<(event: IdCardReaderEvent) => void>();
  #status: IdCardReaderStatus;
  #run: Run | undefined;

  constructor(options: SamReaderOptions) {
    this.simulated = options.simulated;
    this.#openLink = options.openLink;
    this.#timings = { ...DEFAULT_TIMINGS, ...options.timings };
    this.#clock = options.clock ?? systemClock;
    this.#watch = new CardWatch(this.#clock, this.#timings, (event) => this.#tell(event));
    this.#status = { state: 'connecting', simulated: this.simulated };
  }

  start(): void {
    if (this.#run !== undefined) return;
    const stop = new AbortController();
    this.#run = { stop, finished: this.#keepConnected(stop.signal) };
  }

  async stop(): Promise<void> {
    const run = this.#run;
    run?.stop.abort();
    await run?.finished;
    if (this.#run === run) this.#run = undefined;
  }

  status(): IdCardReaderStatus {
    return this.#status;
  }

  onEvent(listener: (event: IdCardReaderEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async #keepConnected(signal: AbortSignal): Promise<void> {
    this.#become({ state: 'connecting', simulated: this.simulated });
    let failures = 0;
    while (!signal.aborted) {
      const wasReady = await this.#connectOnce(signal);
      failures = wasReady ? 0 : failures;
      await pause(reopenDelayMs(failures, this.#timings), signal);
      failures += 1;
    }
  }

  /** One connection from open to close; true when the module was ready in it. */
  async #connectOnce(signal: AbortSignal): Promise<boolean> {
    const line = new SamLine(this.#timings);
    const closeEarly = () => void line.close();
    signal.addEventListener('abort', closeEarly);
    try {
      const opened = await line.open(this.#openLink);
      if (opened.ok) return await this.#converse(line, signal);
      this.#unavailable('disconnected');
      return false;
    } finally {
      signal.removeEventListener('abort', closeEarly);
      await line.close();
    }
  }

  async #converse(line: SamLine, signal: AbortSignal): Promise<boolean> {
    let wasReady = false;
    this.#watch.relinked();
    const session = new SamSession({ line, timings: this.#timings, signal }, this.#clock, this.#watch, {
      ready: () => {
        wasReady = true;
        this.#become({ state: 'ready', simulated: this.simulated });
      },
      unavailable: (reason) => this.#unavailable(reason),
    });
    await session.run();
    if (line.isClosed && !signal.aborted) this.#unavailable('disconnected');
    return wasReady;
  }

  #unavailable(reason: ReaderFailure): void {
    this.#become({ state: 'unavailable', reason, simulated: this.simulated });
  }

  #become(status: IdCardReaderStatus): void {
    if (JSON.stringify(status) === JSON.stringify(this.#status)) return;
    this.#status = status;
    this.#tell({ kind: 'status-changed', status });
  }

  #tell(event: IdCardReaderEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
