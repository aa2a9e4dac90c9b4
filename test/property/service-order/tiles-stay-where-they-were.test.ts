import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isClearlyMore,
  LEARNED_PLACES,
  learnFirst,
  wholeOrder,
  demandOf,
} from '../../../main/hall/domain/service-order.ts';
import { daysOf } from '../../support/past-demand.ts';

const CODES = Array.from({ length: 12 }, (_, place) => `S${place}`);
const someOrder = fc.shuffledSubarray(CODES, { minLength: 1 });
const someScores = fc.array(fc.nat({ max: 400 }), { minLength: 12, maxLength: 12 });

const servicesOf = (scores: readonly number[]) => ({
  services: new Map(scores.map((score, place) => [`S${place}`, { tickets: score, score }])),
});

test('nothing is lost, nothing is twice, and the same again changes nothing', () => {
  fc.assert(
    fc.property(someOrder, someScores, (before, scores) => {
      const demand = servicesOf(scores);
      const after = wholeOrder(learnFirst(before, demand), before);
      expect(after.toSorted()).toEqual(before.toSorted());
      expect(learnFirst(after, demand)).toEqual(after.slice(0, LEARNED_PLACES));
    }),
  );
});

test('a tile loses its place only by moving up, or to one that was clearly more asked for', () => {
  fc.assert(
    fc.property(someOrder, someScores, (before, scores) => {
      const demand = servicesOf(scores);
      const score = (code: string | undefined): number => demand.services.get(code ?? '')?.score ?? 0;
      const first = learnFirst(before, demand);
      before.slice(0, LEARNED_PLACES).forEach((code, place) => {
        const now = first.indexOf(code);
        if (now === place || (now !== -1 && now < place)) return;
        expect(isClearlyMore(score(first[place]), score(code))).toBe(true);
      });
    }),
  );
});

test('nobody who is clearly more asked for is left behind', () => {
  fc.assert(
    fc.property(someOrder, someScores, (before, scores) => {
      const demand = servicesOf(scores);
      const score = (code: string): number => demand.services.get(code)?.score ?? 0;
      const first = learnFirst(before, demand);
      first.forEach((code, place) => {
        for (const other of before.filter((one) => !first.slice(0, place + 1).includes(one)))
          expect(isClearlyMore(score(other), score(code))).toBe(false);
      });
    }),
  );
});

test('while people come evenly, a day’s noise moves no tile', () => {
  const usual = { S0: 10, S1: 8, S2: 6, S3: 4, S4: 1 };
  const noise = fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 450, maxLength: 450 });
  fc.assert(
    fc.property(noise, (shaken) => {
      const past = daysOf(90, '70-79', usual).map((row, place) => ({
        ...row,
        count: Math.max(0, row.count + (shaken[place] ?? 0)),
      }));
      const demand = demandOf('70-79', past);
      if (demand === undefined) throw new Error('too few');
      expect(learnFirst(CODES, demand).slice(0, 3)).toEqual(['S0', 'S1', 'S2']);
    }),
  );
});

test('no single day turns the order around, however many came on it', () => {
  const past = daysOf(30, '70-79', { S0: 10, S1: 8, S2: 6, S3: 4, S4: 1 });
  const day = fc.record({ at: fc.nat({ max: 29 }), code: fc.constantFrom(...CODES), count: fc.nat(5_000) });
  fc.assert(
    fc.property(day, ({ at, code, count }) => {
      const dayId = `day ${String(at).padStart(3, '0')}`;
      const demand = demandOf('70-79', [...past, { dayId, ageBand: '70-79', serviceCode: code, count }]);
      if (demand === undefined) throw new Error('too few');
      expect(learnFirst(CODES, demand)).toEqual(['S0', 'S1', 'S2', 'S3']);
    }),
  );
});
