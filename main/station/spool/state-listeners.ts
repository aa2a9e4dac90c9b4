import type { PaperState } from '../../../preload/contracts/index.ts';
import { outward, type JobState, type PrintJobRow, type TicketJobRow } from './print-job.ts';
import type { SpoolLog } from './spool-log.ts';

interface StateOfPaper {
  readonly jobId: string;
  readonly state: PaperState;
  /** Why nobody knows, when the state is `unknown`; why the printer does not take it, when it is `pending`. */
  readonly reason: string | null;
}
export interface TicketPrintChange extends StateOfPaper {
  readonly kind: 'ticket';
  readonly ticketId: string;
  readonly number: string;
  readonly reprint: boolean;
}
/** The hall hears nothing of it: no ticket goes with it. */
export interface StepCardPrintChange extends StateOfPaper {
  readonly kind: 'step-card';
}
export type PrintStateChange = TicketPrintChange | StepCardPrintChange;

export function ticketChange(job: TicketJobRow, state: JobState, reason: string | null): TicketPrintChange {
  const { kind, ticketId, jobId, number, copy } = job;
  return { kind, ticketId, jobId, number, reprint: copy > 0, state: outward(state), reason };
}

function changeOf(job: PrintJobRow, state: JobState, reason: string | null): PrintStateChange {
  if (job.kind === 'ticket') return ticketChange(job, state, reason);
  return { kind: job.kind, jobId: job.jobId, state: outward(state), reason };
}

type Listener = (change: PrintStateChange) => void;

/** Who hears of print states. A listener that fails is a bug in the listener and never holds up a ticket. */
export class StateListeners {
  readonly #listeners = new Set<Listener>();
  readonly #log: SpoolLog | undefined;

  constructor(first: Listener | undefined, log: SpoolLog | undefined) {
    if (first) this.#listeners.add(first);
    this.#log = log;
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  tell(job: PrintJobRow, state: JobState, reason: string | null = null): void {
    const change = changeOf(job, state, reason);
    for (const listener of this.#listeners) {
      try {
        listener(change);
      } catch (failure) {
        this.#log?.warn({ jobId: job.jobId, failure: String(failure) }, 'print state listener failed');
      }
    }
  }
}
