import { describe, expect, it } from 'vitest';
import { nextAppointmentState } from '../../../main/hall/domain/appointments/appointment-lifecycle.ts';
import { bookableOn, festivalOn } from '../../../main/hall/domain/appointments/appointment-policy.ts';
import {
  arrivalAt,
  isEarlyEnoughToCancel,
  windowOpens,
} from '../../../main/hall/domain/appointments/arrival.ts';
import { bookingDays } from '../../../main/hall/domain/appointments/booking-days.ts';
import { loadWorkCalendar } from '../../../main/hall/catalogue/work-calendar.ts';
import { loadFestivals } from '../../../main/hall/policies/festivals.ts';

const calendar = loadWorkCalendar({ holidays: [], workdays: [] });
const usual = { fromDaysAhead: 1, daysAhead: 5 };

describe('the days that can be booked', () => {
  it('are the next five working days, over a weekend', () => {
    expect(bookingDays('2026-06-10', usual, calendar)).toEqual([
      ...['2026-06-11', '2026-06-12', '2026-06-15', '2026-06-16', '2026-06-17'],
    ]);
  });

  it('leave out the days on which the hall rests', () => {
    const closed = loadWorkCalendar({ holidays: ['2026-06-11'], workdays: ['2026-06-13'] });
    expect(bookingDays('2026-06-10', { fromDaysAhead: 1, daysAhead: 2 }, closed)).toEqual([
      ...['2026-06-12', '2026-06-13'],
    ]);
  });

  it('begin today where the hall says so, and only if it works today', () => {
    expect(bookingDays('2026-06-10', { fromDaysAhead: 0, daysAhead: 1 }, calendar)).toEqual([
      ...['2026-06-10', '2026-06-11'],
    ]);
    expect(bookingDays('2026-06-13', { fromDaysAhead: 0, daysAhead: 1 }, calendar)).toEqual(['2026-06-15']);
  });
});

/** The seventh day of the seventh lunar month of a year, as the platform's own calendar has it. */
function qixiOf(year: number): string {
  const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
    ...{ month: 'numeric', day: 'numeric', timeZone: 'UTC' },
  });
  for (let day = Date.UTC(year, 6, 15); day < Date.UTC(year, 8, 20); day += 86_400_000) {
    const parts = Object.fromEntries(lunar.formatToParts(day).map(({ type, value }) => [type, value]));
    if (parts['month'] === '7' && parts['day'] === '7') return new Date(day).toISOString().slice(0, 10);
  }
  throw new Error(`no Qixi in ${year}`);
}

describe('festivals', () => {
  const festivals = loadFestivals();

  it.each([2026, 2027, 2028, 2029, 2030])(
    'Qixi of %i is on the seventh of the seventh lunar month',
    (year) => {
      expect(festivalOn(festivals, qixiOf(year))?.id).toBe('qixi');
      expect(
        festivals.find(({ id }) => id === 'qixi')?.dates?.filter((date) => date.startsWith(String(year))),
      ).toEqual([qixiOf(year)]);
    },
  );

  it('14 February and 20 May are of every year, other days of none', () => {
    expect(festivalOn(festivals, '2031-02-14')?.id).toBe('valentine');
    expect(festivalOn(festivals, '2027-05-20')?.nameZh).toBe('5月20日');
    expect(festivalOn(festivals, '2027-05-21')).toBeUndefined();
  });
});

describe('coming', () => {
  const window = { windowBeforeMinutes: 10, windowAfterMinutes: 15 };
  it.each([
    [-11, 'early'],
    [-10, 'on-time'],
    [0, 'on-time'],
    [15, 'on-time'],
    [16, 'late'],
  ] as const)('%i minutes after the time is %s', (after, arrival) => {
    expect(arrivalAt(1000 + after, 1000, window)).toBe(arrival);
  });

  it('is told from when, and giving up is possible up to two hours before', () => {
    expect(windowOpens(1000, window)).toBe(990);
    expect(isEarlyEnoughToCancel(880, 1000, { cancelHours: 2 })).toBe(true);
    expect(isEarlyEnoughToCancel(881, 1000, { cancelHours: 2 })).toBe(false);
  });
});

it('a booking that is over stays over', () => {
  expect(nextAppointmentState('booked', 'check-in')).toBe('checked-in');
  for (const state of ['checked-in', 'cancelled', 'missed'] as const)
    for (const event of ['move', 'cancel', 'check-in', 'miss'] as const)
      expect(nextAppointmentState(state, event)).toBeUndefined();
});

it('a line counts on its own days only', () => {
  const line = { serviceCode: 'HY-01', minutes: null, places: null, people: 2, festival: true } as const;
  const services = [{ ...line, from: '2026-01-01', until: '2026-06-30' }];
  expect(bookableOn({ services }, 'HY-01', '2026-06-30')).toBe(services[0]);
  expect(bookableOn({ services }, 'HY-01', '2026-07-01')).toBeUndefined();
  expect(bookableOn({ services }, 'HY-02', '2026-06-30')).toBeUndefined();
});
