import type { Clock } from '../../foundation/clock.ts';
import type { PrintOutcome, TicketPrinter, TicketRenderer } from '../devices/ticket-printer/index.ts';
import { systemTimers, type Timers } from '../devices/ticket-printer/timers.ts';
import type { JobState, PrintJobRow } from './print-job.ts';
import type { PrintJobStore } from './print-job-store.ts';
import type { SpoolLog } from './spool-log.ts';
import { paperOf, withoutHolder } from './stored-paper.ts';

/** After a refusal: soon at first (a cover closed again), then not so often that the log fills. */
const FIRST_RETRY_MS = 500;
const MAX_RETRY_MS = 8_000;

/** A paper is wanted for reprints during the service day; after that number and state are enough. */
const PAPER_KEPT_MS = 24 * 3_600_000;

/**
 * Longer than anybody waits beside a printer without paper. In the morning the numbers of the evening have lapsed: a
 * printer that is well again must not spit them out. Who wanted a step card has left, or asks again.
 */
const PAPER_USEFUL_MS: Readonly<Record<PrintJobRow['kind'], number>> = {
  ticket: 4 * 3_600_000,
  'step-card': 5 * 60_000,
};
const PAPER_KINDS = Object.keys(PAPER_USEFUL_MS) as PrintJobRow['kind'][];

export interface DeliveryOptions {
  readonly store: PrintJobStore;
  readonly printer: TicketPrinter;
  readonly render: TicketRenderer;
  readonly clock: Clock;
  readonly tell: (job: PrintJobRow, state: JobState, reason?: string | null) => void;
  readonly log?: SpoolLog;
  readonly timers?: Timers;
}

/** Takes one queued job after another to the printer and writes down what is known of it, before and after. */
export class Delivery {
  readonly #options: DeliveryOptions;
  readonly #timers: Timers;
  #stopped = true;
  #running: Promise<void> = Promise.resolve();
  #wake: (() => void) | undefined;
  #refusals = 0;
  #refusal: string | undefined;

  constructor(options: DeliveryOptions) {
    this.#options = options;
    this.#timers = options.timers ?? systemTimers;
  }

  /** Why the printer takes nothing at the moment. */
  get refusal(): string | undefined {
    return this.#refusal;
  }

  start(): void {
    if (!this.#stopped) return;
    this.#stopped = false;
    this.#closeInterrupted();
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.wake();
    await this.#running;
  }

  wake(): void {
    this.#wake?.();
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      try {
        this.#closeInterrupted();
        this.#closeOutdated();
        const { store, clock } = this.#options;
        store.forgetFinishedBefore(clock.nowMs() - PAPER_KEPT_MS);
        const job = store.oldestQueued();
        if (job === undefined) await this.#pause();
        else await this.#deliver(job);
      } catch (failure) {
        // A disk that refuses to write: nothing may be printed that cannot be written down.
        this.#options.log?.warn({ failure: String(failure) }, 'print spool cannot go on, trying again');
        await this.#pause(MAX_RETRY_MS);
      }
    }
  }

  /** Jobs that had begun when the program, or the disk, stopped: nobody knows, so nobody sends them again. */
  #closeInterrupted(): void {
    for (const job of this.#options.store.interrupted()) this.#settle(job, 'unknown', 'interrupted');
  }

  #closeOutdated(): void {
    const { store, clock } = this.#options;
    for (const kind of PAPER_KINDS) {
      for (const job of store.queuedBefore(kind, clock.nowMs() - PAPER_USEFUL_MS[kind]))
        this.#settle(job, 'unknown', 'too-late');
    }
  }

  async #deliver(job: PrintJobRow): Promise<void> {
    const bytes = this.#bytesOf(job);
    if (bytes === undefined) return this.#settle(job, 'unknown', 'cannot-render');
    const outcome = await this.#options.printer.print({ jobId: job.jobId, bytes }, (step) =>
      this.#settle(job, step === 'sending' ? 'sending' : 'awaiting-fence'),
    );
    await this.#after(job, outcome);
  }

  async #after(job: PrintJobRow, outcome: PrintOutcome): Promise<void> {
    if (outcome.state === 'refused') return this.#refused(job, outcome);
    this.#refusals = 0;
    this.#noteRefusal(undefined);
    if (outcome.state === 'confirmed') return this.#settle(job, 'confirmed');
    this.#settle(job, 'unknown', outcome.reason);
    void outcome.late.then((answer) => {
      if (answer === 'confirmed' && !this.#stopped) this.#settleLate(job);
    });
  }

  async #refused(job: PrintJobRow, { status }: Extract<PrintOutcome, { state: 'refused' }>): Promise<void> {
    const { jobId, number } = job;
    if (this.#refusals === 0)
      this.#options.log?.info({ jobId, number, status }, 'printer refuses, job waits');
    this.#noteRefusal(status.state === 'unavailable' ? status.reason : undefined);
    await this.#pause(Math.min(MAX_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#refusals));
    this.#refusals = Math.min(this.#refusals + 1, 10);
  }

  /** Everybody whose paper waits is told why, once for each change of the reason. */
  #noteRefusal(reason: string | undefined): void {
    if (reason === this.#refusal) return;
    this.#refusal = reason;
    const { store, tell } = this.#options;
    for (const waiting of store.queued()) tell(waiting, 'queued', reason ?? null);
  }

  #settleLate(job: PrintJobRow): void {
    try {
      this.#settle(job, 'confirmed');
    } catch (failure) {
      this.#options.log?.warn({ jobId: job.jobId, failure: String(failure) }, 'late confirmation not saved');
    }
  }

  /** Durable first; then everybody may know. */
  #settle(job: PrintJobRow, state: JobState, reason?: string): void {
    const { store, clock, tell } = this.#options;
    const paper = state === 'confirmed' ? withoutHolder(job) : undefined;
    store.change(job.jobId, { state, ...(reason && { reason }), ...(paper && { paper }) }, clock.nowMs());
    tell(job, state, reason);
  }

  #bytesOf(job: PrintJobRow): Uint8Array | undefined {
    try {
      return this.#options.render(paperOf(job));
    } catch (failure) {
      // One paper that cannot be drawn must not keep all others waiting.
      this.#options.log?.warn({ jobId: job.jobId, failure: String(failure) }, 'paper cannot be rendered');
      return undefined;
    }
  }

  /** Sleeps until woken, at most `ms`. A job that comes in wakes it, so does the end. */
  #pause(ms?: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = ms === undefined ? undefined : this.#timers.after(ms, () => this.#wake?.());
      this.#wake = () => {
        this.#wake = undefined;
        cancel?.();
        resolve();
      };
      if (this.#stopped) this.#wake();
    });
  }
}
