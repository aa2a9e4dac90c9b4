import { join } from 'node:path';
import { BenchHall } from './core/bench-hall.ts';
import { FullHall, PEOPLE_WAITING } from './core/full-hall.ts';
import { VISITORS } from './core/visitors.ts';
import type { BenchContext, Finding, Goal, Part } from './goal.ts';
import { writeHistory } from './history/write-history.ts';
import { Samples } from './statistics.ts';

const TARGET = 1.2;
const SIZES = [1_000, 10_000, 100_000, 1_000_000] as const;
const QUICK_SIZES = SIZES.slice(0, 3);
const ROUNDS = 1_500;
const QUICK_ROUNDS = 500;
const WARM_UP_ROUNDS = 500;
/** What one ticket of the past takes in the file, and room to work. */
const BYTES_A_TICKET = 2_500;

const OPERATIONS = ['issue', 'call', 'how many before me'] as const;

interface GrownHall {
  readonly tickets: number;
  readonly full: FullHall;
  readonly times: Readonly<Record<(typeof OPERATIONS)[number], Samples>>;
}

/** The same hall on the same morning, once with a short past and once with a long one. */
export const growth: Goal = {
  id: 'G6',
  name: 'issue, call, ahead: long history ÷ 1 k',
  measure: (context) => {
    const sizes = context.quick ? QUICK_SIZES : SIZES;
    const halls = openHalls(sizes, context);
    const rounds = context.quick ? QUICK_ROUNDS : ROUNDS;
    for (let round = -WARM_UP_ROUNDS; round < rounds; round += 1) {
      // Each hall goes first as often as any other.
      for (let turn = 0; turn < halls.length; turn += 1) {
        const hall = halls[(round + WARM_UP_ROUNDS + turn) % halls.length];
        if (hall !== undefined) serveOne(hall, round >= 0);
      }
    }
    return Promise.resolve(finding(halls, rounds));
  },
};

function openHalls(sizes: readonly number[], { folders, lifetime, say }: BenchContext): readonly GrownHall[] {
  const folder = folders.offDisk(sizes.reduce((sum, tickets) => sum + tickets * BYTES_A_TICKET, 0));
  return sizes.map((tickets) => {
    say(`writing ${named(tickets)} tickets of the past`);
    const dataDirectory = join(folder, String(tickets));
    writeHistory(dataDirectory, tickets);
    const hall = lifetime.own(new BenchHall(dataDirectory), (opened) => opened.close());
    const times = { issue: new Samples(), call: new Samples(), 'how many before me': new Samples() };
    return { tickets, full: new FullHall(hall), times };
  });
}

function serveOne({ full, times }: GrownHall, measured: boolean): void {
  const time = <Answer>(operation: keyof typeof times, work: () => Answer): Answer =>
    measured ? times[operation].time(work) : work();
  const { ticketId } = time('issue', () => full.letIn());
  time('how many before me', () => full.hall.ask('ticketStatus', { ticketId }));
  full.serve(time('call', () => full.call()));
}

function finding(halls: readonly GrownHall[], samples: number): Finding {
  const [short, ...longer] = halls;
  const longest = longer.at(-1);
  if (short === undefined || longest === undefined) throw new Error('Growth needs two sizes');
  const compare = (operation: (typeof OPERATIONS)[number], hall: GrownHall): Part => {
    const [baseline, value] = [short.times[operation].p50, hall.times[operation].p50];
    return { name: `${operation}, ${named(hall.tickets)} ÷ 1 k`, baseline, value, ratio: value / baseline };
  };
  const decisive = OPERATIONS.map((operation) => compare(operation, longest));
  const worst = decisive.reduce((most, part) => (part.ratio > most.ratio ? part : most));
  return {
    baseline: worst.baseline,
    value: worst.value,
    ratio: worst.ratio,
    target: TARGET,
    ok: worst.ratio <= TARGET,
    samples,
    notes: [
      `the worst of the three at ${named(longest.tickets)}; ${PEOPLE_WAITING} people waiting; ${VISITORS}`,
      'history: whole days of 1,000 served tickets, four sealed events each (the chain verifies), tables to match',
    ],
    parts: OPERATIONS.flatMap((operation) => longer.map((hall) => compare(operation, hall))),
  };
}

const named = (tickets: number): string =>
  tickets >= 1_000_000 ? `${tickets / 1_000_000} M` : `${tickets / 1_000} k`;
