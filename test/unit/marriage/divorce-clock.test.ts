import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadWorkCalendar } from '../../../main/hall/catalogue/work-calendar.ts';
import { divorceDates, divorceStanding } from '../../../main/hall/domain/marriage/divorce-clock.ts';
import { isWorkingDay } from '../../../main/hall/domain/rating/working-days.ts';

const calendar = loadWorkCalendar({ holidays: [], workdays: [] });

describe('the two terms of a divorce application', () => {
  test.each([
    ['Monday 2025-05-12', '2025-05-12', '2025-06-11', '2025-06-12', '2025-07-11'],
    [
      '2025-05-15: the first term would end on a Saturday',
      '2025-05-15',
      '2025-06-16',
      '2025-06-17',
      '2025-07-16',
    ],
    ['2025-08-11', '2025-08-11', '2025-09-10', '2025-09-11', '2025-10-10'],
    [
      '2025-09-01: into 国庆, and a Saturday at the end',
      '2025-09-01',
      '2025-10-09',
      '2025-10-10',
      '2025-11-10',
    ],
    [
      '2026-01-30: the first term would end on a Sunday',
      '2026-01-30',
      '2026-03-02',
      '2026-03-03',
      '2026-04-01',
    ],
    ['ending on a Saturday that is worked', '2026-09-10', '2026-10-10', '2026-10-11', '2026-11-09'],
  ])('accepted %s', (_, accepted, coolingLast, windowFrom, windowTo) => {
    expect(divorceDates(accepted, calendar)).toEqual({
      ...{ coolingLast, windowFrom, windowTo },
      holidaysKnown: true,
    });
  });

  test('says where the holidays are not known yet', () => {
    expect(divorceDates('2026-12-01', calendar).holidaysKnown).toBe(false);
    expect(divorceDates('2026-11-15', calendar).holidaysKnown).toBe(false);
  });

  test('a hall’s own holiday moves the end', () => {
    const own = loadWorkCalendar({ holidays: ['2025-06-11'], workdays: [] });
    expect(divorceDates('2025-05-12', own)).toMatchObject({
      coolingLast: '2025-06-12',
      windowFrom: '2025-06-13',
    });
  });

  test('the end of each day still counts', () => {
    const dates = divorceDates('2025-05-12', calendar);
    expect(
      ['2025-05-12', '2025-06-11', '2025-06-12', '2025-07-11', '2025-07-12'].map((on) =>
        divorceStanding(dates, on),
      ),
    ).toEqual(['cooling', 'cooling', 'window', 'window', 'over']);
  });

  test('no term is shorter than thirty days, and none ends on a day of rest', () => {
    const day = fc.date({ min: new Date('2025-01-02'), max: new Date('2026-09-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (begin) => {
        const accepted = begin.toISOString().slice(0, 10);
        const { coolingLast, windowFrom, windowTo } = divorceDates(accepted, calendar);
        const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
        expect(days(accepted, coolingLast)).toBeGreaterThanOrEqual(30);
        expect(days(coolingLast, windowFrom)).toBe(1);
        expect(days(coolingLast, windowTo)).toBeGreaterThanOrEqual(30);
        expect(isWorkingDay(coolingLast, calendar) && isWorkingDay(windowTo, calendar)).toBe(true);
      }),
    );
  });

  test('what is no date is refused by name', () => {
    expect(() => divorceDates('2026-02-30', calendar)).toThrow('2026-02-30 is no date');
  });
});
