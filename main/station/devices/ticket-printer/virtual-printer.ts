import { EscPosDecoder } from './esc-pos/decoder.ts';
import { describeMark, PaperView, type PaperMark } from './esc-pos/paper-view.ts';
import type {
  PrinterStatus,
  PrinterTrouble,
  PrintJob,
  PrintOutcome,
  PrintStep,
  TicketPrinter,
} from './port.ts';

export interface VirtualPaper {
  readonly jobId: string;
  readonly bytes: Uint8Array;
  readonly marks: readonly PaperMark[];
  /** What a person would read, line by line. */
  readonly text: string;
}

/** Papers a virtual printer remembers: a demonstration may run for weeks. */
const KEPT_PAPERS = 200;

/** The virtual twin: ships with the product for training, demonstrations and tests, and fails on cue. */
export class VirtualPrinter implements TicketPrinter {
  readonly simulated = true;
  readonly #papers: VirtualPaper[] = [];
  readonly #listeners = new Set<(paper: VirtualPaper) => void>();
  #trouble: PrinterTrouble | undefined;
  #paperLow = false;
  #pullCableAfterBytes: number | undefined;
  #settleLate: ((answer: 'confirmed' | 'none') => void) | undefined;

  /** Everything that came out, oldest first; also half a ticket. */
  get papers(): readonly VirtualPaper[] {
    return this.#papers;
  }

  /** Called for every paper that comes out; answers its own end. */
  onPaper(listener: (paper: VirtualPaper) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  breakNow(trouble: PrinterTrouble): void {
    this.#trouble = trouble;
  }

  /** Well again. A ticket that got stuck in it is confirmed late. */
  repair(): void {
    this.#trouble = undefined;
    this.#settleLate?.('confirmed');
  }

  setPaperLow(low: boolean): void {
    this.#paperLow = low;
  }

  /** In the next ticket: the cable comes out after so many bytes. Nobody will know how much was printed. */
  pullCableAfter(bytes: number): void {
    this.#pullCableAfterBytes = bytes;
  }

  status(): Promise<PrinterStatus> {
    return Promise.resolve(this.#statusNow());
  }

  print(job: PrintJob, progress: (step: PrintStep) => void = () => {}): Promise<PrintOutcome> {
    // A rejected promise, never a throw, when `progress` fails.
    return Promise.resolve().then(() => this.#printNow(job, progress));
  }

  close(): Promise<void> {
    this.#settleLate?.('none');
    return Promise.resolve();
  }

  #statusNow(): PrinterStatus {
    if (this.#trouble !== undefined) return { state: 'unavailable', reason: this.#trouble };
    return { state: 'ready', paperLow: this.#paperLow };
  }

  #printNow(job: PrintJob, progress: (step: PrintStep) => void): PrintOutcome {
    const status = this.#statusNow();
    if (status.state !== 'ready' && this.#trouble !== 'silent') return { state: 'refused', status };
    progress('sending');
    const cut = this.#pullCableAfterBytes;
    this.#pullCableAfterBytes = undefined;
    this.#comeOut(job, cut === undefined ? job.bytes : job.bytes.subarray(0, cut));
    if (cut !== undefined) {
      this.#trouble = 'disconnected';
      return { state: 'unknown', reason: 'disconnected', late: Promise.resolve('none') };
    }
    progress('sent');
    if (this.#trouble === 'silent') return { state: 'unknown', reason: 'silent', late: this.#late() };
    return { state: 'confirmed' };
  }

  #late(): Promise<'confirmed' | 'none'> {
    return new Promise((resolve) => (this.#settleLate = resolve));
  }

  #comeOut(job: PrintJob, bytes: Uint8Array): void {
    const view = new PaperView();
    for (const op of new EscPosDecoder().push(bytes)) view.apply(op);
    const marks = [...view.marks];
    const paper = { jobId: job.jobId, bytes, marks, text: marks.map(describeMark).join('\n') };
    this.#papers.push(paper);
    if (this.#papers.length > KEPT_PAPERS) this.#papers.shift();
    for (const listener of this.#listeners) listener(paper);
  }
}
