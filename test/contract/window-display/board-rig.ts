import { onTestFinished } from 'vitest';
import type { Devices } from '../../../preload/contracts/configuration-devices.ts';
import {
  openWindowDisplays,
  type WindowDisplay,
} from '../../../main/station/devices/window-display/index.ts';
import type { DisplayTimings } from '../../../main/station/devices/window-display/timings.ts';
import { serialWire, type SerialWire } from '../../support/lines/serial-wire.ts';
import { SimulatorProcess } from '../../support/lines/simulator-process.ts';
import { waitFor } from '../../support/wait-for.ts';
import { record, tell } from '../../unit/window-display/display-bench.ts';

const PROGRAM = 'window-display/bx-k/board-simulator.ts';
/** The hall's own timers but for the patience, so that a loaded test machine and a short test both do. */
export const SHORT: Partial<DisplayTimings> = {
  answerMs: 600,
  heartbeatMs: 800,
  reopenFirstMs: 100,
  reopenMostMs: 400,
};

export interface BoardRig {
  readonly display: WindowDisplay;
  readonly board: SimulatorProcess;
  readonly story: string[];
  /** Waits until the status is this word. */
  is(word: string): Promise<unknown>;
  /** Waits until this stands on the glass. */
  glassShows(text: string): Promise<unknown>;
  asked(kind: string): number;
}

export interface SerialBoardRig extends BoardRig {
  readonly wire: SerialWire;
}

type Settings = Devices['windowDisplays'][number];

/** The driver as the configuration opens it, started, stopped with the test. */
function rigWith(board: SimulatorProcess, settings: Settings, timings: Partial<DisplayTimings>): BoardRig {
  const [opened] = openWindowDisplays({ windowDisplays: [settings] }, { timings });
  if (opened === undefined) throw new Error('no display');
  const { display } = opened;
  const story = record(display);
  display.start();
  onTestFinished(async () => {
    await display.stop();
    await board.end();
  });
  return {
    display,
    board,
    story,
    is: (word) => waitFor(() => tell(display.status()) === word || undefined),
    glassShows: (text) => waitFor(() => (board.last('glass')?.['text'] ?? '') === text || undefined),
    asked: (kind) => board.heard.filter((fact) => fact.said === 'asked' && fact['kind'] === kind).length,
  };
}

const SIZE = { width: 128, height: 32, counter: '3' };

export async function networkRig(
  timings: Partial<DisplayTimings> = SHORT,
  simulatorArguments: readonly string[] = [],
): Promise<BoardRig> {
  const board = await SimulatorProcess.start(PROGRAM, ['--listen', '0', ...simulatorArguments]);
  const port = String(board.last('open')?.['port']);
  const where = {
    driver: 'bx-k',
    interface: `tcp://127.0.0.1:${port}`,
    baudRate: 'auto',
    address: 1,
  } as const;
  return rigWith(board, { ...where, ...SIZE }, timings);
}

export async function serialRig(
  baudRate: 'auto' | 9600 | 57_600,
  boardSpeed: number,
): Promise<SerialBoardRig> {
  const wire = await serialWire();
  onTestFinished(() => wire.end());
  const args = ['--path', wire.far, '--baud', String(boardSpeed), '--other-end', wire.near];
  const board = await SimulatorProcess.start(PROGRAM, args);
  const where = { driver: 'bx-k', interface: wire.near, baudRate, address: 1 } as const;
  return { ...rigWith(board, { ...where, ...SIZE }, SHORT), wire };
}
