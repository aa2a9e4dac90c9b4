import { decodeBody, FRAME_END, FRAME_START, type BxFrame, type BxFrameError } from './frame.ts';

export type ParserOutput =
  | { readonly kind: 'frame'; readonly frame: BxFrame }
  | { readonly kind: 'error'; readonly error: BxFrameError };

/** Twice the largest receive buffer of a card (1024 bytes), for escapes, and header and check. */
const LONGEST_BODY_BYTES = 2 * 1024 + 64;

/**
 * Cuts a byte stream into frames, however it arrives. One start mark or any number of them begins a frame; as neither
 * mark can stand inside, a start mark always begins afresh, so a damaged frame never takes the next one along. Holds
 * no timers and never more than one frame.
 */
export class FrameParser {
  /** Escaped bytes since the last start mark; undefined outside a frame. */
  #body: number[] | undefined;
  #discarded = 0;

  /** Bytes of a frame whose end has not come. */
  get pending(): number {
    return this.#body?.length ?? 0;
  }

  /** Bytes that belonged to no whole frame, start and end marks not counted. */
  get discarded(): number {
    return this.#discarded;
  }

  feed(chunk: Uint8Array): ParserOutput[] {
    const outputs: ParserOutput[] = [];
    for (const byte of chunk) {
      const output = this.#take(byte);
      if (output !== undefined) outputs.push(output);
    }
    return outputs;
  }

  /** Nothing more will come of what has begun: before a new question, and at the end of a recording. */
  reset(): ParserOutput[] {
    const output = this.pending > 0 ? this.#fail('truncated') : undefined;
    this.#body = undefined;
    return output === undefined ? [] : [output];
  }

  #take(byte: number): ParserOutput | undefined {
    if (byte === FRAME_START) {
      const output = this.pending > 0 ? this.#fail('truncated') : undefined;
      this.#body = [];
      return output;
    }
    if (this.#body === undefined) {
      this.#discarded += 1;
      return undefined;
    }
    if (byte === FRAME_END) return this.#finish(this.#body);
    this.#body.push(byte);
    return this.#body.length > LONGEST_BODY_BYTES ? this.#fail('length') : undefined;
  }

  #finish(body: readonly number[]): ParserOutput {
    const decoded = decodeBody(body);
    if (typeof decoded === 'string') return this.#fail(decoded);
    this.#body = undefined;
    return { kind: 'frame', frame: decoded };
  }

  #fail(error: BxFrameError): ParserOutput {
    this.#discarded += this.pending;
    this.#body = undefined;
    return { kind: 'error', error };
  }
}
