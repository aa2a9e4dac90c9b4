import { BenchHall } from './core/bench-hall.ts';
import { FullHall, PEOPLE_WAITING } from './core/full-hall.ts';
import { openRawAppend } from './core/raw-append.ts';
import { VISITORS } from './core/visitors.ts';
import type { Finding, Goal } from './goal.ts';
import { Samples } from './statistics.ts';

const TARGET = 1.3;
const ROUNDS = 2_000;
const QUICK_ROUNDS = 400;
const WARM_UP_ROUNDS = 1_000;

/** A ticket that is on the disk when it is answered, against the least that a durable write costs there. */
export const durableIssue: Goal = {
  id: 'G1',
  name: 'durable ticket ÷ raw 20 KB append + fsync',
  measure: async ({ folders, quick, lifetime }) => {
    const folder = folders.onDisk();
    const append = openRawAppend(folder, lifetime);
    const full = new FullHall(lifetime.own(new BenchHall(folder), (hall) => hall.close()));
    const raw = new Samples();
    const [withCard, without] = [new Samples(), new Samples()];
    const all = new Samples();
    const rounds = quick ? QUICK_ROUNDS : ROUNDS;
    for (let round = -WARM_UP_ROUNDS; round < rounds; round += 1) {
      const card = full.next.holder !== undefined;
      const [appendMs, issueMs] = inTurns(round, append, () => full.letIn());
      full.serve(full.call());
      if (round < 0) continue;
      raw.add(appendMs);
      all.add(issueMs);
      (card ? withCard : without).add(issueMs);
    }
    return finding(raw, all, { 'with a card': withCard, 'without a card': without });
  },
};

/** Each first as often as the other, so that neither always runs on a disk that the other has just woken. */
function inTurns(round: number, append: () => void, issue: () => void): readonly [number, number] {
  if (round % 2 === 0) return [timed(append), timed(issue)];
  const issueMs = timed(issue);
  return [timed(append), issueMs];
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function finding(raw: Samples, issue: Samples, kinds: Readonly<Record<string, Samples>>): Finding {
  const baseline = raw.p50;
  const ratio = issue.p50 / baseline;
  return {
    baseline,
    value: issue.p50,
    ratio,
    target: TARGET,
    ok: ratio <= TARGET,
    samples: issue.count,
    notes: [`${PEOPLE_WAITING} people waiting, the whole core, synchronous=FULL; ${VISITORS}`],
    parts: Object.entries(kinds).map(([name, samples]) => ({
      name,
      baseline,
      value: samples.p50,
      ratio: samples.p50 / baseline,
    })),
  };
}
