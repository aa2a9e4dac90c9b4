import { describe, expect, test } from 'vitest';
import { StatisticsTally, type Visit } from '../../../main/hall/domain/statistics/index.ts';
import { DEFAULT_RULES } from '../../../main/hall/domain/rules/index.ts';
import { at, MINUTE, visit } from './visits.ts';

const figuresOf = (...visits: readonly Visit[]) => {
  const tally = new StatisticsTally(DEFAULT_RULES['head-start']);
  tally.addDay('2026-06-15', visits);
  return tally.figures();
};
const waiting = (...minutes: readonly number[]): Visit[] => minutes.map((waited) => visit({ waited }));

describe('waits', () => {
  test('59, 60, 61 and 125 minute waits average to 76.25', () => {
    expect(figuresOf(...waiting(59, 60, 61, 125)).waits).toEqual({
      count: 4,
      meanMinutes: 76.25,
      medianMinutes: 60,
      p90Minutes: 125,
      over30: 4,
      over60: 2,
    });
  });

  test('a wait of exactly an hour is not over an hour, one a second longer is', () => {
    expect(figuresOf(...waiting(30, 60)).waits).toMatchObject({ over30: 1, over60: 0 });
    expect(figuresOf(...waiting(60 + 1 / 60)).waits.over60).toBe(1);
  });

  test('percentiles are waits that somebody had: nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, place) => place + 1);
    expect(figuresOf(...waiting(...hundred)).waits).toMatchObject({ medianMinutes: 50, p90Minutes: 90 });
    expect(figuresOf(...waiting(7)).waits).toMatchObject({ medianMinutes: 7, p90Minutes: 7 });
  });

  test('who was never called has no wait and no share in the mean', () => {
    const { waits, counts } = figuresOf(visit({ waited: 10 }), visit({ firstCall: null }));
    expect(waits).toMatchObject({ count: 1, meanMinutes: 10 });
    expect(counts).toMatchObject({ issued: 2, called: 1 });
  });

  test('nobody came: counts are zero and nothing is measured', () => {
    expect(figuresOf().waits).toEqual({
      count: 0,
      meanMinutes: null,
      medianMinutes: null,
      p90Minutes: null,
      over30: 0,
      over60: 0,
    });
  });
});

test('statistics over midnight: a wait counts whole, for the day and the hour in which it began', () => {
  const late = visit({ issuedMs: at('23:50'), hour: 23, waited: 30 });
  const { waits, byDay, byHour } = figuresOf(late);
  expect(waits.meanMinutes).toBe(30);
  expect(byDay).toEqual([{ date: '2026-06-15', issued: 1, meanMinutes: 30, p90Minutes: 30, over60: 0 }]);
  // 2026-06-15 is a Monday.
  expect(byHour).toEqual([{ weekday: 1, hour: 23, issued: 1, meanMinutes: 30 }]);
});

describe('times that only a clock can make', () => {
  test('a wait longer than a day is left out of every figure and counted as left out', () => {
    const { waits, leftOut, byDay, counts } = figuresOf(
      visit({ waited: 24 * 60 + 1 }),
      visit({ waited: 10 }),
    );
    expect(waits).toMatchObject({ count: 1, meanMinutes: 10, over60: 0 });
    expect(byDay[0]?.meanMinutes).toBe(10);
    expect(counts.called).toBe(2);
    expect(leftOut).toBe(1);
  });
  test('a wait below zero is none', () => {
    expect(figuresOf(visit({ waited: -5 })).waits).toMatchObject({ count: 1, meanMinutes: 0 });
  });
  test('a service of nine hours is left out', () => {
    const served = [{ ms: 9 * 60 * MINUTE, serviceCode: 'LN-01', counterId: '1' }];
    const { service, leftOut } = figuresOf(visit({ served }));
    expect(service.count).toBe(0);
    expect(leftOut).toBe(1);
  });
});

describe('groups', () => {
  const served = (counterId: string, serviceCode: string, minutes: number) => [
    { ms: minutes * MINUTE, serviceCode, counterId },
  ];
  const figures = figuresOf(
    visit({ waited: 10, priorityClass: 'elder', served: served('1', 'LN-01', 8) }),
    visit({ waited: 20, served: served('10', 'LN-02', 16), missedCount: 2 }),
    visit({
      waited: 30,
      serviceCode: 'JZ-01',
      firstCall: { atMs: at('09:30'), counterId: '10', services: [] },
    }),
    visit({ firstCall: null, end: { state: 'cancelled', atMs: at('09:05') } }),
  );

  test('waits stand by what people came for, services by what was done', () => {
    const rows = figures.byService.map(({ serviceCode, issued, waits, service }) => [
      serviceCode,
      issued,
      waits.meanMinutes,
      service.meanMinutes,
    ]);
    expect(rows).toEqual([
      ['JZ-01', 1, 30, null],
      ['LN-01', 3, 15, 8],
      ['LN-02', 0, null, 16],
    ]);
  });
  test('classes come most pressing first, counters as they stand on the wall', () => {
    expect(figures.byClass.map(({ priorityClass, issued }) => [priorityClass, issued])).toEqual([
      ['elder', 1],
      ['ordinary', 3],
    ]);
    expect(figures.byCounter.map(({ counterId }) => counterId)).toEqual(['1', '10']);
  });
  test('a person who missed twice is one person who missed', () => {
    expect(figures.counts).toMatchObject({ issued: 4, called: 3, done: 0, cancelled: 1, missed: 1 });
  });
});

test('two matters of one visit are one wait and two services; who was served at once had no wait', () => {
  const served = [
    { ms: 5 * MINUTE, serviceCode: 'LN-01', counterId: '1' },
    { ms: 9 * MINUTE, serviceCode: 'JZ-01', counterId: '1' },
  ];
  const atOnce = visit({ queued: false, firstCall: null, served: served.slice(0, 1) });
  const { waits, service, counts } = figuresOf(visit({ waited: 12, served }), atOnce);
  expect(waits).toMatchObject({ count: 1, meanMinutes: 12 });
  expect(service).toMatchObject({ count: 3, medianMinutes: 5 });
  expect(counts).toMatchObject({ issued: 2, called: 1, servedAtOnce: 1 });
});

test('the estimate: inside or not with both ends, and how far off its middle was, with the sign', () => {
  const told = { low: 10, high: 20 };
  const { estimate } = figuresOf(
    visit({ told, waited: 10 }),
    visit({ told, waited: 20 }),
    visit({ told, waited: 33 }),
    visit({ waited: 90 }),
    visit({ told, firstCall: null }),
  );
  // (15 - 10) + (15 - 20) + (15 - 33) = -18 over three: people were told six minutes too few.
  expect(estimate).toEqual({ count: 3, inside: 2, meanErrorMinutes: -6 });
});

test('weekdays over a week, a leap day and the turn of a year', () => {
  const tally = new StatisticsTally(DEFAULT_RULES.fifo);
  const days = ['2024-02-29', '2025-12-31', '2026-01-01', '2026-06-20', '2026-06-21'];
  for (const date of days) tally.addDay(date, [visit()]);
  const found = new Map(tally.figures().byHour.map(({ weekday, issued }) => [weekday, issued]));
  // Thursday, Wednesday, Thursday, Saturday, Sunday.
  expect([...found]).toEqual([
    [3, 1],
    [4, 2],
    [6, 1],
    [7, 1],
  ]);
});
