import { err, ok, type PaperState, type Result } from '../../../preload/contracts/index.ts';
import type { Clock } from '../../foundation/clock.ts';
import { classifyDatabaseError, type DatabaseFault } from '../../foundation/sqlite/classify-error.ts';
import type { Database } from '../../foundation/sqlite/open-database.ts';
import type { TicketPaper, TicketPrinter, TicketRenderer } from '../devices/ticket-printer/index.ts';
import { Delivery } from './delivery.ts';
import type { SpoolLog } from './spool-log.ts';
import { outward, storedPaper } from './print-job.ts';
import { createPrintJobStore } from './print-job-store.ts';
import { stateChange, StateListeners, type PrintStateChange } from './state-listeners.ts';

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
  /** Of the newest paper of the ticket; undefined for a ticket that the spool never had. */
  state(ticketId: string): PaperState | undefined;
  /** How the newest paper of each ticket stands, of all that changed since. Throws what a failing disk throws. */
  changedSince(ms: number): readonly PrintStateChange[];
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

  const add = (
    ticketId: string,
    jobId: string,
    copy: number,
    paper: TicketPaper,
  ): Result<PaperState, never> => {
    const job = { jobId, ticketId, number: paper.number, copy, paper: JSON.stringify(paper) };
    store.insert(job, clock.nowMs());
    listeners.tell({ ...job, state: 'queued' }, 'queued', delivery.refusal ?? null);
    delivery.wake();
    return ok(outward('queued'));
  };

  return {
    enqueue: ({ jobId, ticketId, paper }) =>
      guarded(() => {
        const newest = store.newestOfTicket(ticketId);
        return newest ? ok(outward(newest.state)) : add(ticketId, jobId, 0, { ...paper, reprint: false });
      }),
    reprint: (ticketId) =>
      guarded<PaperState, ReprintError>(() => {
        const newest = store.newestOfTicket(ticketId);
        if (newest === undefined) return err({ kind: 'no-such-ticket' });
        if (newest.state !== 'confirmed' && newest.state !== 'unknown') return ok(outward(newest.state));
        if (newest.paper === null) return err({ kind: 'paper-forgotten' });
        const copy = newest.copy + 1;
        const paper = storedPaper.parse(JSON.parse(newest.paper));
        return add(ticketId, `${ticketId}:copy-${copy}`, copy, { ...paper, reprint: true });
      }),
    state: (ticketId) => {
      const newest = store.newestOfTicket(ticketId);
      return newest && outward(newest.state);
    },
    changedSince: (ms) => store.newestChangedSince(ms).map((job) => stateChange(job, job.state, job.reason)),
    subscribe: (listener) => listeners.subscribe(listener),
    start: () => delivery.start(),
    stop: () => delivery.stop(),
  };
}

function guarded<T, E>(work: () => Result<T, E>): Result<T, E | DatabaseFault> {
  try {
    return work();
  } catch (error) {
    const fault = classifyDatabaseError(error);
    if (fault === undefined) throw error;
    return err(fault);
  }
}
