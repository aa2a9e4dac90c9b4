import { expect, test } from 'vitest';
import { loadWorkCalendar } from '../../../main/hall/catalogue/work-calendar.ts';
import { applyUntil, yearlyReports } from '../../../main/hall/domain/social-organisations/due-dates.ts';
import { loadOrganisationFigures } from '../../../main/hall/policies/organisation-figures.ts';

const rules = {
  figures: loadOrganisationFigures().figures,
  calendar: loadWorkCalendar({ holidays: [], workdays: [] }),
};

test.each([
  ['a change, thirty days after the supervisor agreed', 'supervisor-agreed', '2026-06-01', '2026-07-01'],
  ['the thirtieth day is a Saturday', 'supervisor-agreed', '2026-06-11', '2026-07-13'],
  ['a cancellation, fifteen days after the liquidation', 'liquidation-ended', '2026-06-01', '2026-06-16'],
  ['the fifteenth day falls into 国庆', 'liquidation-ended', '2026-09-18', '2026-10-08'],
] as const)('%s', (_, cause, on, until) => {
  expect(applyUntil(cause, on, rules)).toBe(until);
});

test('the report of the year before is due twice, that of a foundation once', () => {
  const twice = [
    { to: 'supervisor', until: '2026-03-31' },
    { to: 'registrar', until: '2026-05-31' },
  ];
  expect(yearlyReports('association', 2026)).toEqual(twice);
  expect(yearlyReports('service-body', 2026)).toEqual(twice);
  expect(yearlyReports('foundation', 2026)).toEqual([{ to: 'registrar', until: '2026-03-31' }]);
});
