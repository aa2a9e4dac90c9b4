import { describe, expect, test } from 'vitest';
import { ageByRule, reachesAge } from '../../../main/hall/domain/benefits/ages.ts';
import {
  amountOn,
  reaching,
  reminderDate,
  tierChanges,
  type AllowanceTable,
} from '../../../main/hall/domain/benefits/tiers.ts';
import { loadBenefits, placeOfHall } from '../../../main/hall/policies/benefits.ts';

const { data } = loadBenefits();
function tableAt(hallId: string): AllowanceTable {
  const place = placeOfHall(data.places, hallId);
  if (place === undefined) throw new Error(`no place for ${hallId}`);
  return { tiers: data.tiers.filter((tier) => tier.place === place.code), ageRule: place.ageRule };
}
const SHENZHEN = tableAt('440304-01');
const paid = (birth: string, on: string, table = SHENZHEN) => {
  const found = amountOn(table, birth, on);
  return { age: found?.age, amount: found?.tier?.amount };
};

describe('the Shenzhen table', () => {
  test.each([
    ['born 1956-03-15, the day before 70', '1956-03-15', '2026-03-14', 69, undefined],
    ['born 1956-03-15, on the 70th birthday', '1956-03-15', '2026-03-15', 70, 200],
    ['born 1946-01-01, on the 80th birthday', '1946-01-01', '2026-01-01', 80, 300],
    ['born 1936-02-29, on 28 February of a common year', '1936-02-29', '2026-02-28', 89, 300],
    ['born 1936-02-29, on 1 March of a common year', '1936-02-29', '2026-03-01', 90, 500],
    ['born 1926-06-30, on the 100th birthday', '1926-06-30', '2026-06-30', 100, 1000],
    ['the day before 80', '1946-06-15', '2026-06-14', 79, 200],
    ['the day before 100', '1926-06-30', '2026-06-29', 99, 500],
  ])('%s', (_, birth, on, age, amount) => {
    expect(paid(birth, on)).toEqual({ age, amount });
  });

  test('the reminder for 1956-03-15 goes out on 2026-01-15', () => {
    expect(reminderDate(reachesAge('1956-03-15', 70, SHENZHEN.ageRule))).toBe('2026-01-15');
    expect(reaching(SHENZHEN, '1956-03-15', '2026-01-14')).toBeUndefined();
    expect(reaching(SHENZHEN, '1956-03-15', '2026-01-15')).toMatchObject({ on: '2026-03-15' });
    expect(reaching(SHENZHEN, '1956-03-15', '2026-03-14')).toMatchObject({ on: '2026-03-15' });
    expect(reaching(SHENZHEN, '1956-03-15', '2026-03-15')).toBeUndefined();
  });

  test('two months before the end of April is the last day of February', () => {
    expect(reminderDate('2026-04-30')).toBe('2026-02-28');
    expect(reminderDate('2026-01-31')).toBe('2025-11-30');
  });

  test('a birth date after the day has no amount', () => {
    expect(amountOn(SHENZHEN, '2026-06-16', '2026-06-15')).toBeUndefined();
  });

  test('the changes of a life, each on its birthday', () => {
    const changes = tierChanges(SHENZHEN, '1946-05-20', '2015-01-01', '2050-12-31');
    expect(changes.map(({ on, before, after }) => [on, before?.amount ?? 0, after?.amount ?? 0])).toEqual([
      // Before 2021 the shipped table says nothing, so nothing is claimed.
      ['2021-01-01', 0, 200],
      ['2026-05-20', 200, 300],
      ['2036-05-20', 300, 500],
      ['2046-05-20', 500, 1000],
    ]);
  });
});

describe('other places', () => {
  test('Zhuhai pays from 80 on, and how much was not found: no figure is invented', () => {
    const table = tableAt('440402-01');
    expect(paid('1946-06-16', '2026-06-15', table)).toEqual({ age: 79, amount: undefined });
    expect(paid('1946-06-15', '2026-06-15', table)).toEqual({ age: 80, amount: null });
  });

  test('a hall in a place without a rule has none', () => {
    expect(placeOfHall(data.places, '110105-01')).toBeUndefined();
    expect(placeOfHall(data.places, '440605-02')?.name).toBe('佛山市南海区');
    // The rest of Foshan is not Nanhai.
    expect(placeOfHall(data.places, '440604-01')).toBeUndefined();
  });
});

describe('how years are counted', () => {
  const monthly = { counts: 'first-of-month', leapDay: 'march-1' } as const;
  test.each([
    ['2026-03-15', 69],
    ['2026-03-31', 69],
    ['2026-04-01', 70],
  ])('by the month: born 1956-03-15, on %s', (on, age) => {
    expect(ageByRule('1956-03-15', on, monthly)).toBe(age);
  });

  test('by the month, born on the first: that very month', () => {
    expect(ageByRule('1956-03-01', '2026-03-01', monthly)).toBe(70);
    expect(reachesAge('1956-12-15', 70, monthly)).toBe('2027-01-01');
    expect(ageByRule('1956-12-15', '2026-12-31', monthly)).toBe(69);
    expect(ageByRule('1956-12-15', '2027-01-01', monthly)).toBe(70);
  });

  test('born on 29 February: 28 February or 1 March, as the place says; in a leap year the day itself', () => {
    const february = { counts: 'birthday', leapDay: 'february-28' } as const;
    expect(reachesAge('1936-02-29', 90, february)).toBe('2026-02-28');
    expect(reachesAge('1936-02-29', 90, { ...february, leapDay: 'march-1' })).toBe('2026-03-01');
    expect(reachesAge('1936-02-29', 92, february)).toBe('2028-02-29');
  });
});

describe('a rule that changes', () => {
  const row = { place: '440300', benefit: 'HIGH_AGE_ALLOWANCE', minAge: 70, source: '-', mark: 'V' };
  const table: AllowanceTable = {
    ageRule: SHENZHEN.ageRule,
    tiers: [
      { ...row, from: '2021-01-01', until: '2026-06-30', amount: 200 },
      { ...row, from: '2026-07-01', amount: 260 },
    ],
  };
  test('changes the amount on its first day, whatever the age', () => {
    expect(tierChanges(table, '1950-02-02', '2026-01-01', '2026-12-31')).toMatchObject([
      { on: '2026-07-01', before: { amount: 200 }, after: { amount: 260 } },
    ]);
  });
});
