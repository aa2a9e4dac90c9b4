import { hexOf, type EscPosOp, type ReaderState } from './ops.ts';
import { readOp, stateAfter } from './read-op.ts';

export type { EscPosOp } from './ops.ts';

export interface DecoderOptions {
  /** As a printer powers up. Chinese-market models: true (default). False shows what an export model would print. */
  readonly chineseAtPowerOn?: boolean;
  /** Models that leave Chinese mode at ESC @. Default false. */
  readonly initDropsChinese?: boolean;
}

/** A printer's stream, command by command, in whatever chunks it comes. */
export class EscPosDecoder {
  readonly #options: DecoderOptions;
  #state: ReaderState;
  #rest: Uint8Array = new Uint8Array();

  constructor(options: DecoderOptions = {}) {
    this.#options = options;
    this.#state = { chinese: options.chineseAtPowerOn ?? true };
  }

  /** All commands that are complete by now. */
  push(chunk: Uint8Array): EscPosOp[] {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    const ops: EscPosOp[] = [];
    for (let op = this.next(); op !== undefined; op = this.next()) ops.push(op);
    return ops;
  }

  /** The next complete command, or undefined: a printer that has run out of paper takes one line at a time. */
  next(): EscPosOp | undefined {
    if (this.#rest.length === 0) return undefined;
    const read = readOp(this.#rest, this.#state);
    if (read === undefined) return undefined;
    this.#rest = this.#rest.subarray(read.length);
    this.#state = stateAfter(read.op, this.#state);
    if (read.op[0] === 'init' && this.#options.initDropsChinese) this.#state = { chinese: false };
    return read.op;
  }

  feed(chunk: Uint8Array): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
  }

  /** Bytes of a command that was cut off, as `incomplete`; nothing when the stream ended cleanly. */
  end(): EscPosOp[] {
    const rest = this.#rest;
    this.#rest = new Uint8Array();
    return rest.length === 0 ? [] : [['incomplete', hexOf(rest)]];
  }
}

/** The whole stream as a list of commands. */
export function decodeEscPos(bytes: Uint8Array, options: DecoderOptions = {}): EscPosOp[] {
  const decoder = new EscPosDecoder(options);
  return [...decoder.push(bytes), ...decoder.end()];
}
