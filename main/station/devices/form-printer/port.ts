/**
 * Why a form cannot be printed. `stopped`: the system's queue was halted and says no more. `no-renderer`: nothing on this
 * PC can make a page of it.
 */
export type FormPrinterTrouble =
  'disconnected' | 'no-paper' | 'cover-open' | 'stopped' | 'fault' | 'no-renderer';

export type FormPrinterStatus =
  | { readonly state: 'ready' }
  | { readonly state: 'busy' }
  | { readonly state: 'unavailable'; readonly reason: FormPrinterTrouble };

export type FormOutcome =
  /** The printer itself said that the pages are out. */
  | { readonly state: 'confirmed' }
  /** It was handed over and nobody can say what stands on paper; it is not sent again by itself. */
  | { readonly state: 'unknown'; readonly reason: FormPrinterTrouble | 'no-answer' }
  /** Nothing was handed over. */
  | { readonly state: 'refused'; readonly status: FormPrinterStatus };

/** One form on A4. */
export interface FormJob {
  readonly jobId: string;
  /** Stands in the printer's list of jobs: says nothing of a person. */
  readonly title: string;
  /** A whole page with its styles; loads nothing from elsewhere and runs no script. */
  readonly html: string;
}

/** Prints forms on A4. */
export interface FormPrinter {
  /** True for the virtual twin: screens and logs must say so. */
  readonly simulated: boolean;
  /** Never rejects: a missing cable is a status. */
  status(): Promise<FormPrinterStatus>;
  /** Never rejects. One form at a time: a second one is refused as `busy`. Leaves nothing of the form on this PC. */
  print(job: FormJob): Promise<FormOutcome>;
  close(): Promise<void>;
}
