import { err, type Result } from '../../../../../preload/contracts/result.ts';
import type { LinkFailure, PrinterLink } from '../links/printer-link.ts';
import type { Timers } from '../timers.ts';
import { AnswerReader, type PrinterAnswer } from './answer-reader.ts';
import { statusQuestion, type StatusQuery } from './status-bytes.ts';

/** A printer that is alive answers DLE EOT in a few milliseconds, also while it prints. */
export const STATUS_ANSWER_MS = 500;
/** GS r 1: queued behind the ticket; its answer means that everything before was taken out of the buffer. */
const FENCE = Uint8Array.of(0x1d, 0x72, 0x01);

/** A talk with a printer over one open line: questions one at a time, a ticket with its fence. */
export class Conversation {
  readonly #link: PrinterLink;
  readonly #timers: Timers;
  readonly #reader = new AnswerReader();
  readonly #waiting = new Set<{ wants: PrinterAnswer['kind']; wake: (answer?: PrinterAnswer) => void }>();
  #fenceSet = false;
  #fenceSeen = false;
  #everAnswered = false;
  #lost: LinkFailure | undefined;

  constructor(link: PrinterLink, timers: Timers) {
    this.#link = link;
    this.#timers = timers;
    link.listen({ bytes: (chunk) => this.#hear(chunk), lost: (failure) => this.#lose(failure) });
  }

  get lost(): LinkFailure | undefined {
    return this.#lost;
  }

  get everAnswered(): boolean {
    return this.#everAnswered;
  }

  get fenceSeen(): boolean {
    return this.#fenceSeen;
  }

  /** The answer byte, or undefined after 500 ms: unknown, never "fine". */
  async ask(query: StatusQuery): Promise<number | undefined> {
    if (this.#lost !== undefined) return undefined;
    const answer = this.#next('status', STATUS_ANSWER_MS);
    void this.#write(statusQuestion(query));
    const heard = await answer;
    return heard?.kind === 'status' ? heard.byte : undefined;
  }

  /** Hands over a ticket with its fence. Answers to earlier fences are forgotten here. Gives up after `ms`. */
  async send(ticket: Uint8Array, ms: number): Promise<Result<void, LinkFailure>> {
    this.#fenceSet = true;
    this.#fenceSeen = false;
    const written = this.#write(Buffer.concat([ticket, FENCE]));
    let cancel = (): void => {};
    const tooLong = new Promise<Result<void, LinkFailure>>((resolve) => {
      cancel = this.#timers.after(ms, () => resolve(err({ kind: 'busy', detail: 'takes no more bytes' })));
    });
    const result = await Promise.race([written, tooLong]);
    cancel();
    return result;
  }

  /** True as soon as the fence has been answered, false after `ms` or when the line is lost. */
  async fence(ms: number): Promise<boolean> {
    if (!this.#fenceSeen && this.#lost === undefined) await this.#next('fence', ms);
    return this.#fenceSeen;
  }

  async close(): Promise<void> {
    this.#lose({ kind: 'lost', detail: 'closed by us' });
    await this.#link.close();
  }

  /** Some lines tell of a hang-up only when they are written to. */
  async #write(bytes: Uint8Array): Promise<Result<void, LinkFailure>> {
    const written = await this.#link.write(bytes);
    if (!written.ok) this.#lose(written.error);
    return written;
  }

  #next(wants: PrinterAnswer['kind'], ms: number): Promise<PrinterAnswer | undefined> {
    return new Promise((resolve) => {
      const waiter = {
        wants,
        wake: (answer?: PrinterAnswer): void => {
          cancel();
          this.#waiting.delete(waiter);
          resolve(answer);
        },
      };
      const cancel = this.#timers.after(ms, () => waiter.wake());
      this.#waiting.add(waiter);
    });
  }

  #hear(chunk: Uint8Array): void {
    for (const answer of this.#reader.read(chunk)) {
      this.#everAnswered = true;
      if (answer.kind === 'fence' && this.#fenceSet) this.#fenceSeen = true;
      for (const waiter of [...this.#waiting]) if (waiter.wants === answer.kind) waiter.wake(answer);
    }
  }

  #lose(failure: LinkFailure): void {
    this.#lost ??= failure;
    for (const waiter of [...this.#waiting]) waiter.wake();
  }
}
