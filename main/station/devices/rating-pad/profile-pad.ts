import { systemClock, type Clock } from '../../../foundation/clock.ts';
import type { ByteLink, OpenLink } from '../lines/byte-link.ts';
import { pause } from '../lines/pause.ts';
import { PadParser, type PadPress } from './pad-parser.ts';
import type { PadProfile } from './pad-profile.ts';
import type { PadTrouble, RatingPad, RatingPadEvent, RatingPadStatus } from './port.ts';
import { PressFilter } from './press-filter.ts';
import { RatingQuestion } from './rating-question.ts';
import { DEFAULT_TIMINGS, type PadTimings } from './timings.ts';

export interface ProfilePadOptions {
  readonly profile: PadProfile;
  readonly openLink: OpenLink;
  readonly simulated: boolean;
  /** Whether what was opened is still there: a pad that never speaks dies unnoticed. Called after each opening. */
  readonly presence?: () => Promise<() => Promise<boolean>>;
  readonly timings?: Partial<PadTimings>;
  readonly clock?: Clock;
}

interface Run {
  readonly stop: AbortController;
  readonly finished: Promise<void>;
}

/** So much without one frame between is another device, or another speed. Shorter noise comes with every plug. */
const NOISE_BYTES = 64;

/** A pad on a serial line that speaks as its profile says; opened again whenever it was gone. */
export class ProfilePad implements RatingPad {
  readonly simulated: boolean;
  readonly #options: ProfilePadOptions;
  readonly #timings: PadTimings;
  readonly #clock: Clock;
  readonly #filter: PressFilter;
  readonly #question: RatingQuestion;
  readonly #listeners = new Set<(event: RatingPadEvent) => void>();
  #parser: PadParser;
  #link: ByteLink | undefined;
  #gapTimer: NodeJS.Timeout | undefined;
  #discardedBefore = 0;
  #status: RatingPadStatus;
  #run: Run | undefined;

  constructor(options: ProfilePadOptions) {
    this.simulated = options.simulated;
    this.#options = options;
    this.#timings = { ...DEFAULT_TIMINGS, ...options.timings };
    this.#clock = options.clock ?? systemClock;
    this.#parser = new PadParser(options.profile);
    this.#filter = new PressFilter(this.#timings.debounceMs);
    this.#question = new RatingQuestion(this.#timings.ratingMs, {
      rated: (subject, score) => this.#tell({ kind: 'rated', subject, score }),
      notRated: (subject, reason) => this.#tell({ kind: 'not-rated', subject, reason }),
    });
    this.#status = { state: 'connecting', simulated: this.simulated };
  }

  start(): void {
    if (this.#run !== undefined) return;
    const stop = new AbortController();
    this.#run = { stop, finished: this.#keepConnected(stop.signal) };
  }

  async stop(): Promise<void> {
    const run = this.#run;
    this.callOff();
    run?.stop.abort();
    await run?.finished;
    if (this.#run === run) this.#run = undefined;
  }

  get asking(): string | undefined {
    return this.#question.subject;
  }

  askForRating(subject: string): void {
    this.#question.ask(subject, this.#link !== undefined);
    this.#sendStart();
  }

  callOff(): void {
    this.#question.end('called-off');
  }

  status(): RatingPadStatus {
    return this.#status;
  }

  onEvent(listener: (event: RatingPadEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async #keepConnected(signal: AbortSignal): Promise<void> {
    this.#become({ state: 'connecting', simulated: this.simulated });
    for (let failures = 0; !signal.aborted; failures += 1) {
      if (await this.#connectOnce(signal)) failures = 0;
      if (!signal.aborted) this.#unavailable('disconnected');
      const { reopenFirstMs, reopenMostMs } = this.#timings;
      await pause(Math.min(reopenMostMs, reopenFirstMs * 2 ** failures), signal);
    }
  }

  /** One opening, until the line is gone or stopped. True when it could be opened. */
  async #connectOnce(signal: AbortSignal): Promise<boolean> {
    const gone = new AbortController();
    const over = AbortSignal.any([signal, gone.signal]);
    this.#parser = new PadParser(this.#options.profile);
    this.#discardedBefore = 0;
    const opened = await this.#options.openLink({
      data: (chunk) => this.#take(chunk),
      closed: () => gone.abort(),
    });
    if (!opened.ok) return false;
    this.#link = opened.value;
    this.#become({ state: 'ready', simulated: this.simulated });
    if (this.asking !== undefined) this.#sendStart(); // the pad that was pulled has forgotten that it was asked
    await this.#untilGone(over);
    clearTimeout(this.#gapTimer);
    this.#link = undefined;
    await opened.value.close();
    return true;
  }

  async #untilGone(over: AbortSignal): Promise<void> {
    const isThere = (await this.#options.presence?.()) ?? (() => Promise.resolve(true));
    while (!over.aborted && (await isThere())) await pause(this.#timings.presenceMs, over);
  }

  #sendStart(): void {
    const { start } = this.#options.profile;
    if (start !== undefined) this.#link?.write(start);
  }

  #take(chunk: Uint8Array): void {
    clearTimeout(this.#gapTimer);
    const presses = this.#parser.feed(chunk);
    if (presses.length > 0) {
      this.#discardedBefore = this.#parser.discarded;
      this.#become({ state: 'ready', simulated: this.simulated });
    } else if (this.#parser.discarded - this.#discardedBefore >= NOISE_BYTES)
      this.#unavailable('wrong-device');
    if (this.#parser.pending > 0) {
      this.#gapTimer = setTimeout(() => this.#parser.gapPassed(), this.#options.profile.idleGapMs);
    }
    for (const press of presses) this.#press(press);
  }

  #press(press: PadPress): void {
    const isNew = this.#filter.isNew(press, this.#clock.monotonicMs());
    if (!isNew || press.key === undefined) return;
    if (press.key.kind === 'rating') this.#question.answer(press.key.score);
    else this.#tell({ kind: 'call-key', action: press.key.action });
  }

  #unavailable(reason: PadTrouble): void {
    this.#question.padMissed();
    this.#become({ state: 'unavailable', reason, simulated: this.simulated });
  }

  #become(status: RatingPadStatus): void {
    if (JSON.stringify(status) === JSON.stringify(this.#status)) return;
    this.#status = status;
    this.#tell({ kind: 'status-changed', status });
  }

  #tell(event: RatingPadEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
