import { randomUUID } from 'node:crypto';
import { MOST_PRINTS_OF_A_FORM, type FormPrintView } from '../../../preload/contracts/station/form-rows.ts';
import type { FormJob, FormOutcome, FormPrinter } from '../devices/form-printer/index.ts';

type Settled = Exclude<FormPrintView['state'], 'printing'>;

export interface FormPrinted {
  readonly printState: Settled;
  readonly reason: string | null;
}

/**
 * The forms of one visit: which one is being printed, and how often each came out. Knows no person; what it knows goes with
 * the visit.
 */
export class FormPrints {
  readonly #onChange: () => void;
  #visitId: string | undefined;
  #newest: FormPrintView | undefined;
  readonly #prints = new Map<string, number>();

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Of this visit; null where nothing was asked for. */
  view(visitId: string | undefined): FormPrintView | null {
    return visitId === undefined || visitId !== this.#visitId ? null : (this.#newest ?? null);
  }

  /** How often a form came out, or may have, in this visit. */
  printsOf(visitId: string, formId: string): number {
    return visitId === this.#visitId ? (this.#prints.get(formId) ?? 0) : 0;
  }

  mayPrint(visitId: string, formId: string): boolean {
    return this.printsOf(visitId, formId) < MOST_PRINTS_OF_A_FORM;
  }

  /** Hands one form to the printer, and tells the page how it goes. `undefined`: this PC has none. */
  async print(
    visitId: string,
    formId: string,
    { printer, job }: { printer: FormPrinter | undefined; job: Omit<FormJob, 'jobId'> },
  ): Promise<FormPrinted> {
    if (visitId !== this.#visitId) this.#begin(visitId);
    this.#note(visitId, { formId, state: 'printing', reason: null, prints: this.printsOf(visitId, formId) });
    const printed = settled(await printer?.print({ jobId: randomUUID(), ...job }));
    if (visitId === this.#visitId && printed.printState !== 'refused')
      this.#prints.set(formId, this.printsOf(visitId, formId) + 1);
    const prints = this.printsOf(visitId, formId);
    this.#note(visitId, { formId, state: printed.printState, reason: printed.reason, prints });
    return printed;
  }

  #begin(visitId: string): void {
    this.#visitId = visitId;
    this.#newest = undefined;
    this.#prints.clear();
  }

  /** Nothing of a visit that is over is shown to the next person. */
  #note(visitId: string, view: FormPrintView): void {
    if (visitId !== this.#visitId) return;
    this.#newest = view;
    this.#onChange();
  }
}

function settled(outcome: FormOutcome | undefined): FormPrinted {
  if (outcome === undefined) return { printState: 'refused', reason: 'none' };
  switch (outcome.state) {
    case 'confirmed':
      return { printState: 'confirmed', reason: null };
    case 'unknown':
      return { printState: 'unknown', reason: outcome.reason };
    case 'refused': {
      const { status } = outcome;
      return { printState: 'refused', reason: status.state === 'unavailable' ? status.reason : status.state };
    }
  }
}
