import { err, ok, type PaperState, type Result } from '../../../preload/contracts/index.ts';
import type { Clock } from '../../foundation/clock.ts';
import { classifyDatabaseError, type DatabaseFault } from '../../foundation/sqlite/classify-error.ts';
import type { Database } from '../../foundation/sqlite/open-database.ts';
import type {
  StepCardPaper,
  TicketPaper,
  TicketPrinter,
  TicketRenderer,
} from '../devices/ticket-printer/index.ts';
import { Delivery } from './delivery.ts';
import type { SpoolLog } from './spool-log.ts';
import { outward, type PrintJobRow } from './print-job.ts';
import { createPrintJobStore, type NewPrintJob } from './print-job-store.ts';
import {
  StateListeners,
  ticketChange,
  type PrintStateChange,
  type TicketPrintChange,
} from './state-listeners.ts';
import { storedTicket } from './stored-paper.ts';

export interface SpoolOptions {
  /** Opened with `spoolMigrations`. The spool does not close it. */
  readonly database: Database;
  readonly printer: TicketPrinter;
  readonly render: TicketRenderer;
  readonly clock: Clock;
  readonly log?: SpoolLog;
  readonly onState?: (change: PrintStateChange) => void;
}

export type ReprintError =
  | { readonly kind: 'no-such-ticket' }
  /** Its content was wiped after the service day. */
  | { readonly kind: 'paper-forgotten' }
  | DatabaseFault;

export interface PrintSpool {
  /** The first paper of a ticket. Asked again for the same ticket, it answers the state and prints nothing more. */
  enqueue(job: { jobId: string; ticketId: string; paper: TicketPaper }): Result<PaperState, DatabaseFault>;
  /** One more paper of the same number, marked 补打. While a paper is still on its way, that one is the answer. */
  reprint(ticketId: string): Result<PaperState, ReprintError>;
  /** A step card, at most one at a time: while one is on its way, that one is the answer. So is one with this id. */
  enqueueStepCard(job: { jobId: string; paper: StepCardPaper }): Result<PaperState, DatabaseFault>;
  /** Of the newest paper of the ticket; undefined for a ticket that the spool never had. */
  state(ticketId: string): PaperState | undefined;
  /** How the newest paper of each ticket stands, of all that changed since. Throws what a failing disk throws. */
  changedSince(ms: number): readonly TicketPrintChange[];
  subscribe(listener: (change: PrintStateChange) => void): () => void;
  /** What a restart found half done becomes `unknown`; what was queued is printed. */
  start(): void;
  /** Returns when the job under way is settled. What is queued stays queued. */
  stop(): Promise<void>;
}

/** The durable print spool of one station: save first, print second; never twice by itself. */
export function createSpool(options: SpoolOptions): PrintSpool {
  const { clock } = options;
  const store = createPrintJobStore(options.database);
  const listeners = new StateListeners(options.onState, options.log);
  const delivery = new Delivery({ ...options, store, tell: (...facts) => listeners.tell(...facts) });

  const add = (job: NewPrintJob): Result<PaperState, never> => {
    store.insert(job, clock.nowMs());
    listeners.tell({ ...job, state: 'queued' }, 'queued', delivery.refusal ?? null);
    delivery.wake();
    return ok(outward('queued'));
  };
  const addTicket = (ticketId: string, jobId: string, copy: number, paper: TicketPaper) =>
    add({ kind: 'ticket', jobId, ticketId, number: paper.number, copy, paper: JSON.stringify(paper) });

  return {
    enqueue: ({ jobId, ticketId, paper }) =>
      guarded(() => {
        const newest = store.newestOfTicket(ticketId);
        return newest
          ? ok(outward(newest.state))
          : addTicket(ticketId, jobId, 0, { ...paper, reprint: false });
      }),
    reprint: (ticketId) =>
      guarded<PaperState, ReprintError>(() => {
        const newest = store.newestOfTicket(ticketId);
        if (newest === undefined) return err({ kind: 'no-such-ticket' });
        if (isUnderWay(newest)) return ok(outward(newest.state));
        if (newest.paper === null) return err({ kind: 'paper-forgotten' });
        const copy = newest.copy + 1;
        const paper = storedTicket.parse(JSON.parse(newest.paper));
        return addTicket(ticketId, `${ticketId}:copy-${copy}`, copy, { ...paper, reprint: true });
      }),
    enqueueStepCard: ({ jobId, paper }) =>
      guarded(() => {
        const newest = store.newestStepCard();
        const known = store.ofId(jobId) ?? (newest !== undefined && isUnderWay(newest) ? newest : undefined);
        if (known !== undefined) return ok(outward(known.state));
        const none = { ticketId: null, number: null, copy: 0 };
        return add({ kind: 'step-card', jobId, ...none, paper: JSON.stringify(paper) });
      }),
    state: (ticketId) => {
      const newest = store.newestOfTicket(ticketId);
      return newest && outward(newest.state);
    },
    changedSince: (ms) => store.newestChangedSince(ms).map((job) => ticketChange(job, job.state, job.reason)),
    subscribe: (listener) => listeners.subscribe(listener),
    start: () => delivery.start(),
    stop: () => delivery.stop(),
  };
}

const isUnderWay = ({ state }: PrintJobRow): boolean => state !== 'confirmed' && state !== 'unknown';

function guarded<T, E>(work: () => Result<T, E>): Result<T, E | DatabaseFault> {
  try {
    return work();
  } catch (error) {
    const fault = classifyDatabaseError(error);
    if (fault === undefined) throw error;
    return err(fault);
  }
}
