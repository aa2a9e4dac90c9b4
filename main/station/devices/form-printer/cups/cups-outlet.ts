import type { Clock } from '../../../../foundation/clock.ts';
import type { FormJob, FormOutcome, FormPrinterStatus } from '../port.ts';
import type { FormOutlet } from '../rendering-form-printer.ts';
import { CupsQueue, type CupsQueueOptions, type HandOverFault } from './cups-queue.ts';
import { statusOf, type QueueState } from './queue-state.ts';

const LOOK_EVERY_MS = 300;
/** Two pages from a cold laser printer. Longer, nobody stands there any more. */
const PATIENCE_MS = 60_000;
/** RFC 8011 section 5.3.7: cancelled, aborted, completed are the last three. */
const JOB_OVER = 7;
const JOB_COMPLETED = 9;
const GONE = { state: 'unavailable', reason: 'disconnected' } as const;

export interface CupsOutletOptions extends CupsQueueOptions {
  readonly clock: Clock;
  readonly patienceMs?: number;
}

/**
 * A queue of the print service on this PC. A job that CUPS calls completed counts only when the queue then shows no trouble.
 * What did not come out in time is taken back: two names must not come out of a machine when those people have left. Every
 * job is purged at its end, so that CUPS keeps no copy; one that could not be, because CUPS or the station died under it,
 * is purged as soon as CUPS answers again.
 */
export class CupsOutlet implements FormOutlet {
  readonly simulated = false;
  readonly #options: CupsOutletOptions;
  readonly #queue: CupsQueue;
  /** True from the start: the run before may have been cut off. */
  #mayHaveLeft = true;
  #clearing: Promise<void> | undefined;
  #isDelivering = false;

  constructor(options: CupsOutletOptions) {
    this.#options = options;
    this.#queue = new CupsQueue(options);
  }

  async status(signal: AbortSignal): Promise<FormPrinterStatus> {
    await this.#clear();
    const queue = await this.#queue.state(signal);
    return queue === undefined ? GONE : statusOf(queue);
  }

  /** Old trouble of a queue that runs does not count: only a job makes CUPS ask the printer again. */
  async readiness(signal: AbortSignal): Promise<FormPrinterStatus> {
    await this.#clear();
    const queue = await this.#queue.state(signal);
    if (queue === undefined) return GONE;
    return queue.isHalted ? statusOf(queue) : { state: 'ready' };
  }

  async deliver(pdf: Buffer, { title }: FormJob, signal: AbortSignal): Promise<FormOutcome> {
    this.#isDelivering = true;
    try {
      // What began before must not take this form for an old one.
      await this.#clearing;
      return await this.#deliver({ title, pdf }, signal);
    } finally {
      this.#isDelivering = false;
    }
  }

  async #deliver(form: { title: string; pdf: Buffer }, signal: AbortSignal): Promise<FormOutcome> {
    const taken = await this.#queue.handOver(form, signal);
    if (!taken.ok) {
      this.#mayHaveLeft ||= taken.error === 'no-answer';
      return notTaken(taken.error);
    }
    const outcome = await this.#follow(taken.value, signal);
    // Also when the station ends.
    if (!(await this.#queue.purge(taken.value))) this.#mayHaveLeft = true;
    return outcome;
  }

  /** Until the job is over, the queue is halted, or nobody waits any more. */
  async #follow(jobId: number, signal: AbortSignal): Promise<FormOutcome> {
    const { clock, patienceMs = PATIENCE_MS } = this.#options;
    const until = clock.monotonicMs() + patienceMs;
    while (!signal.aborted) {
      const state = await this.#queue.jobState(jobId, signal);
      const queue = await this.#queue.state(signal);
      if (queue === undefined) return { state: 'unknown', reason: 'disconnected' };
      if (state !== undefined && state >= JOB_OVER) return outcomeOf(state, queue);
      const reason = queue.trouble ?? (queue.isHalted ? 'stopped' : 'no-answer');
      if (queue.isHalted || clock.monotonicMs() > until) return { state: 'unknown', reason };
      await clock.sleep(LOOK_EVERY_MS);
    }
    return { state: 'unknown', reason: 'no-answer' };
  }

  /** Purges what is left of this station's forms, when something may be. Never while one is under way. */
  #clear(): Promise<void> {
    if (!this.#mayHaveLeft || this.#isDelivering) return Promise.resolve();
    this.#clearing ??= this.#purgeAll().finally(() => (this.#clearing = undefined));
    return this.#clearing;
  }

  async #purgeAll(): Promise<void> {
    const jobs = await this.#queue.ownJobs();
    if (jobs === undefined) return;
    const purged: boolean[] = [];
    for (const jobId of jobs) purged.push(await this.#queue.purge(jobId));
    this.#mayHaveLeft = purged.includes(false);
  }
}

function notTaken(fault: HandOverFault): FormOutcome {
  switch (fault) {
    case 'no-answer':
      return { state: 'unknown', reason: 'no-answer' };
    case 'unreachable':
      return { state: 'refused', status: GONE };
    case 'not-accepting':
      return { state: 'refused', status: { state: 'unavailable', reason: 'stopped' } };
    case 'not-taken':
      return { state: 'refused', status: { state: 'unavailable', reason: 'fault' } };
  }
}

function outcomeOf(jobState: number, { trouble, isHalted }: QueueState): FormOutcome {
  const reason = trouble ?? (isHalted ? 'stopped' : undefined);
  if (jobState === JOB_COMPLETED && reason === undefined) return { state: 'confirmed' };
  return { state: 'unknown', reason: reason ?? 'fault' };
}
