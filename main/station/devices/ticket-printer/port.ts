/** What a printer says of itself: may it be used, if not why, must somebody come. */
export type PrinterStatus =
  | { readonly state: 'ready'; readonly paperLow: boolean }
  | { readonly state: 'busy' }
  | { readonly state: 'unavailable'; readonly reason: PrinterTrouble };

/** `silent`: connected, answers no question. It may print all the same, but nobody can know. */
export type PrinterTrouble = 'disconnected' | 'no-paper' | 'cover-open' | 'fault' | 'silent';

export type UnknownReason = PrinterTrouble | 'no-answer';

export type PrintOutcome =
  /** The printer said that everything up to the cut left its buffer. */
  | { readonly state: 'confirmed' }
  /**
   * The first byte went out and nobody knows what stands on paper. Never send the job again by itself.
   * `late` says whether the printer confirmed after all, once paper was changed; it never rejects.
   */
  | { readonly state: 'unknown'; readonly reason: UnknownReason; readonly late: Promise<LateAnswer> }
  /** Not a single byte of the ticket went out: trying again cannot give a second paper. */
  | { readonly state: 'refused'; readonly status: PrinterStatus };

export type LateAnswer = 'confirmed' | 'none';

/** `sending`: told before the first byte, so that it can be made durable. `sent`: the last byte was handed over. */
export type PrintStep = 'sending' | 'sent';

export interface PrintJob {
  readonly jobId: string;
  readonly bytes: Uint8Array;
}

export interface TicketPrinter {
  /** True for the virtual twin: screens and logs must say so. */
  readonly simulated: boolean;
  /** Never rejects: a missing cable is a status, not an exception. */
  status(): Promise<PrinterStatus>;
  /**
   * Rejects only when `progress` throws, and then nothing more of the ticket is sent; device trouble is an outcome.
   * One job at a time: a second one is refused as `busy` until the first is settled.
   */
  print(job: PrintJob, progress?: (step: PrintStep) => void): Promise<PrintOutcome>;
  /** Lets go of the line and of every timer. A job that is under way ends as `unknown`. */
  close(): Promise<void>;
}
