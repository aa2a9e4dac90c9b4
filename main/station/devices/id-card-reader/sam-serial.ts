import type { Clock } from '../../../foundation/clock.ts';
import type { IdCardReader } from './port.ts';
import { SamReader } from './sam-reader.ts';
import { serialLink } from '../lines/serial-link.ts';
import { longestAnswerMs, type SamTimings } from './timings.ts';

export interface SamSerialOptions {
  /** Device path, e.g. /dev/ttyUSB0 or COM3. */
  readonly path: string;
  /** Bits per second; modules leave the factory at 115200. */
  readonly baudRate?: number;
  readonly timings?: Partial<SamTimings>;
  readonly clock?: Clock;
  /** True when a simulator speaks at the other end: shown on every screen. */
  readonly simulated?: boolean;
}

const FACTORY_BAUD_RATE = 115_200;

/** A reader whose SAM module hangs on a serial port (RS-232, or a USB adapter that shows up as one). */
export function createSamSerialReader(options: SamSerialOptions): IdCardReader {
  const { path, baudRate = FACTORY_BAUD_RATE, timings, clock, simulated = false } = options;
  return new SamReader({
    openLink: serialLink({ path, baudRate }),
    simulated,
    timings: { longestAnswerMs: longestAnswerMs(baudRate), ...timings },
    ...(clock === undefined ? {} : { clock }),
  });
}
