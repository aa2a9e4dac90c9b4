import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBuiltPages } from '../support/built-pages.ts';
import { launchChromium } from '../support/chromium.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { PEOPLE_WAITING } from './core/full-hall.ts';
import { DisplayRig } from './displays/display-rig.ts';
import { PaintedPage, type PageClock } from './displays/painted-page.ts';
import type { BenchContext, Finding, Goal } from './goal.ts';
import { Samples } from './statistics.ts';

const TARGET_MS = 100;
const ROUNDS = 500;
const QUICK_ROUNDS = 120;
const WARM_UP_ROUNDS = 30;
/** Fifty-nine more displays: the sixtieth is the page. */
const SOCKETS = [15, 15, 15, 14] as const;
/** One frame of a screen at 60 Hz: calls come at any moment of it. */
const FRAME_MS = 1_000 / 60;

interface Contest {
  readonly rig: DisplayRig;
  readonly ours: PaintedPage;
  readonly raw: PaintedPage;
}

interface Times {
  readonly ours: Samples;
  readonly raw: Samples;
}

/** From the commit of a call until its number stands on a display page in Chromium, against a page that shows bare text. */
export const callPainted: Goal = {
  id: 'G4',
  name: 'commit → pixels on a display page, p95, ÷ bare page',
  measure: async (context) => {
    const contest = await openContest(context);
    const clocks = { ours: await contest.ours.clock(), raw: await contest.raw.clock() };
    const times = newTimes();
    const rounds = context.quick ? QUICK_ROUNDS : ROUNDS;
    const random = seededRandom(rounds);
    for (let round = -WARM_UP_ROUNDS; round < rounds; round += 1) {
      await takeTurns(contest, clocks, round < 0 ? newTimes() : times, round);
      await sleep(random() * FRAME_MS);
    }
    return finding(times, clocks);
  },
};

async function openContest({ folders, lifetime, say }: BenchContext): Promise<Contest> {
  say('building the pages, if their sources are newer');
  await ensureBuiltPages();
  const rig = await DisplayRig.start(folders.onDisk(), SOCKETS, lifetime);
  const browser = lifetime.own(await launchChromium(), (opened) => opened.close());
  const { address } = rig.hall.process;
  const ours = await PaintedPage.open(browser, `${address}/display/#token=${rig.hall.displayToken}`);
  await ours.page.locator('[data-waiting]').first().waitFor();
  return { rig, ours, raw: await PaintedPage.open(browser, rig.rawAddress) };
}

type Clocks = Readonly<Record<keyof Times, PageClock>>;

async function takeTurns(contest: Contest, clocks: Clocks, times: Times, round: number): Promise<void> {
  if (round % 2 === 0) await paintRaw(contest, clocks, times);
  const { rig, ours } = contest;
  const number = await rig.nextNumber();
  const painted = ours.painted(number);
  const { ticketId, committedAtMs } = await rig.call();
  times.ours.add((await painted) - clocks.ours.offsetMs - committedAtMs);
  await rig.serve(ticketId);
  if (round % 2 !== 0) await paintRaw(contest, clocks, times);
}

async function paintRaw({ rig, raw }: Contest, clocks: Clocks, times: Times): Promise<void> {
  const number = `R${rig.broadcasts + 1}`;
  const painted = raw.painted(number);
  const { sentAtMs } = await rig.broadcast(0);
  times.raw.add((await painted) - clocks.raw.offsetMs - sentAtMs);
}

const newTimes = (): Times => ({ ours: new Samples(), raw: new Samples() });

function finding({ ours, raw }: Times, clocks: Clocks): Finding {
  const errorMs = Math.max(clocks.ours.errorMs, clocks.raw.errorMs);
  const part = (name: string, value: number, baseline: number) => ({
    name,
    baseline,
    value,
    ratio: value / baseline,
  });
  return {
    baseline: raw.percentile(95),
    value: ours.percentile(95),
    ratio: ours.percentile(95) / raw.percentile(95),
    target: TARGET_MS,
    unit: 'ms',
    ok: ours.percentile(95) + errorMs <= TARGET_MS,
    samples: ours.count,
    notes: [
      'p95; decides by milliseconds, because people wait for them; the clocks of page and service agree to ' +
        `${errorMs.toFixed(2)} ms, which is added before it is judged`,
      'painted: the number is in the tree, and the frame after the next one has begun (up to one frame too much)',
      'raw: a page that writes each message of a ws broadcast into one element, painted and timed alike',
      `real hall, real page in Chromium at 1920 x 1080, 59 more displays, ${PEOPLE_WAITING} people waiting`,
    ],
    parts: [part('the same, p50', ours.p50, raw.p50), part('the same, p99', ours.p99, raw.p99)],
  };
}
