import type { Clock } from '../../../foundation/clock.ts';
import { VirtualCable } from '../lines/virtual-cable.ts';
import { BxKDisplay } from './bx-k/bx-k-display.ts';
import { SimulatedBoard, type BoardFault } from './bx-k/simulated-board.ts';
import type { DisplaySize } from './call-text.ts';
import type { DisplayedCall, WindowDisplay, WindowDisplayStatus } from './port.ts';
import type { DisplayTimings } from './timings.ts';

/** What can go wrong with a display in the hall, on cue. */
export type VirtualDisplayCue = 'silent' | 'busy' | 'font-missing' | 'cable-pulled' | 'switched-off';

export interface VirtualDisplayOptions {
  readonly size: DisplaySize;
  readonly timings?: Partial<DisplayTimings>;
  readonly clock?: Clock;
}

const FAULTS: Readonly<Record<'silent' | 'busy' | 'font-missing', BoardFault>> = {
  silent: { mode: 'silent' },
  busy: { mode: 'nack', error: 'busy' },
  'font-missing': { mode: 'nack', error: 'font-missing' },
};

/**
 * The display's virtual twin, shipped with the product. Only cable and lamps are missing: calls become real frames of
 * the real driver, and a simulated card reads them back.
 */
export class VirtualWindowDisplay implements WindowDisplay {
  readonly simulated = true;
  readonly #board: SimulatedBoard;
  readonly #display: BxKDisplay;
  readonly #cable = new VirtualCable((bytes) => this.#board.receive(bytes));

  constructor({ size, ...rest }: VirtualDisplayOptions) {
    this.#board = new SimulatedBoard((bytes) => this.#cable.send(bytes), size);
    this.#display = new BxKDisplay({
      ...rest,
      size,
      simulated: true,
      links: [this.#cable.open],
    });
  }

  /** What a person before the display reads, row by row; pages one below the other. Empty when it is dark. */
  get text(): string {
    return this.#board.switchedOff ? '' : this.#board.glass.text;
  }

  /** Goes wrong in one way, until `repair`. */
  fail(cue: VirtualDisplayCue): void {
    this.repair();
    if (cue === 'cable-pulled') this.#cable.pull();
    else if (cue === 'switched-off') this.#board.switchedOff = true;
    else this.#board.fail(FAULTS[cue]);
  }

  repair(): void {
    this.#cable.plug();
    this.#board.switchedOff = false;
    this.#board.recover();
  }

  /** The mains of the display went and came back: its text is gone until the driver notices. */
  losePower(): void {
    this.#board.losePower();
  }

  start(): void {
    this.#display.start();
  }

  async stop(): Promise<void> {
    await this.#display.stop();
    this.#board.end();
  }

  show(call: DisplayedCall): void {
    this.#display.show(call);
  }

  clear(): void {
    this.#display.clear();
  }

  status(): WindowDisplayStatus {
    return this.#display.status();
  }

  onStatus(listener: (status: WindowDisplayStatus) => void): () => void {
    return this.#display.onStatus(listener);
  }
}
