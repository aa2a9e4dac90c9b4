import { err, ok, type Result } from '../../../../../preload/contracts/result.ts';
import { askCups, cupsServer, type CupsFault, type CupsServer } from './cups-server.ts';
import type { IppAnswer, IppAttribute, IppRequest } from './ipp-message.ts';
import { queueState, type QueueState } from './queue-state.ts';

const ASK_MS = 3_000;
const HAND_OVER_MS = 20_000;
/** RFC 8011 appendix B. */
const FAILED = 0x0400;
const NOT_ACCEPTING = 0x0506;

export interface CupsQueueOptions {
  readonly queue: string;
  /** In whose name jobs are handed over: each station's own, so that it finds what is its own again. */
  readonly user: string;
  readonly server?: CupsServer | undefined;
}

/** `unreachable`: no byte got there. `no-answer`: it may have got there. The others: the service took nothing. */
export type HandOverFault = CupsFault | 'not-accepting' | 'not-taken';

/** One queue of the print service, and what is asked of it. Nothing here rejects. */
export class CupsQueue {
  readonly #options: CupsQueueOptions;
  readonly #path: string;
  readonly #printer: IppAttribute;
  readonly #user: IppAttribute;

  constructor(options: CupsQueueOptions) {
    this.#options = options;
    this.#path = `/printers/${encodeURIComponent(options.queue)}`;
    this.#printer = ['uri', 'printer-uri', `ipp://localhost${this.#path}`];
    this.#user = ['name', 'requesting-user-name', options.user];
  }

  /** `undefined`: the service is away, or has no such queue. */
  async state(signal: AbortSignal): Promise<QueueState | undefined> {
    const told = await this.#ask({
      operation: 'getPrinterAttributes',
      attributes: [...this.#asking('printer-state', 'printer-state-reasons', 'printer-is-accepting-jobs')],
      signal,
    });
    return told.ok && told.value.status < FAILED ? queueState(told.value) : undefined;
  }

  /** The number under which the service has the job. `title` stands in the list of jobs. */
  async handOver(
    { title, pdf }: { readonly title: string; readonly pdf: Buffer },
    signal: AbortSignal,
  ): Promise<Result<number, HandOverFault>> {
    const taken = await this.#ask({
      operation: 'printJob',
      attributes: [
        this.#printer,
        this.#user,
        ['name', 'job-name', title],
        ['mime', 'document-format', 'application/pdf'],
      ],
      jobAttributes: [['keyword', 'media', 'iso_a4_210x297mm']],
      ...{ document: pdf, deadlineMs: HAND_OVER_MS, signal },
    });
    if (!taken.ok) return taken;
    const { status, attributes } = taken.value;
    if (status >= FAILED) return err(status === NOT_ACCEPTING ? 'not-accepting' : 'not-taken');
    const jobId = attributes.get('job-id')?.[0];
    return typeof jobId === 'number' ? ok(jobId) : err('no-answer');
  }

  /** RFC 8011 section 5.3.7. */
  async jobState(jobId: number, signal: AbortSignal): Promise<number | undefined> {
    const told = await this.#ask({
      operation: 'getJobAttributes',
      attributes: [...this.#job(jobId), ['keyword', 'requested-attributes', 'job-state']],
      signal,
    });
    const state = told.ok ? told.value.attributes.get('job-state')?.[0] : undefined;
    return typeof state === 'number' ? state : undefined;
  }

  /** The jobs of this user that the service still has, ended ones too. `undefined`: it did not say. */
  async ownJobs(): Promise<number[] | undefined> {
    const told = await this.#ask({
      operation: 'getJobs',
      attributes: [...this.#asking('job-id'), ['boolean', 'my-jobs', true], ['keyword', 'which-jobs', 'all']],
    });
    if (!told.ok || told.value.status >= FAILED) return undefined;
    return (told.value.attributes.get('job-id') ?? []).filter((id) => typeof id === 'number');
  }

  /** The job goes, with its document. False: the service did not say that it did. */
  async purge(jobId: number): Promise<boolean> {
    const told = await this.#ask({
      operation: 'cancelJob',
      attributes: [...this.#job(jobId), ['boolean', 'purge-job', true]],
    });
    return told.ok && told.value.status < FAILED;
  }

  #job(jobId: number): IppAttribute[] {
    return [this.#printer, ['integer', 'job-id', jobId], this.#user];
  }

  #asking(...names: readonly string[]): IppAttribute[] {
    return [this.#printer, this.#user, ['keyword', 'requested-attributes', ...names]];
  }

  #ask(
    question: IppRequest & {
      readonly document?: Buffer;
      readonly deadlineMs?: number;
      readonly signal?: AbortSignal;
    },
  ): Promise<Result<IppAnswer, CupsFault>> {
    const { server = cupsServer() } = this.#options;
    return askCups(server, { path: this.#path, deadlineMs: ASK_MS, ...question });
  }
}
