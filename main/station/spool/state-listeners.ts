import type { PaperState } from '../../../preload/contracts/index.ts';
import { outward, type JobState, type PrintJobRow } from './print-job.ts';
import type { SpoolLog } from './spool-log.ts';

export interface PrintStateChange {
  readonly ticketId: string;
  readonly jobId: string;
  readonly number: string;
  readonly reprint: boolean;
  readonly state: PaperState;
  /** Why nobody knows, when the state is `unknown`; why the printer does not take it, when it is `pending`. */
  readonly reason: string | null;
}

export function stateChange(job: PrintJobRow, state: JobState, reason: string | null): PrintStateChange {
  const { ticketId, jobId, number, copy } = job;
  return { ticketId, jobId, number, reprint: copy > 0, state: outward(state), reason };
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
    const change = stateChange(job, state, reason);
    for (const listener of this.#listeners) {
      try {
        listener(change);
      } catch (failure) {
        this.#log?.warn({ jobId: job.jobId, failure: String(failure) }, 'print state listener failed');
      }
    }
  }
}
