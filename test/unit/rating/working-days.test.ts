import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadWorkCalendar } from '../../../main/hall/catalogue/work-calendar.ts';
import { WEEKENDS_ONLY } from '../../../main/hall/domain/rating/rating-policy.ts';
import { isWorkingDay, lastDayOfTerm } from '../../../main/hall/domain/rating/working-days.ts';

const calendar = loadWorkCalendar({ holidays: [], workdays: [] });

describe('a term of working days', () => {
  test.each([
    ['the day after, when both are workdays', '2026-06-15', 1, '2026-06-16'],
    ['Friday to Monday', '2026-06-12', 1, '2026-06-15'],
    ['begun on a Saturday: Monday is the first day', '2026-06-13', 1, '2026-06-15'],
    ['five days over a weekend', '2026-06-10', 5, '2026-06-17'],
    ['over 端午 on a Friday', '2026-06-18', 1, '2026-06-22'],
    ['over 国庆, with the Saturday that is worked', '2026-09-30', 2, '2026-10-09'],
    ['ending on the worked Saturday itself', '2026-10-09', 1, '2026-10-10'],
    ['over 春节, nine days', '2026-02-13', 2, '2026-02-24'],
    ['over the end of the year', '2025-12-31', 1, '2026-01-04'],
  ])('%s', (_, from, count, last) => {
    expect(lastDayOfTerm(from, count, calendar)).toBe(last);
  });

  test('of no days is the day itself, or the next one that is worked', () => {
    expect(lastDayOfTerm('2026-06-12', 0, calendar)).toBe('2026-06-12');
    expect(lastDayOfTerm('2026-06-13', 0, calendar)).toBe('2026-06-15');
  });

  test('never counts its first day, and holds exactly as many working days', () => {
    const day = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2026-11-30'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 15 }), (begin, count) => {
        const from = begin.toISOString().slice(0, 10);
        const last = lastDayOfTerm(from, count, calendar);
        const days: string[] = [];
        for (let at = Date.parse(from) + 86_400_000; at <= Date.parse(last); at += 86_400_000) {
          days.push(new Date(at).toISOString().slice(0, 10));
        }
        expect(days.filter((one) => isWorkingDay(one, calendar))).toHaveLength(count);
        expect(isWorkingDay(last, calendar)).toBe(true);
      }),
    );
  });

  test('in a calendar without working days is a mistake, not an endless search', () => {
    const days = Array.from({ length: 800 }, (_, index) =>
      new Date(Date.UTC(2026, 0, 1) + index * 86_400_000).toISOString().slice(0, 10),
    );
    const closed = { ...WEEKENDS_ONLY, holidays: new Set(days) };
    expect(() => lastDayOfTerm('2026-01-01', 1, closed)).toThrow(RangeError);
  });
});

describe('the calendar that ships', () => {
  test.each([
    ['2025', 28, 5],
    ['2026', 33, 6],
  ])('has %s as announced: %i free days, %i weekends worked', (year, free, worked) => {
    const of = (days: ReadonlySet<string>): number => [...days].filter((day) => day.startsWith(year)).length;
    expect(calendar.years.has(Number(year))).toBe(true);
    expect([of(calendar.holidays), of(calendar.workdays)]).toEqual([free, worked]);
    for (const day of calendar.workdays) {
      expect([0, 6]).toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
      expect(calendar.holidays.has(day)).toBe(false);
    }
  });
  test('takes what the hall adds, which wins', () => {
    const added = loadWorkCalendar({ holidays: ['2027-02-05', '2026-10-10'], workdays: ['2026-10-01'] });
    expect(isWorkingDay('2027-02-05', added)).toBe(false);
    expect(isWorkingDay('2026-10-10', added)).toBe(false);
    expect(isWorkingDay('2026-10-01', added)).toBe(true);
    expect(added.years.has(2027)).toBe(true);
  });
});
