import type { Clock } from '../../../../foundation/clock.ts';
import type { FormJob, FormOutcome, FormPrinterStatus } from '../port.ts';
import type { FormOutlet } from '../rendering-form-printer.ts';
import { askCups, cupsServer, type CupsServer } from './cups-server.ts';
import type { IppAttribute, IppRequest } from './ipp-message.ts';
import { queueState, statusOf, type QueueState } from './queue-state.ts';

const ASK_MS = 3_000;
const HAND_OVER_MS = 20_000;
const LOOK_EVERY_MS = 300;
/** Two pages from a cold laser printer. Longer, nobody stands there any more. */
const PATIENCE_MS = 60_000;
/** RFC 8011 section 5.3.7: cancelled, aborted, completed are the last three. */
const JOB_OVER = 7;
const JOB_COMPLETED = 9;
const FAILED = 0x0400;
const NOT_ACCEPTING = 0x0506;
const USER: IppAttribute = ['name', 'requesting-user-name', 'songting'];
const GONE = { state: 'unavailable', reason: 'disconnected' } as const;

export interface CupsOutletOptions {
  readonly queue: string;
  readonly clock: Clock;
  readonly server?: CupsServer;
  readonly patienceMs?: number;
}

/**
 * A queue of the print service on this PC. A job that CUPS calls completed counts only when the queue then shows no trouble.
 * What did not come out in time is taken back: two names must not come out of a machine when those people have left. Every
 * job is purged at its end, so that CUPS keeps no copy.
 */
export class CupsOutlet implements FormOutlet {
  readonly simulated = false;
  readonly #options: CupsOutletOptions;
  readonly #path: string;
  readonly #printer: IppAttribute;

  constructor(options: CupsOutletOptions) {
    this.#options = options;
    this.#path = `/printers/${encodeURIComponent(options.queue)}`;
    this.#printer = ['uri', 'printer-uri', `ipp://localhost${this.#path}`];
  }

  async status(signal: AbortSignal): Promise<FormPrinterStatus> {
    const queue = await this.#queue(signal);
    return queue === undefined ? GONE : statusOf(queue);
  }

  /** Old trouble of a queue that runs does not count: only a job makes CUPS ask the printer again. */
  async readiness(signal: AbortSignal): Promise<FormPrinterStatus> {
    const queue = await this.#queue(signal);
    if (queue === undefined) return GONE;
    return queue.isHalted ? statusOf(queue) : { state: 'ready' };
  }

  async deliver(pdf: Buffer, job: FormJob, signal: AbortSignal): Promise<FormOutcome> {
    const taken = await this.#ask(
      {
        operation: 'printJob',
        attributes: [
          this.#printer,
          USER,
          ['name', 'job-name', job.title],
          ['mime', 'document-format', 'application/pdf'],
        ],
        jobAttributes: [['keyword', 'media', 'iso_a4_210x297mm']],
      },
      { document: pdf, deadlineMs: HAND_OVER_MS, signal },
    );
    if (!taken.ok) {
      if (taken.error === 'no-answer') return { state: 'unknown', reason: 'no-answer' };
      return { state: 'refused', status: GONE };
    }
    const { status, attributes } = taken.value;
    const reason = status === NOT_ACCEPTING ? 'stopped' : 'fault';
    if (status >= FAILED) return { state: 'refused', status: { state: 'unavailable', reason } };
    const jobId = attributes.get('job-id')?.[0];
    if (typeof jobId !== 'number') return { state: 'unknown', reason: 'no-answer' };
    const outcome = await this.#follow(jobId, signal);
    await this.#purge(jobId);
    return outcome;
  }

  /** Until the job is over, the queue is halted, or nobody waits any more. */
  async #follow(jobId: number, signal: AbortSignal): Promise<FormOutcome> {
    const { clock, patienceMs = PATIENCE_MS } = this.#options;
    const until = clock.monotonicMs() + patienceMs;
    while (!signal.aborted) {
      const [state, queue] = [await this.#jobState(jobId, signal), await this.#queue(signal)];
      if (queue === undefined) return { state: 'unknown', reason: 'disconnected' };
      if (state !== undefined && state >= JOB_OVER) return outcomeOf(state, queue);
      const reason = queue.trouble ?? (queue.isHalted ? 'stopped' : 'no-answer');
      if (queue.isHalted || clock.monotonicMs() > until) return { state: 'unknown', reason };
      await clock.sleep(LOOK_EVERY_MS);
    }
    return { state: 'unknown', reason: 'no-answer' };
  }

  async #queue(signal: AbortSignal): Promise<QueueState | undefined> {
    const told = await this.#ask(
      {
        operation: 'getPrinterAttributes',
        attributes: [
          this.#printer,
          USER,
          [
            'keyword',
            'requested-attributes',
            'printer-state',
            'printer-state-reasons',
            'printer-is-accepting-jobs',
          ],
        ],
      },
      { signal },
    );
    return told.ok && told.value.status < FAILED ? queueState(told.value) : undefined;
  }

  async #jobState(jobId: number, signal: AbortSignal): Promise<number | undefined> {
    const told = await this.#ask(
      {
        operation: 'getJobAttributes',
        attributes: [...this.#job(jobId), ['keyword', 'requested-attributes', 'job-state']],
      },
      { signal },
    );
    const state = told.ok ? told.value.attributes.get('job-state')?.[0] : undefined;
    return typeof state === 'number' ? state : undefined;
  }

  /** Also when the station ends. What cannot be purged, CUPS keeps as long as it is set to. */
  async #purge(jobId: number): Promise<void> {
    await this.#ask({
      operation: 'cancelJob',
      attributes: [...this.#job(jobId), ['boolean', 'purge-job', true]],
    });
  }

  #job(jobId: number): IppAttribute[] {
    return [this.#printer, ['integer', 'job-id', jobId], USER];
  }

  #ask(
    request: IppRequest,
    over: { readonly document?: Buffer; readonly deadlineMs?: number; readonly signal?: AbortSignal } = {},
  ): ReturnType<typeof askCups> {
    const { server = cupsServer() } = this.#options;
    return askCups(server, { path: this.#path, deadlineMs: ASK_MS, ...request, ...over });
  }
}

function outcomeOf(jobState: number, { trouble, isHalted }: QueueState): FormOutcome {
  const reason = trouble ?? (isHalted ? 'stopped' : undefined);
  if (jobState === JOB_COMPLETED && reason === undefined) return { state: 'confirmed' };
  return { state: 'unknown', reason: reason ?? 'fault' };
}
