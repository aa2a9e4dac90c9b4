import { beforeEach, describe, expect, it } from 'vitest';
import { elderBorn } from '../../support/elder-list.ts';
import { CLERK, KIOSK, LEADER, TestHall } from '../../support/open-test-hall.ts';

const phone = '13812341234';
const holder = { ...elderBorn('1946-06-20', 31), phone, address: '深圳市福田区莲花街道紫荆路8号2栋301' };
const DAY_MS = 86_400_000;

let hall: TestHall;
beforeEach(() => {
  hall = new TestHall({ start: '2026-06-15T09:00:00+08:00' });
});

describe('the register of care visits', () => {
  const wish = { holder, category: 'livingAlone', wish: 'visit', need: 'company', consent: true } as const;
  const register = (over: object = {}, caller = CLERK) =>
    hall.do('registerCareVisit', { ...wish, ...over }, caller);

  it('takes somebody with a category, a wish, a need and a day; lists show them masked, to the street', () => {
    const companion = { name: '测试丁' };
    expect(register({ followUpOn: '2026-06-20', companion }, KIOSK)).toMatchObject({
      value: { followUpOn: '2026-06-20' },
    });
    const { visits, categories } = hall.must('careVisits', {});
    expect(visits).toMatchObject([
      {
        ...{ maskedName: '测**1', street: '深圳市福田区莲花街道', maskedPhone: '138****1234' },
        ...{ category: 'livingAlone', wish: 'visit', need: 'company', overdue: false, maskedHelper: '测*丁' },
      },
    ]);
    expect(categories.map(({ name }) => name)).toEqual(['特困', '空巢', '独居', '留守', '其他老人']);
    expect(JSON.stringify(hall.bodiesOf('care.registered'))).not.toMatch(/测试|1381234|紫荆/);
  });

  it('without a day comes again after the days that the hall’s data say', () => {
    expect(register()).toMatchObject({ value: { followUpOn: '2026-07-15' } });
  });

  it.each([
    ['a category that the hall does not have', { category: 'rich' }, 'category', 'destitute, emptyNest'],
    ['a need that the hall does not have', { need: 'money' }, 'need', 'company'],
    ['a day that is past', { followUpOn: '2026-06-14' }, 'followUpOn', '2026-06-15 or later'],
  ])('%s is refused with what is allowed', (_, over, where, allowed) => {
    const answer = register(over);
    expect(answer).toMatchObject({ error: { kind: 'bad-input', problems: [{ where }] } });
    expect(JSON.stringify(answer)).toContain(allowed);
    expect(hall.must('careVisits', {}).visits).toEqual([]);
  });

  it('who is overdue is listed by themselves, and after the last visit nobody comes again', () => {
    register({ followUpOn: '2026-06-16' });
    register({ followUpOn: '2026-06-30', category: 'leftBehind', wish: 'volunteer-help' });
    hall.clock.advance(2 * DAY_MS);
    const [late, ...others] = hall.must('careVisits', { overdue: true }).visits;
    expect(others).toEqual([]);
    expect(hall.must('careVisits', { category: 'leftBehind' }).visits).toHaveLength(1);
    const careId = late?.careId ?? '';
    hall.must('followCareVisit', { careId, outcome: 'visited', nextOn: '2026-07-01' });
    expect(hall.must('careVisits', { overdue: true }).visits).toEqual([]);
    expect(hall.must('followCareVisit', { careId, outcome: 'helped' })).toEqual({ followUpOn: null });
    expect(hall.do('followCareVisit', { careId, outcome: 'visited' })).toMatchObject({
      error: { kind: 'not-now', step: 'follow' },
    });
    const counts = hall.must('benefitCounts', { from: '2026-06-15', to: '2026-06-30' }, LEADER);
    expect(counts.careVisits).toEqual({ visited: 1, helped: 1 });
  });

  it('the full address is seen behind the mask only, and each look is a fact', () => {
    const made = register();
    if (!made.ok) throw new Error(made.error.kind);
    const look = {
      of: 'care-visit',
      id: made.value.careId,
      field: 'address',
      purpose: 'staff-view',
    } as const;
    expect(hall.must('revealElder', look).value).toBe(holder.address);
    expect(hall.bodiesOf('person.revealed')).toMatchObject([{ field: 'address', by: '1001' }]);
  });
});

describe('a home visit', () => {
  const wish = { holder, purpose: 'certification', date: '2026-06-17', part: 'morning' } as const;
  const book = (over: object = {}) => hall.do('bookHomeVisit', { ...wish, ...over }, KIOSK);

  it('is booked for a working day, done, and counted; it ends once', () => {
    const booked = book();
    if (!booked.ok) throw new Error(booked.error.kind);
    const { visitId } = booked.value;
    expect(hall.must('homeVisits', { open: true }).visits).toMatchObject([
      { date: '2026-06-17', part: 'morning', maskedName: '测**1', overdue: false, outcome: null },
    ]);
    hall.clock.advance(3 * DAY_MS);
    expect(hall.must('homeVisits', {}).visits).toMatchObject([{ overdue: true }]);
    hall.must('endHomeVisit', { visitId, outcome: 'done' });
    expect(hall.must('homeVisits', { open: true }).visits).toEqual([]);
    expect(hall.do('endHomeVisit', { visitId, outcome: 'not-there' })).toMatchObject({
      error: { kind: 'not-now', state: 'done' },
    });
    const counts = hall.must('benefitCounts', { from: '2026-06-15', to: '2026-06-30' }, LEADER);
    expect(counts.homeVisits).toEqual({ done: 1 });
  });

  it('can be on the next working days: a holiday and a weekend are passed over', () => {
    expect(hall.must('homeVisitDays', {}, KIOSK).days).toEqual(['2026-06-16', '2026-06-17']);
    hall.clock.advance(3 * DAY_MS);
    expect(hall.must('homeVisitDays', {}, KIOSK).days).toEqual(['2026-06-22', '2026-06-23']);
  });

  it.each([
    ['today', '2026-06-15'],
    ['a Saturday', '2026-06-20'],
    ['a public holiday', '2026-06-19'],
    ['far ahead', '2026-09-01'],
  ])('on %s is refused with the days that are allowed', (_, date) => {
    expect(book({ date })).toMatchObject({
      error: {
        kind: 'bad-input',
        problems: [{ where: 'date', allowed: 'a working day from 2026-06-16 to 2026-08-14' }],
      },
    });
  });

  it('with a number that breaks the rules is refused, and nothing is kept', () => {
    expect(book({ holder: { ...holder, idNumber: '110199194606200310' } })).toMatchObject({
      error: { kind: 'bad-id-number', where: 'holder.idNumber' },
    });
    expect(hall.must('homeVisits', {}).visits).toEqual([]);
  });
});
