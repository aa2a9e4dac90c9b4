import { err, ok, type Result } from '../../../../../preload/contracts/result.ts';
import type { ByteLink, LinkError, OpenLink } from '../../lines/byte-link.ts';
import { decodeAnswer, type BoardAnswer } from './answers.ts';
import { FrameParser } from './frame-parser.ts';
import { encodeFrame, HOST_ADDRESS, type BxFrame } from './frame.ts';
import { encodeRequest, type BoardRequest } from './requests.ts';

export type Heard =
  | BoardAnswer
  /** `noise`: bytes came, but nothing like a frame. */
  | { readonly kind: 'silence'; readonly noise: boolean }
  | { readonly kind: 'closed' };

interface Question {
  readonly wants: 'status' | 'ack';
  readonly settle: (heard: Heard) => void;
  sawBytes: boolean;
  sawFrame: boolean;
}

/** A talk with one card over one open link: one question at a time, answers told by their shape. */
export class Conversation {
  readonly #address: number;
  readonly #answerMs: number;
  readonly #parser = new FrameParser();
  #link: ByteLink | undefined;
  readonly #over = new AbortController();
  #question: Question | undefined;

  /** `answerMs`: how long to wait for each answer. */
  constructor(address: number, answerMs: number) {
    this.#address = address;
    this.#answerMs = answerMs;
  }

  /** Fails at once when `close` is called meanwhile; what opens later is closed again. */
  async open(openLink: OpenLink): Promise<Result<void, LinkError>> {
    const opening = openLink({
      data: (chunk) => this.#take(chunk),
      closed: () => this.#end(),
    });
    const opened = await Promise.race([opening, this.#calledOff()]);
    if (opened.ok) {
      this.#link = opened.value;
      return ok(undefined);
    }
    void opening.then(async (late) => void (late.ok && (await late.value.close())));
    return opened;
  }

  /** Fires when the line is gone, by whatever side: nothing more can be said or heard. */
  get gone(): AbortSignal {
    return this.#over.signal;
  }

  async close(): Promise<void> {
    this.#end();
    await this.#link?.close();
  }

  /** Sends a request and waits for an answer of its shape. Must not be called while another question is open. */
  async ask(request: BoardRequest): Promise<Heard> {
    if (this.#question !== undefined) throw new Error('A display carries one question at a time');
    await this.#link?.flushInput();
    this.#parser.reset();
    if (this.gone.aborted || this.#link === undefined) return { kind: 'closed' };
    const heard = this.#expect(request.kind === 'status' ? 'status' : 'ack');
    const data = encodeRequest(request);
    // A device that takes no bytes will not answer: leave it to the timer.
    this.#link.write(encodeFrame({ destination: this.#address, source: HOST_ADDRESS, data }));
    return heard;
  }

  #calledOff(): Promise<Result<ByteLink, LinkError>> {
    return new Promise((resolve) => {
      const tell = (): void => resolve(err({ kind: 'cannot-open', reason: 'closed' }));
      if (this.gone.aborted) tell();
      else this.gone.addEventListener('abort', tell);
    });
  }

  #expect(wants: Question['wants']): Promise<Heard> {
    return new Promise((resolve) => {
      const settle = (heard: Heard): void => {
        clearTimeout(timer);
        this.#question = undefined;
        resolve(heard);
      };
      const question: Question = { wants, settle, sawBytes: false, sawFrame: false };
      this.#question = question;
      const timer = setTimeout(
        () => settle({ kind: 'silence', noise: question.sawBytes && !question.sawFrame }),
        this.#answerMs,
      );
    });
  }

  #take(chunk: Uint8Array): void {
    const outputs = this.#parser.feed(chunk);
    const question = this.#question;
    if (question === undefined) return; // nobody asked: late, or noise
    question.sawBytes = true;
    for (const output of outputs) if (output.kind === 'frame') this.#hear(output.frame, question);
  }

  #hear({ source, data }: BxFrame, question: Question): void {
    question.sawFrame = true;
    if (source === HOST_ADDRESS || this.#question !== question) return; // our own words: a two-wire line echoes
    const answer = decodeAnswer(data);
    // An acknowledgement cannot answer a question for the status: it is late, and was for something before.
    if (answer?.kind === 'nack' || answer?.kind === question.wants) question.settle(answer);
  }

  #end(): void {
    this.#over.abort();
    this.#parser.reset();
    this.#question?.settle({ kind: 'closed' });
  }
}
