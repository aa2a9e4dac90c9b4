import { encodeFrame, SMALLEST_REQUEST_LENGTH } from './frame.ts';
import { FrameParser } from './frame-parser.ts';
import { garbage } from './garbage.ts';

/** The phases of the one card on the reader, as the module sees them. */
type CardPhase = 'fresh' | 'found' | 'selected' | 'read';

export interface SimulatedCard {
  /** The whole frame that answers the read command. */
  readonly readFrame: Uint8Array;
  /** UTF-16LE text of a newer address, if the card carries one. */
  readonly newAddress?: Uint8Array;
}

export type SimulatedCommand = 'find' | 'select' | 'read';

export type SamFault =
  | { readonly mode: 'silent' }
  /** Random bytes without pause, at the speed of the line; no answers. */
  | { readonly mode: 'garbage'; readonly bytesPerSecond: number }
  /** Every answer longer than this stops after so many bytes. */
  | { readonly mode: 'stop-mid-frame'; readonly afterBytes: number }
  | { readonly mode: 'late'; readonly delayMs: number }
  | { readonly mode: 'status'; readonly on: SimulatedCommand; readonly status: string }
  /** Once: the person takes the card away while the module reads it. */
  | { readonly mode: 'lift-mid-read' };

export interface SimulatedSamOptions {
  /** Whether a resting card is found again and again. Real modules on serial ports want it lifted first. */
  readonly reReadable?: boolean;
  /** How long the module talks to the card before it answers a read. */
  readonly readingMs?: number;
  /** Called with the command bytes of each request, four hex digits. */
  readonly onRequest?: (command: string) => void;
}

const REQUEST_LIMITS = { smallest: SMALLEST_REQUEST_LENGTH, largest: 0x0100 };
const GARBAGE_TICK_MS = 10;
const DONE = '000090';
const CARD_FOUND = '00009f';
const NO_CONTENT = '000091';
const FIND_FAILED = '000080';
const SELECT_FAILED = '000081';
const READ_FAILED = '000041';
const NOT_PERMITTED = '000023';
const BAD_COMMAND = '000021';
const BAD_CHECKSUM = '000010';
/** Sixteen bytes of management information; their inner layout is the maker's business. */
const SAM_ID = '05000100bc8e3401d2040000f1fb0900';

/** A SAM module with one card slot, for training and tests: takes request bytes, gives answer bytes. */
export class SimulatedSam {
  readonly #send: (bytes: Uint8Array) => void;
  readonly #options: SimulatedSamOptions;
  readonly #parser = new FrameParser(REQUEST_LIMITS);
  readonly #timers = new Set<NodeJS.Timeout>();
  #card: SimulatedCard | undefined;
  #phase: CardPhase = 'fresh';
  #fault: SamFault | undefined;
  #flood: NodeJS.Timeout | undefined;

  constructor(send: (bytes: Uint8Array) => void, options: SimulatedSamOptions = {}) {
    this.#send = send;
    this.#options = options;
  }

  placeCard(card: SimulatedCard): void {
    this.#card = card;
    this.#phase = 'fresh';
  }

  liftCard(): void {
    this.#card = undefined;
  }

  /** Breaks in one way until `recover`. */
  fail(fault: SamFault): void {
    this.recover();
    this.#fault = fault;
    if (fault.mode !== 'garbage') return;
    const bytesPerTick = Math.ceil((fault.bytesPerSecond * GARBAGE_TICK_MS) / 1000);
    const noise = garbage();
    this.#flood = setInterval(() => this.#send(noise(bytesPerTick)), GARBAGE_TICK_MS);
  }

  recover(): void {
    clearInterval(this.#flood);
    this.#fault = undefined;
  }

  /** Stops all timers; nothing is sent afterwards. */
  end(): void {
    this.recover();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  receive(chunk: Uint8Array): void {
    for (const output of this.#parser.feed(chunk)) {
      if (output.kind === 'frame') this.#request(Buffer.from(output.body).toString('hex'));
      else if (output.error === 'checksum') this.#answer(BAD_CHECKSUM);
    }
  }

  #request(command: string): void {
    this.#options.onRequest?.(command.slice(0, 4));
    switch (command.slice(0, 4)) {
      case '10ff':
      case '11ff':
        return this.#answer(DONE);
      case '12ff':
        return this.#answer(DONE + SAM_ID);
      case '2001':
        return this.#find();
      case '2002':
        return this.#select();
      case '3001':
        return this.#read();
      case '3003':
        return this.#readAddress();
      case '3010':
        return this.#answer(NOT_PERMITTED); // no product of ours may ask for fingerprints
      default:
        return this.#answer(BAD_COMMAND);
    }
  }

  #find(): void {
    if (this.#refuses('find')) return;
    const latched = this.#phase === 'read' && this.#options.reReadable !== true;
    if (this.#card === undefined || latched) return this.#answer(FIND_FAILED);
    this.#phase = 'found';
    this.#answer(`${CARD_FOUND}00000000`);
  }

  #select(): void {
    if (this.#refuses('select')) return;
    if (this.#card === undefined || this.#phase !== 'found') return this.#answer(SELECT_FAILED);
    this.#phase = 'selected';
    this.#answer(`${DONE}0000000000000000`);
  }

  #read(): void {
    if (this.#refuses('read')) return;
    const card = this.#card;
    if (this.#fault?.mode === 'lift-mid-read') {
      this.recover();
      this.liftCard();
    }
    this.#later(this.#options.readingMs ?? 0, () => {
      const selected = this.#phase === 'selected' || this.#phase === 'read';
      if (card === undefined || this.#card !== card || !selected) return this.#answer(READ_FAILED);
      this.#phase = 'read';
      this.#deliver(card.readFrame);
    });
  }

  #readAddress(): void {
    const selected = this.#phase === 'selected' || this.#phase === 'read';
    if (this.#card === undefined || !selected) return this.#answer(READ_FAILED);
    const { newAddress } = this.#card;
    if (newAddress === undefined) return this.#answer(NO_CONTENT);
    this.#answer(DONE + Buffer.from(newAddress).toString('hex'));
  }

  #refuses(command: SimulatedCommand): boolean {
    if (this.#fault?.mode !== 'status' || this.#fault.on !== command) return false;
    // Without a card no module gets as far as a card's error.
    this.#answer(this.#card === undefined ? FIND_FAILED : this.#fault.status);
    return true;
  }

  #answer(bodyHex: string): void {
    this.#deliver(encodeFrame(Buffer.from(bodyHex, 'hex')));
  }

  #deliver(frame: Uint8Array): void {
    const fault = this.#fault;
    if (fault?.mode === 'silent' || fault?.mode === 'garbage') return;
    const bytes = fault?.mode === 'stop-mid-frame' ? frame.subarray(0, fault.afterBytes) : frame;
    this.#later(fault?.mode === 'late' ? fault.delayMs : 0, () => this.#send(bytes));
  }

  #later(ms: number, act: () => void): void {
    if (ms === 0) {
      act();
      return;
    }
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    this.#timers.add(timer);
  }
}
