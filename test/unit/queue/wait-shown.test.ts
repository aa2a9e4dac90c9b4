import { describe, expect, test } from 'vitest';
import { estimateWait, type ServiceTime, type WaitFacts } from '../../../main/hall/domain/wait-estimate.ts';

const people = (count: number, serviceCode = 'LN-01') =>
  new Array<{ serviceCode: string }>(count).fill({ serviceCode });
const learned = (time: ServiceTime) => new Map([['LN-01', time]]);
const estimate = (facts: Partial<WaitFacts>) =>
  estimateWait({ ahead: [], openCounters: 4, serviceTimes: new Map(), typicalMinutes: () => 12, ...facts });
const width = (facts: Partial<WaitFacts>): number => {
  const { low, high } = estimate(facts);
  return high - low;
};

test('nobody ahead and a counter free: at once', () => {
  expect(estimate({ busyRemaining: [5, 5, 5] })).toEqual({ low: 0, high: 0 });
});

test('nobody ahead, every counter busy: until the first is free', () => {
  const { low, high } = estimate({ busyRemaining: [8, 8, 8, 8] });
  expect(low).toBeLessThanOrEqual(8);
  expect(high).toBeGreaterThanOrEqual(8);
});

test('well measured: forty people at four counters, ten minutes each, are about a hundred minutes', () => {
  const known = { count: 5_000, meanMinutes: 10, deviationMinutes: 4 };
  const range = estimate({ ahead: people(40), busyRemaining: [5, 5, 5, 5], serviceTimes: learned(known) });
  expect(range.low).toBeGreaterThan(80);
  expect(range.low).toBeLessThan(105);
  expect(range.high).toBeGreaterThan(105);
  expect(range.high).toBeLessThan(130);
});

test('little data: a wider range around the same mean', () => {
  const time = (count: number) => learned({ count, meanMinutes: 12, deviationMinutes: 7.2 });
  const ahead = people(10);
  const widths = [0, 5, 50, 5_000].map((count) =>
    width({ ahead, busyRemaining: [], serviceTimes: time(count) }),
  );
  expect(widths).toEqual(widths.toSorted((one, other) => other - one));
  expect(new Set(widths).size).toBe(4);
});

test('two strange visits do not overturn the catalogue, two hundred do', () => {
  const high = (count: number) =>
    estimate({
      ahead: people(8),
      busyRemaining: [0],
      openCounters: 1,
      serviceTimes: learned({ count, meanMinutes: 60, deviationMinutes: 7.2 }),
    }).high;
  const atFirst = high(0);
  expect(high(2)).toBeLessThan(atFirst * 1.7);
  expect(high(200)).toBeGreaterThan(atFirst * 2.5);
});

test('nobody is open: longer and less certain than with one counter', () => {
  const ahead = people(3);
  const one = estimate({ ahead, openCounters: 1 });
  const none = estimate({ ahead, openCounters: 0 });
  expect(none.low).toBe(one.low);
  expect(none.high).toBeGreaterThan(one.high);
});

describe('numbers that cannot be', () => {
  test.each([Number.NaN, -3, 0, Number.POSITIVE_INFINITY])(
    '%d minutes in the catalogue or learned',
    (minutes) => {
      const serviceTimes = learned({ count: 3, meanMinutes: minutes, deviationMinutes: minutes });
      const range = estimate({
        ahead: people(3),
        serviceTimes,
        typicalMinutes: () => minutes,
        busyRemaining: [minutes],
      });
      expect(Number.isInteger(range.low) && Number.isInteger(range.high)).toBe(true);
      expect(range.high).toBeGreaterThan(range.low);
    },
  );
});
