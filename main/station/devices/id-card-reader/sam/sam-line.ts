import { ok, type Result } from '../../../../../preload/contracts/result.ts';
import type { ByteLink, LinkError, OpenLink } from '../../lines/byte-link.ts';
import type { SamTimings } from '../timings.ts';
import { fitsCommand, type SamCommand } from './commands.ts';
import { FrameParser, type ParserOutput, type SamFrameError } from './frame-parser.ts';
import { readStatus, STATUS_BYTES, type SamStatus } from './status.ts';

export type SamAnswer =
  | { readonly kind: 'answer'; readonly status: SamStatus; readonly data: Uint8Array }
  /** Something came that was no whole frame. */
  | { readonly kind: 'damaged'; readonly error: SamFrameError }
  /** `noise`: bytes came, but nothing like a frame. */
  | { readonly kind: 'no-answer'; readonly noise: boolean }
  | { readonly kind: 'closed' };

interface Question {
  readonly command: SamCommand;
  readonly settle: (answer: SamAnswer) => void;
  readonly timers: { deadline?: NodeJS.Timeout; limit?: NodeJS.Timeout; gap?: NodeJS.Timeout };
  damage: SamFrameError | undefined;
  deadlinePassed: boolean;
  sawBytes: boolean;
  sawFrame: boolean;
}

/** One question at a time over a link: input flushed first, late answers told by their shape, one set of timers. */
export class SamLine {
  readonly #timings: SamTimings;
  readonly #parser = new FrameParser();
  #link: ByteLink | undefined;
  #closed = false;
  #question: Question | undefined;

  constructor(timings: SamTimings) {
    this.#timings = timings;
  }

  async open(openLink: OpenLink): Promise<Result<void, LinkError>> {
    const opened = await openLink({
      data: (chunk) => this.#take(chunk),
      closed: () => this.#end(),
    });
    if (!opened.ok) return opened;
    this.#link = opened.value;
    return ok(undefined);
  }

  /** The link is gone, by whatever side. */
  get isClosed(): boolean {
    return this.#closed;
  }

  async close(): Promise<void> {
    this.#end();
    await this.#link?.close();
  }

  /** Sends a command and waits for an answer of its shape. Must not be called while another question is open. */
  async ask(command: SamCommand): Promise<SamAnswer> {
    if (this.#question !== undefined) throw new Error('A SAM line carries one question at a time');
    await this.#link?.flushInput();
    this.#parser.reset();
    if (this.#closed || this.#link === undefined) return { kind: 'closed' };
    const answer = this.#expect(command);
    // A device that takes no bytes will not answer: leave it to the timers, they tell silence from death.
    this.#link.write(command.frame);
    return answer;
  }

  #expect(command: SamCommand): Promise<SamAnswer> {
    const { answerMs, readAnswerMs, gapMs, longestAnswerMs } = this.#timings;
    const firstByteMs = command.name === 'read' ? readAnswerMs : answerMs;
    return new Promise((resolve) => {
      const timers: Question['timers'] = {};
      const settle = (answer: SamAnswer) => {
        if (this.#question !== question) return;
        this.#question = undefined;
        for (const timer of Object.values(timers)) clearTimeout(timer);
        resolve(answer);
      };
      const question: Question = {
        command,
        settle,
        timers,
        damage: undefined,
        deadlinePassed: false,
        sawBytes: false,
        sawFrame: false,
      };
      this.#question = question;
      timers.deadline = setTimeout(() => this.#deadline(question), firstByteMs);
      // Noise that looks like frames could keep the gap timer running for ever.
      timers.limit = setTimeout(() => this.#giveUp(question), firstByteMs + gapMs + longestAnswerMs);
    });
  }

  #take(chunk: Uint8Array): void {
    const question = this.#question;
    if (question === undefined) return; // nobody asked: late or noise, and the next request flushes anyway
    question.sawBytes = true;
    this.#sort(this.#parser.feed(chunk), question);
    if (this.#question !== question) return;
    if (this.#parser.insideFrame || question.damage !== undefined) this.#startGapTimer(question);
    else if (question.deadlinePassed) this.#giveUp(question);
  }

  #sort(outputs: readonly ParserOutput[], question: Question): void {
    for (const output of outputs) {
      if (output.kind === 'error') {
        question.damage ??= output.error;
        continue;
      }
      question.sawFrame = true;
      if (fitsCommand(question.command, output.body)) {
        const data = output.body.subarray(STATUS_BYTES);
        question.settle({ kind: 'answer', status: readStatus(output.body), data });
      } else output.body.fill(0); // a late answer to an earlier question may be a person's data
    }
  }

  #startGapTimer(question: Question): void {
    clearTimeout(question.timers.gap);
    question.timers.gap = setTimeout(() => {
      this.#sort(this.#parser.gapTimerFired(), question);
      this.#giveUpAfterGap(question);
    }, this.#timings.gapMs);
  }

  /** Silence after a damaged frame: nothing more will come. Without damage a late answer came whole: wait on. */
  #giveUpAfterGap(question: Question): void {
    if (question.damage !== undefined || question.deadlinePassed) this.#giveUp(question);
  }

  #deadline(question: Question): void {
    question.deadlinePassed = true;
    if (!this.#parser.insideFrame) this.#giveUp(question);
  }

  #giveUp(question: Question): void {
    if (question.damage !== undefined) question.settle({ kind: 'damaged', error: question.damage });
    else if (this.#parser.insideFrame) question.settle({ kind: 'damaged', error: 'timeout' });
    else question.settle({ kind: 'no-answer', noise: question.sawBytes && !question.sawFrame });
  }

  #end(): void {
    this.#closed = true;
    this.#parser.reset();
    this.#question?.settle({ kind: 'closed' });
  }
}
