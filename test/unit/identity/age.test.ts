import { expect, it } from 'vitest';
import {
  ageOn,
  isLeapYear,
  parseDate,
  toCompactDate,
  toIsoDate,
} from '../../../main/foundation/identity/index.ts';

it.each([
  ['19660615', '2026-06-14', 59],
  ['19660615', '2026-06-15', 60],
  ['1966-06-15', '20260616', 60],
  ['19660616', '2026-06-15', 59],
  ['19660614', '2026-06-15', 60],
  ['19360229', '2026-02-28', 90],
  ['19360229', '2026-02-27', 89],
  ['19360229', '2024-02-28', 87],
  ['19360229', '2024-02-29', 88],
  ['20260615', '2026-06-15', 0],
])('born %s, on %s: %i full years', (birth, day, age) => {
  expect(ageOn(birth, day)).toBe(age);
});

it.each([
  ['20260616', '2026-06-15'],
  ['19660631', '2026-06-15'],
  ['', '2026-06-15'],
  ['19660615', 'today'],
  ['1966-0615', '2026-06-15'],
])('born %s, on %s: no age rather than a guess', (birth, day) => {
  expect(ageOn(birth, day)).toBeUndefined();
});

it('century years are leap years only every fourth time', () => {
  expect([1896, 1900, 2000, 2100, 2024, 2026].map(isLeapYear)).toEqual([
    true,
    false,
    true,
    false,
    true,
    false,
  ]);
});

it('dates are written in the two forms of card and contract', () => {
  const date = parseDate('1966-06-05');
  expect(date && toCompactDate(date)).toBe('19660605');
  expect(date && toIsoDate(date)).toBe('1966-06-05');
});
