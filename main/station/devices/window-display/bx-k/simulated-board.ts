import { AREA_HEAD_BYTES } from './area.ts';
import { decodeRequest, type BoardRequest } from './requests.ts';
import { encodeAnswer, type BoardAnswer } from './answers.ts';
import type { BoardTime } from './clock-bytes.ts';
import { boardErrorOf, CHECKSUM, type BoardErrorKind } from './errors.ts';
import { FrameParser } from './frame-parser.ts';
import {
  ANSWERED_BROADCAST,
  encodeFrame,
  FACTORY_ADDRESS,
  HOST_ADDRESS,
  SILENT_BROADCAST,
  type BxFrame,
} from './frame.ts';
import { Glass } from './glass.ts';
import { garbage } from './noise.ts';

export type BoardFault =
  | { readonly mode: 'silent' }
  /** Answers every request, or the next `times`, with an error. */
  | { readonly mode: 'nack'; readonly error: BoardErrorKind; readonly times?: number }
  /** Carries out, and the answers of the next `times` requests are lost. */
  | { readonly mode: 'lose-answers'; readonly times: number }
  | { readonly mode: 'late'; readonly delayMs: number }
  /** One bit of every answer is turned. */
  | { readonly mode: 'flip' }
  | { readonly mode: 'stop-mid-frame'; readonly afterBytes: number }
  /** Random bytes without pause; no answers. */
  | { readonly mode: 'garbage'; readonly bytesPerSecond: number };

export interface SimulatedBoardOptions {
  readonly width?: number;
  readonly height?: number;
  readonly address?: number;
  /** A two-wire line: the PC hears its own words again. */
  readonly echo?: boolean;
  readonly onRequest?: (request: BoardRequest | undefined) => void;
}

/** The smallest of the family, a 5K. */
const AREA_CAPACITY = 512;
const MOST_BRIGHTNESS = 15;
const NOISE_TICK_MS = 10;

/** A BX-K font card with its panel, for training and tests: takes request bytes, gives answer bytes, keeps a picture. */
export class SimulatedBoard {
  readonly glass: Glass;
  /** 0 to 15. */
  brightness = MOST_BRIGHTNESS;
  switchedOff = false;
  readonly #send: (bytes: Uint8Array) => void;
  readonly #options: SimulatedBoardOptions;
  readonly #parser = new FrameParser();
  readonly #timers = new Set<NodeJS.Timeout>();
  #time: BoardTime | undefined;
  #fault: BoardFault | undefined;
  #faultsLeft = Number.POSITIVE_INFINITY;
  #flood: NodeJS.Timeout | undefined;

  constructor(send: (bytes: Uint8Array) => void, options: SimulatedBoardOptions = {}) {
    this.#send = send;
    this.#options = options;
    this.glass = new Glass({ width: options.width ?? 128, height: options.height ?? 32 });
  }

  /** Breaks in one way until `recover`, or until its times are over. */
  fail(fault: BoardFault): void {
    this.recover();
    this.#fault = fault;
    this.#faultsLeft = ('times' in fault ? fault.times : undefined) ?? Number.POSITIVE_INFINITY;
    if (fault.mode !== 'garbage') return;
    const noise = garbage();
    const bytesPerTick = Math.ceil((fault.bytesPerSecond * NOISE_TICK_MS) / 1000);
    this.#flood = setInterval(() => this.#send(noise(bytesPerTick)), NOISE_TICK_MS);
  }

  recover(): void {
    clearInterval(this.#flood);
    this.#fault = undefined;
  }

  /** Power went and came back: texts in areas are gone, and what was under way is forgotten. */
  losePower(): void {
    this.glass.deleteAreas('all');
    this.#parser.reset();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  /** Stops all timers; nothing is sent afterwards. */
  end(): void {
    this.recover();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  receive(chunk: Uint8Array): void {
    if (this.#options.echo === true) this.#send(chunk);
    for (const output of this.#parser.feed(chunk)) {
      if (output.kind === 'frame') this.#take(output.frame);
      else if (output.error === 'checksum') this.#answer({ kind: 'nack', error: CHECKSUM }, this.#address);
    }
  }

  get #address(): number {
    return this.#options.address ?? FACTORY_ADDRESS;
  }

  #take({ destination, data }: BxFrame): void {
    if (![this.#address, ANSWERED_BROADCAST, SILENT_BROADCAST].includes(destination)) return;
    const { request, ...rest } = decodeRequest(data);
    this.#options.onRequest?.(request);
    const fault = this.#activeFault();
    if (fault?.mode === 'silent' || fault?.mode === 'garbage') return;
    const quiet =
      destination === SILENT_BROADCAST || ('silent' in rest && rest.silent) || fault?.mode === 'lose-answers';
    const answer = fault?.mode === 'nack' ? nack(fault.error) : this.#carryOut(request);
    if (!quiet) this.#answer(answer, destination);
  }

  /** The fault that this request meets; one that has a number of times is used up by it. */
  #activeFault(): BoardFault | undefined {
    const fault = this.#fault;
    if (fault === undefined) return undefined;
    this.#faultsLeft -= 1;
    if (this.#faultsLeft <= 0) this.recover();
    return fault;
  }

  #carryOut(request: BoardRequest | undefined): BoardAnswer {
    switch (request?.kind) {
      case 'status':
        return { kind: 'status', status: this.#status() };
      case 'clear':
        this.glass.deleteAreas('all');
        break;
      case 'areas':
        if (request.show.some(({ text }) => AREA_HEAD_BYTES + text.length > AREA_CAPACITY)) {
          return nack('memory-full');
        }
        this.glass.deleteAreas(request.delete);
        for (const area of request.show) this.glass.put(area);
        break;
      case 'brightness':
        this.brightness = request.level;
        break;
      case 'clock':
        this.#time = request.time;
        break;
      case 'ping':
        break;
      case undefined:
        return nack('unknown-command');
    }
    return { kind: 'ack' };
  }

  #status() {
    return {
      onOff: this.switchedOff ? 2 : 1,
      brightness: this.brightness,
      time: this.#time,
      programs: 0,
      dynamicAreas: this.glass.areas.map(({ location }) => location),
    };
  }

  #answer(answer: BoardAnswer, source: number): void {
    const frame = encodeFrame({ destination: HOST_ADDRESS, source, data: encodeAnswer(answer) });
    const fault = this.#fault;
    if (fault?.mode === 'flip') frame[frame.length - 4] = (frame[frame.length - 4] ?? 0) ^ 0x10;
    const bytes = fault?.mode === 'stop-mid-frame' ? frame.subarray(0, fault.afterBytes) : frame;
    if (fault?.mode !== 'late') return this.#send(bytes);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#send(bytes);
    }, fault.delayMs);
    this.#timers.add(timer);
  }
}

const nack = (kind: BoardErrorKind): BoardAnswer => ({ kind: 'nack', error: boardErrorOf(kind) });
