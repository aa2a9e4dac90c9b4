import { describe, expect, test } from 'vitest';
import { DEFAULT_RULES, type QueueRuleName } from '../../../main/hall/domain/rules/index.ts';
import { replay, type Arrival, type ReplayedCall } from '../../../main/hall/domain/replay.ts';

const MINUTE_MS = 60_000;
const COUNTERS = 4;
const MEAN_SERVICE_MINUTES = 12;
const LOAD = 0.95;
const MORNINGS = 200;

/** mulberry32: small, well mixed, the same on every machine. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Four hours at 95 % load; service times are the sum of two exponential parts, as desk work usually looks. */
function morning(seed: number, elderShare: number): readonly Arrival[] {
  const random = seededRandom(seed);
  const exponential = (meanMinutes: number): number => -Math.log(1 - random()) * meanMinutes * MINUTE_MS;
  const arrivals: Arrival[] = [];
  const gapMinutes = MEAN_SERVICE_MINUTES / (COUNTERS * LOAD);
  let nowMs = exponential(gapMinutes);
  for (; nowMs < 240 * MINUTE_MS; nowMs += exponential(gapMinutes)) {
    arrivals.push({
      ticketId: `t${arrivals.length}`,
      sequence: arrivals.length + 1,
      issuedAtMs: Math.floor(nowMs),
      priorityClass: random() < elderShare ? 'elder' : 'ordinary',
      serviceCode: 'LN-01',
      serviceMs: exponential(MEAN_SERVICE_MINUTES / 2) + exponential(MEAN_SERVICE_MINUTES / 2),
    });
  }
  return arrivals;
}

function mornings(rule: QueueRuleName, elderShare: number) {
  const calls: ReplayedCall[] = [];
  for (let seed = 1; seed <= MORNINGS; seed += 1) {
    calls.push(...replay(morning(seed, elderShare), DEFAULT_RULES[rule], COUNTERS));
  }
  const waits = (priorityClass: string): number[] =>
    calls
      .filter(({ arrival }) => arrival.priorityClass === priorityClass)
      .map((call) => call.waitedMs / MINUTE_MS);
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const ordinary = waits('ordinary');
  return {
    calls: calls.length,
    elderMean: mean(waits('elder')),
    everybodyMean: mean([...waits('elder'), ...ordinary]),
    ordinaryOverAnHour: ordinary.filter((wait) => wait > 60).length / ordinary.length,
  };
}

describe.each([0.2, 0.5])('two hundred mornings, share of elders %d', (elderShare) => {
  const fifo = mornings('fifo', elderShare);
  const headStart = mornings('head-start', elderShare);
  const strict = mornings('strict', elderShare);

  test('everybody is called, under every rule', () => {
    const visitors = Array.from({ length: MORNINGS }, (_, index) => morning(index + 1, elderShare).length);
    const sum = visitors.reduce((total, count) => total + count, 0);
    expect([fifo.calls, headStart.calls, strict.calls]).toEqual([sum, sum, sum]);
  });

  test('a head start at least halves the wait of elders, or nearly so when every second visitor is one', () => {
    expect(headStart.elderMean).toBeLessThan(fifo.elderMean * (elderShare > 0.4 ? 0.65 : 0.5));
  });

  test('fewer ordinary visitors wait over an hour than under the strict rule', () => {
    expect(headStart.ordinaryOverAnHour).toBeLessThan(strict.ordinaryOverAnHour);
    expect(headStart.ordinaryOverAnHour).toBeGreaterThanOrEqual(fifo.ordinaryOverAnHour);
  });

  test('no rule makes the hall as a whole faster or slower by much: it only deals the waiting out', () => {
    for (const rule of [headStart, strict]) {
      expect(Math.abs(rule.everybodyMean - fifo.everybodyMean)).toBeLessThan(fifo.everybodyMean * 0.05);
    }
  });
});

test('a hall with one counter: the elder who came while it was busy goes before who came just before her', () => {
  const arrival = (ticketId: string, minute: number, priorityClass: 'elder' | 'ordinary'): Arrival => ({
    ticketId,
    sequence: minute,
    issuedAtMs: minute * MINUTE_MS,
    priorityClass,
    serviceCode: 'LN-01',
    serviceMs: 10 * MINUTE_MS,
  });
  const arrivals = [
    arrival('first', 1, 'ordinary'),
    arrival('second', 2, 'ordinary'),
    arrival('elder', 5, 'elder'),
    arrival('much later', 60, 'ordinary'),
  ];
  const calls = replay(arrivals, DEFAULT_RULES['head-start'], 1);
  expect(calls.map(({ arrival: { ticketId }, waitedMs }) => [ticketId, waitedMs / MINUTE_MS])).toEqual([
    ['first', 0],
    ['elder', 6],
    ['second', 19],
    ['much later', 0],
  ]);
});
