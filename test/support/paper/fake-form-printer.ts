import type {
  FormJob,
  FormOutcome,
  FormPrinter,
  FormPrinterStatus,
} from '../../../main/station/devices/form-printer/port.ts';

/** A form printer in the test's hands: what comes of the next form is what the test says. */
export class FakeFormPrinter implements FormPrinter {
  readonly simulated = true;
  readonly forms: FormJob[] = [];
  outcome: FormOutcome = { state: 'confirmed' };
  /** While set, a form waits for it. */
  held: Promise<void> | undefined;

  status(): Promise<FormPrinterStatus> {
    return Promise.resolve(this.outcome.state === 'refused' ? this.outcome.status : { state: 'ready' });
  }

  async print(job: FormJob): Promise<FormOutcome> {
    const { outcome } = this;
    if (outcome.state !== 'refused') this.forms.push(job);
    await this.held;
    return outcome;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
