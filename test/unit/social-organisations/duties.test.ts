import { describe, expect, it } from 'vitest';
import { loadWorkCalendar } from '../../../main/hall/catalogue/work-calendar.ts';
import type { DatedFigure } from '../../../main/hall/domain/dated-figures.ts';
import {
  changeDue,
  dutyState,
  reportDuties,
  sameNameKey,
} from '../../../main/hall/domain/social-organisations/duties.ts';
import { loadOrganisationFigures } from '../../../main/hall/policies/organisation-figures.ts';

const calendar = loadWorkCalendar({ holidays: [], workdays: [] });
const { figures } = loadOrganisationFigures();
const rules = { figures, calendar };
/** A hall that wants a report twice a year from 2027 on, or whose file says so by mistake. */
const everyMonths = (value: number, from: string): DatedFigure => ({
  ...{ id: 'filing.reportMonths', value, from, source: '本区规定' },
});
const filed = { filedOn: '2026-06-15', enteredOn: '2026-06-15', codeKind: null };

describe('who is filed', () => {
  it('reports to the committees a year after, and each year until the next that comes', () => {
    expect(reportDuties(filed, rules, '2026-06-15')).toEqual([
      { to: 'committee', period: '2027-06-15', until: '2027-06-15' },
    ]);
    expect(reportDuties(filed, rules, '2028-01-01').map(({ period }) => period)).toEqual([
      ...['2027-06-15', '2028-06-15'],
    ]);
    expect(reportDuties(filed, rules, '2027-06-15')).toHaveLength(1);
  });

  it('has until the next working day where the day is one of rest', () => {
    // 20 June 2026 is a Saturday behind the Dragon Boat Festival.
    const body = { filedOn: '2025-06-20', enteredOn: '2025-06-20', codeKind: null };
    expect(reportDuties(body, rules, '2026-06-21')).toEqual([
      { to: 'committee', period: '2026-06-20', until: '2026-06-22' },
    ]);
  });

  it('owes nothing of before it was entered here', () => {
    const old = { filedOn: '2012-03-05', enteredOn: '2026-06-15', codeKind: null };
    expect(reportDuties(old, rules, '2026-06-15').map(({ period }) => period)).toEqual(['2027-03-05']);
  });

  it('reports by the months of the hall’s own rule from its first day on, and 0 is no rhythm', () => {
    const own = { calendar, figures: [everyMonths(6, '2027-01-01'), ...figures] };
    const body = { ...filed, filedOn: '2026-08-31', enteredOn: '2026-08-31' };
    // A year by the old rule, then half years; the last day of February stands for the 31st and does not stay.
    expect(reportDuties(body, own, '2028-08-31').map(({ period }) => period)).toEqual([
      ...['2027-08-31', '2028-02-29', '2028-08-31'],
    ]);
    const none = { calendar, figures: [everyMonths(0, '2020-01-01'), ...figures] };
    expect(reportDuties(filed, none, '2026-06-15').map(({ period }) => period)).toEqual(['2026-07-15']);
  });
});

describe('who is registered', () => {
  it('reports on the days of the regulations, first in the year after', () => {
    const body = { ...filed, codeKind: 'service-body' as const };
    expect(reportDuties(body, rules, '2026-06-15')).toEqual([
      { to: 'supervisor', period: '2027-03-31', until: '2027-03-31' },
      { to: 'registrar', period: '2027-05-31', until: '2027-05-31' },
    ]);
    expect(reportDuties(body, rules, '2027-04-01').map(({ to, period }) => `${to} ${period}`)).toEqual([
      ...['supervisor 2027-03-31', 'supervisor 2028-03-31', 'registrar 2027-05-31'],
    ]);
  });

  it('of before: only what was due after it was entered here', () => {
    const body = { filedOn: '2010-05-01', enteredOn: '2026-04-15', codeKind: 'association' as const };
    expect(reportDuties(body, rules, '2026-04-15').map(({ to, period }) => `${to} ${period}`)).toEqual([
      ...['registrar 2026-05-31', 'supervisor 2027-03-31'],
    ]);
  });
});

describe('the papers of a change', () => {
  it('of what was agreed: thirty days, and to the next working day', () => {
    // 30 days after 1 September 2026 is 1 October, a holiday until the 7th.
    for (const kind of ['leader', 'address', 'purpose', 'activity'] as const)
      expect(changeDue({ kind, agreedOn: '2026-09-01' }, rules)).toBe('2026-10-08');
  });

  it('of an end: fifteen days after the liquidation', () => {
    expect(changeDue({ kind: 'dissolution', liquidationEndedOn: '2026-06-15' }, rules)).toBe('2026-06-30');
  });

  it.each([
    ['2026-06-17', '2026-06-16'],
    // Monday behind a festival on Friday.
    ['2026-06-22', '2026-06-18'],
    // The first working day behind the holidays of October.
    ['2026-10-08', '2026-09-30'],
  ])('of an event on %s: the last working day before it, %s', (on, until) => {
    expect(changeDue({ kind: 'large-event', on }, rules)).toBe(until);
  });
});

it('a last day counts in full, and soon is as far as somebody looks', () => {
  const states = ['2026-06-14', '2026-06-15', '2026-07-15', '2026-07-16'].map((until) =>
    dutyState(until, '2026-06-15', 30),
  );
  expect(states).toEqual(['overdue', 'soon', 'soon', 'open']);
});

it('one name is one name however it is spelled', () => {
  expect(sameNameKey(' 景田 ＡＢ棋社 ')).toBe(sameNameKey('景田ab棋社'));
  expect(sameNameKey('景田棋社')).not.toBe(sameNameKey('景田书社'));
});
