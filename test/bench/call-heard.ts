import { PEOPLE_WAITING } from './core/full-hall.ts';
import { VISITORS } from './core/visitors.ts';
import { DisplayRig } from './displays/display-rig.ts';
import type { Finding, Goal, Part } from './goal.ts';
import { Samples } from './statistics.ts';

const TARGET = 2;
const ROUNDS = 2_000;
const QUICK_ROUNDS = 400;
const WARM_UP_ROUNDS = 200;
/** Sixty displays in four processes. */
const SOCKETS = [15, 15, 15, 15] as const;
/** Until the first call has shown how long one is. */
const FIRST_BYTES = 1_900;

interface Times {
  readonly raw: Samples;
  readonly fromRequest: Samples;
  readonly fromCommit: Samples;
  bytes: number;
}

/**
 * From the commit of a call until the last display has it, against a broadcast that does nothing else. What comes before
 * the commit (HTTP, rules, the flush to the disk) is G1 and G2; the time from the clerk's request on stands in the parts.
 */
export const callHeard: Goal = {
  id: 'G3',
  name: 'call → last of 60 displays ÷ raw ws broadcast',
  measure: async ({ folders, quick, lifetime }) => {
    const rig = await DisplayRig.start(folders.onDisk(), SOCKETS, lifetime);
    const times = newTimes(FIRST_BYTES);
    const rounds = quick ? QUICK_ROUNDS : ROUNDS;
    for (let round = -WARM_UP_ROUNDS; round < rounds; round += 1) {
      await takeTurns(rig, round < 0 ? newTimes(times.bytes) : times, round);
    }
    return finding(times);
  },
};

/** Each first as often as the other; the raw message is as long as the call that was heard last. */
async function takeTurns(rig: DisplayRig, times: Times, round: number): Promise<void> {
  if (round % 2 === 0) await broadcast(rig, times);
  const { ticketId, askedAtMs, committedAtMs, lastHeardAtMs, bytes } = await rig.call();
  times.fromRequest.add(lastHeardAtMs - askedAtMs);
  times.fromCommit.add(lastHeardAtMs - committedAtMs);
  times.bytes = bytes;
  await rig.serve(ticketId);
  if (round % 2 !== 0) await broadcast(rig, times);
}

async function broadcast(rig: DisplayRig, times: Times): Promise<void> {
  const { sentAtMs, lastHeardAtMs } = await rig.broadcast(times.bytes);
  times.raw.add(lastHeardAtMs - sentAtMs);
}

const newTimes = (bytes: number): Times => ({
  raw: new Samples(),
  fromRequest: new Samples(),
  fromCommit: new Samples(),
  bytes,
});

function finding({ raw, fromRequest, fromCommit, bytes }: Times): Finding {
  const part = (name: string, value: number, baseline: number): Part => ({
    name,
    baseline,
    value,
    ratio: value / baseline,
  });
  const ratio = fromCommit.p99 / raw.p99;
  return {
    baseline: raw.p99,
    value: fromCommit.p99,
    ratio,
    target: TARGET,
    ok: ratio <= TARGET,
    samples: raw.count,
    notes: [
      'p99; ours from the commit to the last display, as G4 adds a frame to it; raw from the first send to the last display',
      'from the request on, a call also pays HTTP, rules and a flush to the disk, which a broadcast does not',
      `${SOCKETS.length} processes of ${SOCKETS[0]} displays hear both alike; ${bytes} bytes a message`,
      `the whole service in its own process, ${PEOPLE_WAITING} people waiting; ${VISITORS}`,
    ],
    parts: [
      part('the same, p50', fromCommit.p50, raw.p50),
      part('request → last of 60, p99', fromRequest.p99, raw.p99),
      part('request → last of 60, p50', fromRequest.p50, raw.p50),
    ],
  };
}
