import { expect, it } from 'vitest';
import { localTimeIn } from '../../../main/foundation/local-time.ts';

const shenzhen = localTimeIn('Asia/Shanghai');

it('turns the date at midnight where the hall is, not where the clock was made', () => {
  const midnight = Date.parse('2026-06-15T00:00:00+08:00');
  expect(shenzhen.date(midnight - 1)).toBe('2026-06-14');
  expect(shenzhen.date(midnight)).toBe('2026-06-15');
});

it('writes an instant with its offset', () => {
  expect(shenzhen.instant(Date.parse('2026-06-15T09:30:05+08:00'))).toBe('2026-06-15T09:30:05+08:00');
  expect(localTimeIn('UTC').instant(Date.parse('2026-06-15T09:30:05Z'))).toBe('2026-06-15T09:30:05+00:00');
});

it('follows a zone over the hour in which its offset changes', () => {
  const berlin = localTimeIn('Europe/Berlin');
  expect(berlin.instant(Date.parse('2026-03-29T00:59:59Z'))).toBe('2026-03-29T01:59:59+01:00');
  expect(berlin.instant(Date.parse('2026-03-29T01:00:00Z'))).toBe('2026-03-29T03:00:00+02:00');
});

it('refuses a zone that does not exist', () => {
  expect(() => localTimeIn('Asia/Nowhere')).toThrow(RangeError);
});
