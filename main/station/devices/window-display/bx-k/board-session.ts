import type { Clock } from '../../../../foundation/clock.ts';
import { pause } from '../../lines/pause.ts';
import type { DisplayTimings } from '../timings.ts';
import type { Conversation, Heard } from './conversation.ts';
import type { BoardErrorKind } from './errors.ts';
import type { BoardRequest } from './requests.ts';

/** The newest wish of the hall. A new object for each, so that it can be told from the one before. */
export interface Wish {
  readonly request: BoardRequest;
  /** Whether the card must have our area afterwards. */
  readonly shows: boolean;
}

/** Where the newest wish is kept; the session looks whenever it has a hand free. */
export interface WishBoard {
  readonly newest: Wish | undefined;
  /** When the card was last told to redraw, over all connections; monotonic. */
  refreshedAtMs: number;
  /** Resolves when a newer wish comes, when the signal says so, or after `ms`. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export interface SessionReport {
  /** The card answers; `done` is the wish that it has acknowledged last. */
  answering(done: Wish | undefined): void;
  /** It answers, but will not do what it is asked. */
  unwilling(refusal: BoardErrorKind): void;
  /** It obeys, and nobody sees it: switched off by its timer or by hand. */
  dark(): void;
}

export interface SessionContext {
  readonly line: Conversation;
  readonly timings: DisplayTimings;
  readonly clock: Clock;
}

type Trouble = 'silent' | 'closed';

/** Our one area on the card. */
export const OWN_AREA = 0;
const BUSY_TRIES = 3;
const SWITCHED_OFF = 2;

/**
 * One connection with a card that has answered, until it falls silent or the line is gone. Begins knowing nothing of
 * what the card shows: it may be another one than before.
 */
export class BoardSession {
  readonly #context: SessionContext;
  readonly #wishes: WishBoard;
  readonly #report: SessionReport;
  #done: Wish | undefined;
  /** A wish that the card would not carry out: tried again after the next heartbeat. */
  #putOff: Wish | undefined;
  #refusal: BoardErrorKind | undefined;
  #isDark = false;
  #heardAtMs = Number.NEGATIVE_INFINITY;
  /** An answer may still be on its way: it must not be taken for one to what is asked next. */
  #answerOwed = true;
  /**
   * Shown once more because the card did not list our area. Some cards do not list areas as the text says: it is not
   * done again before the card was seen to list what it shows.
   */
  #shownAnew = false;

  constructor(context: SessionContext, wishes: WishBoard, report: SessionReport) {
    this.#context = context;
    this.#wishes = wishes;
    this.#report = report;
  }

  async run(): Promise<Trouble> {
    while (!this.#context.line.gone.aborted) {
      const trouble = (await this.#refreshIfDue()) ?? (await this.#rest());
      if (trouble !== undefined) return trouble;
    }
    return 'closed';
  }

  get #isDue(): boolean {
    const { newest } = this.#wishes;
    return newest !== undefined && newest !== this.#done && newest !== this.#putOff;
  }

  async #refreshIfDue(): Promise<Trouble | undefined> {
    const { clock, timings, line } = this.#context;
    // The status question is the fence: answers come in order, so every older one has come when it is answered.
    if (this.#answerOwed) return this.#heartbeat();
    if (!this.#isDue) return undefined;
    const wait = this.#wishes.refreshedAtMs + timings.refreshMs - clock.monotonicMs();
    if (wait <= 0) return this.#refresh();
    await pause(wait, line.gone);
    return undefined;
  }

  /** Carries out the newest wish of this moment; a busy card is asked again, each time with the newest. */
  async #refresh(): Promise<Trouble | undefined> {
    const { clock, timings, line } = this.#context;
    for (let tries = 0; ; tries += 1) {
      const wish = this.#wishes.newest;
      if (wish === undefined) return undefined;
      const heard = await this.#ask(wish.request);
      this.#heardAtMs = this.#wishes.refreshedAtMs = clock.monotonicMs();
      if (heard.kind === 'closed') return 'closed';
      if (heard.kind === 'silence') return 'silent';
      if (heard.kind !== 'nack') return this.#settle(wish);
      if (heard.error.kind !== 'busy' || tries === BUSY_TRIES) return this.#putAside(wish, heard.error.kind);
      await pause(timings.busyMs, line.gone);
    }
  }

  #settle(wish: Wish): undefined {
    this.#done = wish;
    this.#putOff = this.#refusal = undefined;
    this.#tell();
  }

  #putAside(wish: Wish, error: BoardErrorKind): undefined {
    this.#putOff = wish;
    this.#refusal = error;
    this.#tell();
  }

  #tell(): void {
    if (this.#refusal !== undefined) this.#report.unwilling(this.#refusal);
    else if (this.#isDark) this.#report.dark();
    else this.#report.answering(this.#done);
  }

  /** Nothing to do until somebody wishes something or the heart must beat. */
  async #rest(): Promise<Trouble | undefined> {
    if (this.#answerOwed || this.#isDue) return undefined;
    const { clock, timings, line } = this.#context;
    const wait = this.#heardAtMs + timings.heartbeatMs - clock.monotonicMs();
    if (wait > 0) await this.#wishes.wait(wait, line.gone);
    const stillDue = clock.monotonicMs() - this.#heardAtMs >= timings.heartbeatMs;
    return stillDue ? this.#heartbeat() : undefined;
  }

  async #heartbeat(): Promise<Trouble | undefined> {
    this.#answerOwed = false;
    const heard = await this.#ask({ kind: 'status' });
    if (heard.kind === 'closed') return 'closed';
    if (heard.kind === 'silence') return 'silent';
    // Once more may have been asked than was answered: the second status answer is told by its shape.
    this.#answerOwed = false;
    this.#heardAtMs = this.#context.clock.monotonicMs();
    if (heard.kind === 'status') {
      this.#isDark = heard.status.onOff === SWITCHED_OFF;
      this.#compare(heard.status.dynamicAreas);
    }
    this.#tell();
    this.#putOff = undefined; // what was refused stays refused until the card has done it
    return undefined;
  }

  /** A card that lost power answers as before, and its screen is empty. */
  #compare(areas: readonly number[] | undefined): void {
    if (areas === undefined || this.#done === undefined) return;
    const isWrong = this.#done.shows !== areas.includes(OWN_AREA);
    if (isWrong && !this.#shownAnew) this.#done = undefined;
    this.#shownAnew = isWrong;
  }

  /** Asks; once more when nobody answered or the card says that our words came damaged. Every request may be repeated. */
  async #ask(request: BoardRequest): Promise<Heard> {
    const { line } = this.#context;
    const heard = await line.ask(request);
    const damaged = heard.kind === 'nack' && heard.error.kind === 'checksum';
    if (heard.kind === 'silence') this.#answerOwed = true;
    return heard.kind === 'silence' || damaged ? line.ask(request) : heard;
  }
}
