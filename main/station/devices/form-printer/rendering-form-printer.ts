import type { FormJob, FormOutcome, FormPrinter, FormPrinterStatus } from './port.ts';
import type { PageRenderer, RenderFault } from './page-renderer.ts';

/** Where finished pages go. */
export interface FormOutlet {
  readonly simulated: boolean;
  /** Never rejects. */
  status(signal: AbortSignal): Promise<FormPrinterStatus>;
  /** What keeps a form from being handed over at all. Never rejects. */
  readiness(signal: AbortSignal): Promise<FormPrinterStatus>;
  /** Never rejects. `signal`: the station ends, and nobody waits any more. */
  deliver(pdf: Buffer, job: FormJob, signal: AbortSignal): Promise<FormOutcome>;
}

/** A form printer made of two halves: what makes the pages, and where they go. */
export class RenderingFormPrinter implements FormPrinter {
  readonly #renderer: PageRenderer;
  readonly #outlet: FormOutlet;
  readonly #end = new AbortController();
  #printing: Promise<FormOutcome> | undefined;

  constructor(renderer: PageRenderer, outlet: FormOutlet) {
    this.#renderer = renderer;
    this.#outlet = outlet;
  }

  get simulated(): boolean {
    return this.#outlet.simulated;
  }

  status(): Promise<FormPrinterStatus> {
    if (this.#printing !== undefined) return Promise.resolve({ state: 'busy' });
    return this.#look();
  }

  print(job: FormJob): Promise<FormOutcome> {
    if (this.#printing !== undefined) {
      return Promise.resolve({ state: 'refused', status: { state: 'busy' } });
    }
    const printing = this.#print(job).finally(() => (this.#printing = undefined));
    this.#printing = printing;
    return printing;
  }

  async close(): Promise<void> {
    this.#end.abort();
    await this.#printing;
  }

  #look(): Promise<FormPrinterStatus> {
    if (!this.#renderer.isThere()) {
      return Promise.resolve({ state: 'unavailable', reason: 'no-renderer' });
    }
    return this.#outlet.status(this.#end.signal);
  }

  async #print(job: FormJob): Promise<FormOutcome> {
    const { signal } = this.#end;
    if (!this.#renderer.isThere()) return refusal('no-renderer');
    const status = await this.#outlet.readiness(signal);
    if (status.state !== 'ready') return { state: 'refused', status };
    const pages = await this.#renderer.render(job.html, signal);
    if (!pages.ok) return refusal(pages.error);
    return this.#outlet.deliver(pages.value, job, signal);
  }
}

function refusal(fault: RenderFault): FormOutcome {
  const reason = fault === 'render-failed' ? 'fault' : fault;
  return { state: 'refused', status: { state: 'unavailable', reason } };
}
