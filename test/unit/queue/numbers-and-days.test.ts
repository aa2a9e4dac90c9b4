import { describe, expect, test } from 'vitest';
import { dayNumber, parseDate } from '../../../main/foundation/identity/index.ts';
import { hallTimeMs, startHallTime } from '../../../main/hall/domain/hall-time.ts';
import {
  DEFAULT_SERIES,
  formatNumber,
  freshLetter,
  lettersOf,
  nextOrdinal,
  parseNumber,
  SERIES_LETTERS,
  seriesLetterFor,
} from '../../../main/hall/domain/number-series.ts';
import {
  decideServiceDay,
  IDLE_BEFORE_TURN_MS,
  IDLE_BEFORE_TURN_WITH_TICKETS_MS,
  type ServiceDayFacts,
} from '../../../main/hall/domain/service-day.ts';

describe('numbers', () => {
  test.each([
    ['A', 1, 'A001'],
    ['C', 999, 'C999'],
    ['C', 1000, 'C1000'],
  ])('%s %i is %s', (letter, ordinal, number) => {
    expect(formatNumber(letter, ordinal)).toBe(number);
    expect(parseNumber(` ${number.toLowerCase()} `)).toEqual({ letter, ordinal });
  });

  test.each(['A01', 'A000', 'A0100', 'I001', 'AA01', '001', 'A10000', ''])('"%s" is no number', (text) => {
    expect(parseNumber(text)).toBeUndefined();
  });

  test('each kind of service has its letter; the longer prefix wins', () => {
    expect(
      ['HY-01', 'SH-22', 'LN-01', 'JZ-13', 'XX-1'].map((code) => seriesLetterFor(code, DEFAULT_SERIES)),
    ).toEqual(['A', 'B', 'C', 'D', 'E']);
    const table = {
      ...DEFAULT_SERIES,
      byPrefix: [...DEFAULT_SERIES.byPrefix, { prefix: 'LN-1', letter: 'G' }],
    };
    expect(seriesLetterFor('LN-14', table)).toBe('G');
    expect(seriesLetterFor('LN-01', table)).toBe('C');
  });

  test('a series ends rather than repeat itself', () => {
    expect(nextOrdinal('A', 0)).toEqual({ ok: true, value: 1 });
    expect(nextOrdinal('A', 9_999)).toEqual({ ok: false, error: { kind: 'series-full', letter: 'A' } });
  });

  test('a restored hall gets a letter that nobody can hold on paper', () => {
    expect(freshLetter(lettersOf(DEFAULT_SERIES))).toEqual({ ok: true, value: 'Z' });
    expect(freshLetter(['Z', 'Y'])).toEqual({ ok: true, value: 'X' });
    expect(freshLetter([...SERIES_LETTERS])).toEqual({ ok: false, error: { kind: 'no-letter-left' } });
  });
});

describe('the service day', () => {
  const running: ServiceDayFacts = {
    day: { dayId: 'd1', date: '2026-03-10' },
    localDate: '2026-03-11',
    freshStart: false,
    idleMonotonicMs: IDLE_BEFORE_TURN_MS,
    liveTickets: 0,
  };
  const decide = (facts: Partial<ServiceDayFacts>) => decideServiceDay({ ...running, ...facts });
  const never = { localDate: '2026-03-11', freshStart: false, idleMonotonicMs: 0, liveTickets: 0 };

  test('the first day of a hall opens', () => {
    expect(decideServiceDay({ ...never, freshStart: true })).toEqual({ open: '2026-03-11' });
  });

  test.each(['2000-01-01', '2023-12-31', 'rubbish'])('not with a clock that says %s', (localDate) => {
    expect(decideServiceDay({ ...never, localDate, freshStart: true })).toEqual({ refuse: 'absurd-clock' });
    expect(decide({ localDate, freshStart: true })).toBe('keep');
  });

  test('a start on a later date turns it, a start on the same or an earlier one does not', () => {
    expect(decide({ freshStart: true, idleMonotonicMs: 0, liveTickets: 7 })).toEqual({ open: '2026-03-11' });
    expect(decide({ freshStart: true, localDate: '2026-03-10' })).toBe('keep');
    expect(decide({ freshStart: true, localDate: '2026-03-09' })).toBe('keep');
  });

  test('running through the night it turns when the hall has been quiet', () => {
    expect(decide({})).toEqual({ open: '2026-03-11' });
    expect(decide({ localDate: '2026-03-10' })).toBe('keep');
  });

  test('the clock jumps a day ahead among people: nothing happens', () => {
    expect(decide({ idleMonotonicMs: IDLE_BEFORE_TURN_MS - 1 })).toBe('keep');
  });

  test('nor over a long lunch with people waiting for the afternoon; left-over tickets do not hold up the next day', () => {
    expect(decide({ liveTickets: 3 })).toBe('keep');
    expect(decide({ liveTickets: 3, idleMonotonicMs: IDLE_BEFORE_TURN_WITH_TICKETS_MS })).toEqual({
      open: '2026-03-11',
    });
  });

  test('a clock that leaps to 2099 is not followed unless staff say that it is right', () => {
    expect(decide({ localDate: '2099-01-01', freshStart: true })).toBe('keep');
    expect(decide({ localDate: '2028-01-01', freshStart: true, confirmedByStaff: true })).toEqual({
      open: '2028-01-01',
    });
  });
});

describe('dates and hall time', () => {
  test('every day from 1896 to 2104 is the day that the platform says', () => {
    for (let days = Date.UTC(1896, 0, 1) / 86_400_000; days < Date.UTC(2104, 0, 1) / 86_400_000; days += 1) {
      const text = new Date(days * 86_400_000).toISOString().slice(0, 10);
      const date = parseDate(text);
      if (date === undefined || dayNumber(date) !== days) expect({ days, date }).toEqual(text);
    }
    expect(parseDate('2100-02-29')).toBeUndefined();
  });

  test('hall time goes on when the wall clock was set back, and over a restart', () => {
    const before = startHallTime({ wallMs: 1_000_000, monotonicMs: 50 });
    expect(hallTimeMs(before, 1_050)).toBe(1_001_000);
    const after = startHallTime({ wallMs: 3, lastHallMs: 1_001_000, monotonicMs: 0 });
    expect(hallTimeMs(after, 500)).toBe(1_001_500);
    expect(hallTimeMs(startHallTime({ wallMs: 9_000_000, lastHallMs: 1_001_000, monotonicMs: 0 }), 0)).toBe(
      9_000_000,
    );
  });
});
