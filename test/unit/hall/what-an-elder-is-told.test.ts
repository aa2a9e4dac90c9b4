import { beforeEach, describe, expect, it, test } from 'vitest';
import { elderBorn, elderCsv, type ListedElder } from '../../support/elder-list.ts';
import { KIOSK, LEADER, TestHall } from '../../support/open-test-hall.ts';

/** On 2026-05-20: 76, paid; reaches 70 in a month, not paid. */
const PAID_76 = { ...elderBorn('1950-02-01', 11), benefits: '高龄津贴' };
const SOON_70 = elderBorn('1956-06-20', 13);

let hall: TestHall;
beforeEach(() => {
  hall = new TestHall({ start: '2026-05-20T09:00:00+08:00' });
});
const takeAll = () =>
  hall.must('importBeneficiaries', { content: elderCsv(PAID_76, SOON_70), adds: false }, LEADER);
const holderOf = ({ name, idNumber }: ListedElder) => ({ name, idNumber });

describe('what a visitor is told', () => {
  const ask = (person: ListedElder, born: string) =>
    hall.must('benefitStanding', { birthDate: born, holder: holderOf(person) }, KIOSK);

  it('by the table alone, without a list', () => {
    expect(hall.must('benefitStanding', { birthDate: '19460620' }, KIOSK)).toMatchObject({
      ...{ on: '2026-05-20', age: 79, tier: { amount: 200, minAge: 70 }, check: null, offer: null },
      ...{ next: { on: '2026-06-20', tier: { amount: 300 } }, nextCheck: { from: '2026-11-01' } },
    });
    expect(hall.must('benefitStanding', { birthDate: '19810201' }, KIOSK)).toMatchObject({
      ...{ age: 45, tier: null, next: { on: '2051-02-01' } },
    });
  });

  it('by the list: what is due, and what waits for their answer', () => {
    takeAll();
    expect(ask(PAID_76, '19500201')).toMatchObject({ check: 'due', offer: null });
    expect(ask(SOON_70, '19560620')).toMatchObject({
      ...{ tier: null, check: null, offer: { begins: '2026-06-20', amount: 200, state: 'SELECTED' } },
    });
  });

  test.each([
    ['no date', '19560231', 'unreadable'],
    ['a date to come', '20990101', 'in-the-future'],
    ['a date before anybody living', '17000101', 'too-long-ago'],
  ])('%s is refused', (_, birthDate, reason) => {
    expect(hall.do('benefitStanding', { birthDate }, KIOSK)).toEqual({
      ok: false,
      error: { kind: 'bad-birth-date', reason },
    });
  });

  it('of the table: tiers in order, groups, ceilings, the card that proves nothing for money', () => {
    const table = hall.must('benefitTable', {}, KIOSK);
    expect(table.place).toEqual({ code: '440300', name: '深圳市' });
    expect(table.tiers.map(({ minAge, amount }) => [minAge, amount])).toEqual([
      [70, 200],
      [80, 300],
      [90, 500],
      [100, 1000],
    ]);
    const of = (wanted: string) => table.benefits.find(({ benefit }) => benefit === wanted);
    expect(of('HOME_CARE')?.groups.map(({ amount }) => amount)).toEqual([300, 500]);
    expect(of('HOME_ADAPTATION')).toMatchObject({ cap: 10_000, capPer: 'household' });
    expect(of('CONSUMPTION_VOUCHER')).toMatchObject({ cap: 800, shares: [{ percent: 50 }, { percent: 40 }] });
    expect(table.elderCard).toMatchObject({ provesForMoney: false });
    expect(table.elderCard?.channels).toHaveLength(4);
  });

  it('of meals: by community and group, with the share that is left to pay', () => {
    const all = hall.must('listMeals', {}, KIOSK);
    expect(all.sample).toBe(true);
    expect(new Set(all.points.map(({ kind }) => kind)).size).toBe(5);
    const { points } = hall.must('listMeals', { community: '山下村', group: '困难老人' }, KIOSK);
    expect(points.map(({ code }) => code)).toEqual(['ZC-04', 'ZC-05']);
    expect(points[0]?.groups).toContainEqual({ group: '困难老人', subsidy: 8, share: 0 });
  });
});
