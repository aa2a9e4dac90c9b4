import { onTestFinished } from 'vitest';
import type { Clock } from '../../../main/foundation/clock.ts';
import type { OpenLink } from '../../../main/station/devices/lines/byte-link.ts';
import { VirtualCable } from '../../../main/station/devices/lines/virtual-cable.ts';
import { BxKDisplay } from '../../../main/station/devices/window-display/bx-k/bx-k-display.ts';
import type { BoardRequest } from '../../../main/station/devices/window-display/bx-k/requests.ts';
import {
  SimulatedBoard,
  type SimulatedBoardOptions,
} from '../../../main/station/devices/window-display/bx-k/simulated-board.ts';
import type {
  WindowDisplay,
  WindowDisplayStatus,
} from '../../../main/station/devices/window-display/port.ts';
import type { DisplayTimings } from '../../../main/station/devices/window-display/timings.ts';
import { waitFor } from '../../support/wait-for.ts';

/** A display that lives many times faster than in the hall. */
export const FAST: DisplayTimings = {
  answerMs: 200,
  refreshMs: 20,
  busyMs: 10,
  heartbeatMs: 100,
  reopenFirstMs: 5,
  reopenMostMs: 40,
};

/** One word per change of the status, in order: "ready", "pending", "silent", "refused font-missing". */
export function record(display: WindowDisplay): string[] {
  const story: string[] = [];
  display.onStatus((status) => story.push(tell(status)));
  return story;
}

export function tell(status: WindowDisplayStatus): string {
  if (status.state === 'connecting') return 'connecting';
  if (status.state === 'ready') return status.upToDate ? 'ready' : 'pending';
  return status.refusal === undefined || status.reason === 'busy'
    ? status.reason
    : `${status.reason} ${status.refusal}`;
}

export interface Bench {
  readonly display: BxKDisplay;
  readonly board: SimulatedBoard;
  readonly cable: VirtualCable;
  readonly story: string[];
  /** Every request that reached the card. */
  readonly asked: { readonly request: BoardRequest | undefined }[];
  /** How many of them were to show something. */
  shows(): number;
  is(word: string): Promise<unknown>;
}

export interface BenchOptions extends SimulatedBoardOptions {
  readonly timings?: Partial<DisplayTimings>;
  /** Ways tried before the one that leads to the card. */
  readonly otherLinks?: readonly OpenLink[];
  readonly driverAddress?: number;
  readonly clock?: Clock;
}

/** A driver and a simulated card, joined by a cable in memory; started, and stopped with the test. */
export function bench(options: BenchOptions = {}): Bench {
  const { timings, otherLinks = [], driverAddress, clock, ...boardOptions } = options;
  const asked: Bench['asked'] = [];
  const cable: VirtualCable = new VirtualCable((bytes) => board.receive(bytes));
  const board = new SimulatedBoard((bytes) => cable.send(bytes), {
    ...boardOptions,
    onRequest: (request) => asked.push({ request }),
  });
  const display = new BxKDisplay({
    links: [...otherLinks, cable.open],
    simulated: true,
    size: { width: 128, height: 32 },
    timings: { ...FAST, ...timings },
    ...(clock === undefined ? {} : { clock }),
    ...(driverAddress === undefined ? {} : { address: driverAddress }),
  });
  const story = record(display);
  display.start();
  onTestFinished(async () => {
    await display.stop();
    board.end();
  });
  return {
    display,
    board,
    cable,
    story,
    asked,
    shows: () => asked.filter(({ request }) => request?.kind === 'areas' && request.show.length > 0).length,
    is: (word) => waitFor(() => tell(display.status()) === word || undefined),
  };
}

/** Waits until so many more heartbeats have reached the card. */
export async function moreHeartbeats({ asked }: Bench, count: number): Promise<void> {
  const beats = (): number => asked.filter(({ request }) => request?.kind === 'status').length;
  const before = beats();
  await waitFor(() => beats() >= before + count || undefined);
}
