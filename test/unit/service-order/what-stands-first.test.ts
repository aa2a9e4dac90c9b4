import { describe, expect, test } from 'vitest';
import { AGE_BANDS, ageBandOf, AUDIENCES } from '../../../preload/contracts/age-band.ts';
import {
  demandOf,
  fixedOrder,
  learnFirst,
  LEAST_TICKETS,
  wholeOrder,
  type Demand,
} from '../../../main/hall/domain/service-order.ts';
import { daysOf } from '../../support/past-demand.ts';

const ORDER = ['A', 'B', 'C', 'D', 'E', 'F'];

/** People came for these over ten days, evenly. */
const asked = (eachDay: Readonly<Record<string, number>>): Demand => {
  const demand = demandOf('60-69', daysOf(10, '60-69', eachDay));
  if (demand === undefined) throw new Error('too few');
  return demand;
};

describe('ten years of age and no more', () => {
  test.each([
    [0, 'under-60'],
    [59, 'under-60'],
    [60, '60-69'],
    [69, '60-69'],
    [70, '70-79'],
    [79, '70-79'],
    [80, '80-plus'],
    [122, '80-plus'],
  ])('%i years: %s', (years, band) => {
    expect(ageBandOf(years)).toBe(band);
  });
});

describe('out of whose tickets is learned', () => {
  test('of nobody while a hall has seen too few', () => {
    const past = daysOf(1, '70-79', { A: LEAST_TICKETS - 1 });
    for (const audience of AUDIENCES) expect(demandOf(audience, past)).toBeUndefined();
  });
  test('of their own, though others were more', () => {
    const past = [...daysOf(10, '70-79', { A: 3 }), ...daysOf(10, 'under-60', { B: 90 })];
    expect(demandOf('70-79', past)).toMatchObject({ bands: ['70-79'], tickets: 30, days: 10 });
  });
  test('of those next in age where the own are few, then of all elders', () => {
    const few = daysOf(10, '80-plus', { A: 1 });
    const next = [...few, ...daysOf(10, '70-79', { A: 2 })];
    expect(demandOf('80-plus', next)).toMatchObject({ bands: ['70-79', '80-plus'], tickets: 30 });
    const far = [...few, ...daysOf(10, '60-69', { A: 2 })];
    expect(demandOf('80-plus', far)).toMatchObject({ bands: ['60-69', '70-79', '80-plus'], tickets: 30 });
  });
  test('the old are not put in order by the young, nor by people of whom nobody knows the age', () => {
    const past = [...daysOf(10, 'under-60', { A: 50 }), ...daysOf(10, 'unknown', { B: 50 })];
    for (const audience of ['60-69', '70-79', '80-plus', 'elder'] as const)
      expect(demandOf(audience, past)).toBeUndefined();
    expect(demandOf('anyone', past)).toMatchObject({ tickets: 1000 });
    expect(demandOf('under-60', past)).toMatchObject({ bands: ['under-60'], tickets: 500 });
  });
  test('the busiest day of a service does not count: one bus full of people moves no tile', () => {
    const bus = [{ dayId: 'bus', ageBand: '60-69', serviceCode: 'F', count: 60 }] as const;
    const demand = demandOf('60-69', [...daysOf(10, '60-69', { A: 3, B: 2 }), ...bus]);
    expect(demand?.services.get('F')).toEqual({ tickets: 60, score: 0 });
    expect(demand?.services.get('A')).toEqual({ tickets: 30, score: 27 });
    expect(learnFirst(ORDER, demand ?? asked({}))).toEqual(['A', 'B', 'C', 'D']);
  });
});

describe('who stands first', () => {
  test('what is clearly more asked for takes the very place of what gave it up', () => {
    expect(learnFirst(ORDER, asked({ A: 9, B: 1, C: 4, D: 3, F: 5 }))).toEqual(['A', 'F', 'C', 'D']);
  });
  test('two that are about as much asked for stay as they were, whichever is ahead today', () => {
    expect(learnFirst(ORDER, asked({ A: 10, B: 11, C: 9, D: 8 }))).toEqual(['A', 'B', 'C', 'D']);
    expect(learnFirst(['B', 'A', 'C', 'D', 'E'], asked({ A: 10, B: 9, C: 8, D: 7 }))[0]).toBe('B');
  });
  test('among the smallest numbers nothing is clear', () => {
    expect(learnFirst(ORDER, { services: new Map([['F', { tickets: 3, score: 2 }]]) })).toEqual(
      ORDER.slice(0, 4),
    );
  });
  test('a hall with fewer services than places', () => {
    expect(learnFirst(['A', 'B'], asked({ A: 1, B: 5 }))).toEqual(['B', 'A']);
    expect(learnFirst([], asked({ A: 5 }))).toEqual([]);
  });
  test('a service that the hall no longer has leaves its place, the others keep theirs', () => {
    expect(wholeOrder(['F', 'X', 'A'], ORDER)).toEqual(['F', 'A', 'B', 'C', 'D', 'E']);
  });
});

describe('the program’s own order', () => {
  const services = [
    { serviceCode: 'A', elderRelevant: false },
    { serviceCode: 'B', elderRelevant: true },
    { serviceCode: 'C', elderRelevant: true },
  ];
  test('what such halls are mostly asked for, then the catalogue’s order', () => {
    expect(fixedOrder(services, ['C'], 'under-60')).toEqual(['C', 'A', 'B']);
    expect(fixedOrder(services, ['C'], 'anyone')).toEqual(['C', 'A', 'B']);
  });
  test('for every age of elders what does not concern them comes last', () => {
    for (const audience of [...AGE_BANDS.slice(1), 'elder'] as const)
      expect(fixedOrder(services, ['A'], audience)).toEqual(['B', 'C', 'A']);
  });
});
