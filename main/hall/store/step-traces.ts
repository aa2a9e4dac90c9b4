import type { PriorityClass } from '../../../preload/contracts/priority.ts';

/** Running mean and spread of a service's time. */
export interface Spread {
  readonly count: number;
  readonly mean: number;
  readonly m2: number;
}

/** One measurement, and what was known of the service around it. */
export interface Measured {
  readonly serviceCode: string;
  readonly minutes: number;
  /** Null: nothing was known yet. */
  readonly before: Spread | null;
  readonly after: Spread;
}

/** What a step changed beside its own ticket: undoing it needs to know. */
export interface StepTraces {
  /** The queue's memory before a call. */
  readonly calls?: { readonly inARow: number; readonly lastCall: number };
  /** Who was held back and came one call nearer. */
  readonly nearer?: readonly string[];
  readonly measured?: Measured;
}

/** A ticket before a step. */
export interface TicketBefore {
  readonly priorityClass: PriorityClass;
  /** Its rows, as JSON: see `keptRows`. */
  readonly rows: string;
}
