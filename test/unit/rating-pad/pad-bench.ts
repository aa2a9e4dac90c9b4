import { onTestFinished } from 'vitest';
import { ManualClock } from '../../../main/foundation/clock.ts';
import { VirtualCable } from '../../../main/station/devices/lines/virtual-cable.ts';
import { encodePress } from '../../../main/station/devices/rating-pad/pad-frame.ts';
import type { RatingPad, RatingPadEvent } from '../../../main/station/devices/rating-pad/port.ts';
import { ProfilePad } from '../../../main/station/devices/rating-pad/profile-pad.ts';
import type { PadTimings } from '../../../main/station/devices/rating-pad/timings.ts';
import { waitFor } from '../../support/wait-for.ts';
import { DEMO_PAD } from './pads.ts';

/** A question that stays open for the whole test, unless the test says otherwise. */
export const FAST: PadTimings = {
  debounceMs: 300,
  ratingMs: 3_600_000,
  presenceMs: 20,
  reopenFirstMs: 5,
  reopenMostMs: 40,
};

/** One word per event, in order: "rated T1 5", "not-rated T1 no-answer", "call next", "ready", "disconnected". */
export function record(pad: RatingPad): string[] {
  const story: string[] = [];
  pad.onEvent((event) => story.push(tell(event)));
  return story;
}

function tell(event: RatingPadEvent): string {
  switch (event.kind) {
    case 'rated':
      return `rated ${event.subject} ${event.score}`;
    case 'not-rated':
      return `not-rated ${event.subject} ${event.reason}`;
    case 'call-key':
      return `call ${event.action}`;
    case 'status-changed':
      return event.status.state === 'unavailable' ? event.status.reason : event.status.state;
  }
}

export interface PadBench {
  readonly pad: ProfilePad;
  readonly cable: VirtualCable;
  readonly clock: ManualClock;
  readonly story: string[];
  /** What the driver sent to the pad, in hex. */
  readonly sent: string[];
  press(code: number): void;
  happened(word: string, times?: number): Promise<unknown>;
}

/** A driver with its cable in the test's hands and a clock that stands still; started, and ready. */
export async function padBench(
  timings: Partial<PadTimings> = {},
  presence?: () => Promise<() => Promise<boolean>>,
): Promise<PadBench> {
  const sent: string[] = [];
  const cable = new VirtualCable((bytes) => sent.push(Buffer.from(bytes).toString('hex')));
  const clock = new ManualClock('2026-06-15T09:30:00+08:00');
  const pad = new ProfilePad({
    profile: DEMO_PAD,
    openLink: cable.open,
    simulated: true,
    clock,
    timings: { ...FAST, ...timings },
    ...(presence === undefined ? {} : { presence }),
  });
  const story = record(pad);
  pad.start();
  onTestFinished(() => pad.stop());
  const happened = (word: string, times = 1) =>
    waitFor(() => story.filter((entry) => entry === word).length >= times || undefined);
  await happened('ready');
  return {
    pad,
    cable,
    clock,
    story,
    sent,
    press: (code) => cable.send(encodePress(DEMO_PAD, code)),
    happened,
  };
}
