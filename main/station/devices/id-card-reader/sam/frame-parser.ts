import {
  checksumOf,
  HEADER_BYTES,
  LARGEST_ANSWER_LENGTH,
  PREAMBLE,
  SMALLEST_ANSWER_LENGTH,
} from './frame.ts';

export type SamFrameError = 'checksum' | 'timeout' | 'length';

export type ParserOutput =
  | { readonly kind: 'frame'; readonly body: Uint8Array }
  | { readonly kind: 'error'; readonly error: SamFrameError };

export interface FrameLimits {
  readonly smallest: number;
  readonly largest: number;
}

const ANSWER_LIMITS: FrameLimits = { smallest: SMALLEST_ANSWER_LENGTH, largest: LARGEST_ANSWER_LENGTH };
const PREAMBLE_BUFFER = Buffer.from(PREAMBLE);

/**
 * Cuts a byte stream into SAM frames, however it arrives. A frame that fails (length out of range, checksum,
 * silence in its middle) costs only its preamble: the search goes on at the byte after it, because the claimed
 * length of a damaged frame may reach into the next good one. Keeps at most one frame; holds no timers.
 */
export class FrameParser {
  readonly #limits: FrameLimits;
  #buffer: Buffer = Buffer.alloc(0);
  #discarded = 0;

  constructor(limits: FrameLimits = ANSWER_LIMITS) {
    this.#limits = limits;
  }

  /** Bytes kept that may still become a frame. */
  get pending(): number {
    return this.#buffer.length;
  }

  /** Bytes that belonged to no frame, since the beginning. */
  get discarded(): number {
    return this.#discarded;
  }

  /** A whole preamble has been seen and its frame is not complete: the gap timer should be running. */
  get insideFrame(): boolean {
    return this.#buffer.length >= PREAMBLE.length && PREAMBLE_BUFFER.compare(this.#buffer, 0, 5) === 0;
  }

  feed(chunk: Uint8Array): ParserOutput[] {
    const joined = Buffer.concat([this.#buffer, chunk]);
    this.#buffer.fill(0); // the copy holds it now; personal data is not left in spare buffers
    this.#buffer = joined;
    return this.#scan();
  }

  /** The line has been silent in the middle of a frame: give that frame up, save whole frames inside it. */
  gapTimerFired(): ParserOutput[] {
    const outputs: ParserOutput[] = this.insideFrame ? [{ kind: 'error', error: 'timeout' }] : [];
    while (this.insideFrame) {
      this.#skip(PREAMBLE.length);
      outputs.push(...this.#scan().filter((output) => output.kind === 'frame'));
    }
    this.#skip(this.#buffer.length);
    return outputs;
  }

  /** Forgets everything pending, before a new request goes out. */
  reset(): void {
    this.#skip(this.#buffer.length);
  }

  #scan(): ParserOutput[] {
    const outputs: ParserOutput[] = [];
    while (this.#seekPreamble()) {
      const output = this.#takeFrame();
      if (output === undefined) break;
      outputs.push(output);
    }
    return outputs;
  }

  /** Drops noise up to the next preamble. False when there is none: then only a possible beginning stays. */
  #seekPreamble(): boolean {
    const start = this.#buffer.indexOf(PREAMBLE_BUFFER);
    this.#skip(start >= 0 ? start : this.#buffer.length - this.#possibleStart());
    return start >= 0;
  }

  /** How many trailing bytes (0 to 4) could be the beginning of a preamble. */
  #possibleStart(): number {
    const most = Math.min(PREAMBLE.length - 1, this.#buffer.length);
    for (let count = most; count > 0; count -= 1) {
      const tail = this.#buffer.subarray(this.#buffer.length - count);
      if (tail.compare(PREAMBLE_BUFFER, 0, count) === 0) return count;
    }
    return 0;
  }

  #takeFrame(): ParserOutput | undefined {
    if (this.#buffer.length < HEADER_BYTES) return undefined;
    const length = this.#buffer.readUInt16BE(PREAMBLE.length);
    if (length < this.#limits.smallest || length > this.#limits.largest) return this.#fail('length');
    const end = HEADER_BYTES + length;
    if (this.#buffer.length < end) return undefined;
    if (checksumOf(this.#buffer.subarray(PREAMBLE.length, end)) !== 0) return this.#fail('checksum');
    const body = Uint8Array.from(this.#buffer.subarray(HEADER_BYTES, end - 1));
    this.#drop(end);
    return { kind: 'frame', body };
  }

  #fail(error: SamFrameError): ParserOutput {
    this.#skip(PREAMBLE.length);
    return { kind: 'error', error };
  }

  #skip(count: number): void {
    this.#discarded += count;
    this.#drop(count);
  }

  #drop(count: number): void {
    this.#buffer.fill(0, 0, count);
    this.#buffer = this.#buffer.subarray(count);
  }
}
