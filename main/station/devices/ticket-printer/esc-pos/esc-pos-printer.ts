import type { OpenLink } from '../links/printer-link.ts';
import type {
  LateAnswer,
  PrinterStatus,
  PrintJob,
  PrintOutcome,
  PrintStep,
  TicketPrinter,
  UnknownReason,
} from '../port.ts';
import { systemTimers, type Timers } from '../timers.ts';
import { Conversation } from './conversation.ts';
import { waitForLateFence } from './late-fence.ts';
import { readStatus } from './read-status.ts';

/** The longest a ticket may take from its last byte to the cut. */
const FENCE_MS = 5_000;
/** The slowest line in use, 9600 baud, moves a byte in about a millisecond. */
const MS_PER_BYTE = 1.2;

const DISCONNECTED: PrinterStatus = { state: 'unavailable', reason: 'disconnected' };

/**
 * An ESC/POS printer behind any line. Before a ticket it asks DLE EOT 4, 2, 1; after it, a fence (GS r 1).
 * A printer that answers nothing at all is printed on all the same, for some models cannot answer, but the outcome is
 * `unknown` unless the fence comes. Once the first byte may have gone out, nothing is ever sent again.
 */
export class EscPosPrinter implements TicketPrinter {
  readonly simulated = false;
  readonly #open: OpenLink;
  readonly #timers: Timers;
  /** One talk at a time: also many network printers take one connection only. */
  #turn: Promise<unknown> = Promise.resolve();
  #printing = false;
  #talk: Conversation | undefined;
  /** What a printer with a stuck ticket said last; while it is set, the line is taken. */
  #stuck: PrinterStatus | undefined;
  #closed = false;

  constructor(open: OpenLink, timers: Timers = systemTimers) {
    this.#open = open;
    this.#timers = timers;
  }

  async status(): Promise<PrinterStatus> {
    if (this.#stuck !== undefined) return this.#stuck;
    if (this.#printing) return { state: 'busy' };
    return this.#inTurn(async () => {
      const talk = await this.#begin();
      if (!(talk instanceof Conversation)) return talk;
      const status = await readStatus(talk);
      await this.#leave(talk);
      return status;
    });
  }

  async print(job: PrintJob, progress: (step: PrintStep) => void = () => {}): Promise<PrintOutcome> {
    if (this.#stuck !== undefined) return { state: 'refused', status: this.#stuck };
    if (this.#printing) return { state: 'refused', status: { state: 'busy' } };
    this.#printing = true;
    try {
      return await this.#inTurn(() => this.#printNow(job, progress));
    } finally {
      this.#printing = false;
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#talk?.close();
    await this.#turn;
  }

  /** Turns follow each other; the goodbye of one is over before the next connects. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  async #begin(): Promise<Conversation | PrinterStatus> {
    if (this.#closed) return DISCONNECTED;
    const link = await this.#open();
    if (!link.ok) return link.error.kind === 'busy' ? { state: 'busy' } : DISCONNECTED;
    const talk = new Conversation(link.value, this.#timers);
    this.#talk = talk;
    if (this.#closed) await talk.close(); // closed while the line was being opened
    return talk;
  }

  async #leave(talk: Conversation): Promise<void> {
    this.#talk = undefined;
    await talk.close();
  }

  async #printNow(job: PrintJob, progress: (step: PrintStep) => void): Promise<PrintOutcome> {
    const talk = await this.#begin();
    if (!(talk instanceof Conversation)) return { state: 'refused', status: talk };
    const before = await readStatus(talk);
    if (talk.lost !== undefined || (before.state !== 'ready' && !isSilent(before))) {
      await this.#leave(talk);
      return { state: 'refused', status: before };
    }
    try {
      progress('sending');
      const sent = await talk.send(job.bytes, FENCE_MS + job.bytes.length * MS_PER_BYTE);
      if (sent.ok) progress('sent');
    } catch (failure) {
      await this.#leave(talk);
      throw failure;
    }
    return this.#outcome(talk);
  }

  async #outcome(talk: Conversation): Promise<PrintOutcome> {
    if (await talk.fence(FENCE_MS)) {
      this.#afterwards(this.#leave(talk));
      return { state: 'confirmed' };
    }
    const status = await readStatus(talk);
    const reason = whyUnknown(status);
    if (talk.lost !== undefined || !talk.everAnswered) {
      this.#afterwards(this.#leave(talk));
      return { state: 'unknown', reason, late: Promise.resolve('none') };
    }
    this.#stuck = status.state === 'ready' ? { state: 'busy' } : status;
    return { state: 'unknown', reason, late: this.#watch(talk) };
  }

  async #watch(talk: Conversation): Promise<LateAnswer> {
    const answer = await waitForLateFence(talk, (status) => {
      this.#stuck = status.state === 'ready' ? { state: 'busy' } : status;
    });
    this.#afterwards(this.#leave(talk));
    this.#stuck = undefined;
    return answer;
  }

  /** The caller has its answer; the next turn waits for the goodbye. */
  #afterwards(work: Promise<void>): void {
    this.#turn = Promise.all([this.#turn, work]);
  }
}

const isSilent = (status: PrinterStatus): boolean =>
  status.state === 'unavailable' && status.reason === 'silent';

function whyUnknown(status: PrinterStatus): UnknownReason {
  return status.state === 'unavailable' ? status.reason : 'no-answer';
}
