import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../../foundation/clock.ts';
import type { FormOutcome, FormPrinterStatus, FormPrinterTrouble } from './port.ts';
import type { FormOutlet } from './rendering-form-printer.ts';

/** Forms that are kept: training may run for weeks. */
const KEPT_FORMS = 50;

/**
 * The virtual twin: every form becomes a PDF file in `folder`, which only the station's own user can read. Fails on cue. Its
 * files stay, which is what it is for: the people on them are invented.
 */
export class VirtualOutlet implements FormOutlet {
  readonly simulated = true;
  readonly folder: string;
  readonly #clock: Clock;
  #trouble: FormPrinterTrouble | undefined;
  #stopsInNext: FormPrinterTrouble | undefined;
  #count = 0;

  constructor({ folder, clock }: { readonly folder: string; readonly clock: Clock }) {
    this.folder = folder;
    this.#clock = clock;
  }

  breakNow(trouble: FormPrinterTrouble): void {
    this.#trouble = trouble;
  }

  /** In the next form: it is handed over, then this happens, and nobody knows what stands on paper. */
  breakInNext(trouble: FormPrinterTrouble): void {
    this.#stopsInNext = trouble;
  }

  repair(): void {
    this.#trouble = undefined;
  }

  status(): Promise<FormPrinterStatus> {
    return Promise.resolve(this.#statusNow());
  }

  readiness(): Promise<FormPrinterStatus> {
    return this.status();
  }

  async deliver(pdf: Buffer): Promise<FormOutcome> {
    const status = this.#statusNow();
    if (status.state !== 'ready') return { state: 'refused', status };
    const broken = this.#stopsInNext;
    this.#stopsInNext = undefined;
    if (broken !== undefined) {
      this.#trouble = broken;
      return { state: 'unknown', reason: broken };
    }
    if (await this.#keep(pdf)) return { state: 'confirmed' };
    return { state: 'refused', status: { state: 'unavailable', reason: 'fault' } };
  }

  #statusNow(): FormPrinterStatus {
    if (this.#trouble === undefined) return { state: 'ready' };
    return { state: 'unavailable', reason: this.#trouble };
  }

  /** False when the disk does not take it. */
  async #keep(pdf: Buffer): Promise<boolean> {
    this.#count += 1;
    const time = new Date(this.#clock.nowMs()).toISOString().replaceAll(':', '-');
    const file = `${time}-${String(this.#count).padStart(4, '0')}.pdf`;
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      await writeFile(join(this.folder, file), pdf, { mode: 0o600 });
      const files = (await readdir(this.folder)).filter((name) => name.endsWith('.pdf')).sort();
      for (const old of files.slice(0, -KEPT_FORMS)) await rm(join(this.folder, old), { force: true });
      return true;
    } catch {
      return false;
    }
  }
}
