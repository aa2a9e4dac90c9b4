const SLICE_BYTES = 64;
const BITS_PER_BYTE_ON_WIRE = 10;

/** Sends bytes in small slices at the pace of a serial line: 1295 bytes take 112 ms at 115200 bit/s. */
export class PacedSender {
  readonly #write: (bytes: Uint8Array) => void;
  readonly #sliceMs: number;
  #queue: Uint8Array[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(write: (bytes: Uint8Array) => void, baudRate: number) {
    this.#write = write;
    this.#sliceMs = (SLICE_BYTES * BITS_PER_BYTE_ON_WIRE * 1000) / baudRate;
  }

  send(bytes: Uint8Array): void {
    for (let start = 0; start < bytes.length; start += SLICE_BYTES) {
      this.#queue.push(bytes.slice(start, start + SLICE_BYTES));
    }
    if (this.#timer === undefined) this.#next();
  }

  /** Forgets what has not gone out. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#queue = [];
  }

  #next(): void {
    const slice = this.#queue.shift();
    this.#timer = undefined;
    if (slice === undefined) return;
    this.#write(slice);
    this.#timer = setTimeout(() => this.#next(), this.#sliceMs);
  }
}
