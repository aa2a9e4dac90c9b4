import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimateWait, type ServiceTime } from '../../../main/hall/domain/wait-estimate.ts';
import { parseDate } from '../../../main/foundation/identity/index.ts';
import { decideServiceDay } from '../../../main/hall/domain/service-day.ts';

const codes = ['LN-01', 'LN-02', 'HY-01', 'JZ-16'] as const;
const typical: Readonly<Record<string, number>> = { 'LN-01': 12, 'LN-02': 6, 'HY-01': 20, 'JZ-16': 1 };

const someTime: fc.Arbitrary<ServiceTime> = fc.record({
  count: fc.nat({ max: 1_000 }),
  meanMinutes: fc.double({ min: 0.1, max: 90, noNaN: true }),
  deviationMinutes: fc.double({ min: 0.1, max: 90, noNaN: true }),
});

const someFacts = fc.record(
  {
    openCounters: fc.nat({ max: 10 }),
    busyRemaining: fc.array(fc.double({ min: -5, max: 60, noNaN: true }), { maxLength: 12 }),
    serviceTimes: fc
      .array(fc.tuple(fc.constantFrom(...codes), someTime))
      .map((times): ReadonlyMap<string, ServiceTime> => new Map(times)),
    typicalMinutes: fc.constant((code: string) => typical[code] ?? Number.NaN),
  },
  { requiredKeys: ['openCounters', 'serviceTimes', 'typicalMinutes'] },
);

const somebody = fc.constantFrom(...codes, 'XX-99').map((serviceCode) => ({ serviceCode }));

test('one more person ahead, anywhere, never shortens either end of the range', () => {
  const people = fc.array(somebody, { maxLength: 40 });
  fc.assert(
    fc.property(someFacts, people, somebody, fc.nat({ max: 40 }), (facts, ahead, newcomer, place) => {
      const less = estimateWait({ ...facts, ahead });
      const more = estimateWait({ ...facts, ahead: ahead.toSpliced(place, 0, newcomer) });
      expect(Number.isInteger(less.low) && Number.isInteger(less.high)).toBe(true);
      expect(less.low).toBeGreaterThanOrEqual(0);
      expect(less.low).toBeLessThanOrEqual(less.high);
      expect(more.low).toBeGreaterThanOrEqual(less.low);
      expect(more.high).toBeGreaterThanOrEqual(less.high);
    }),
    { numRuns: 1_000 },
  );
});

test('whatever the clock says, the service day never goes back and is always a day', () => {
  const someDate = fc
    .tuple(
      fc.integer({ min: 1970, max: 2105 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  const moment = fc.record({
    localDate: someDate,
    freshStart: fc.boolean(),
    idleMonotonicMs: fc.nat({ max: 40_000_000 }),
    liveTickets: fc.nat({ max: 3 }),
    confirmedByStaff: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(moment, { maxLength: 30 }), (moments) => {
      let day: { readonly dayId: string; readonly date: string } | undefined;
      for (const [index, facts] of moments.entries()) {
        const decision = decideServiceDay(day === undefined ? facts : { ...facts, day });
        if (decision === 'keep' || 'refuse' in decision) continue;
        expect(parseDate(decision.open)).toBeDefined();
        if (day !== undefined) expect(decision.open > day.date).toBe(true);
        day = { dayId: `d${index}`, date: decision.open };
      }
    }),
  );
});
