import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { dateFault, splitDate } from './calendar-date.ts';
import { checkDigitFor } from './check-digit.ts';
import { normaliseIdNumber } from './id-number.ts';

export type LegacyRefusal =
  { readonly kind: 'not-15-digits' } | { readonly kind: 'bad-date'; readonly reason: string };

/** GB 11643-1989 gave these sequences to people born in the century before (centenarians); 1999 dropped it. */
const CENTENARIAN_SEQUENCES: ReadonlySet<string> = new Set(['996', '997', '998', '999']);

/**
 * Converts a 15-digit number (GB 11643-1989) to 18 characters: century after the region code, check digit at
 * the end. For old paper records only. A number whose date does not exist is refused, never repaired.
 */
export function convertLegacyNumber(input: string): Result<string, LegacyRefusal> {
  const number = normaliseIdNumber(input);
  if (!/^\d{15}$/.test(number)) return err({ kind: 'not-15-digits' });
  const century = CENTENARIAN_SEQUENCES.has(number.slice(12)) ? '18' : '19';
  const birth = century + number.slice(6, 12);
  const date = splitDate(birth);
  const fault = date === undefined ? 'not eight digits' : dateFault(date);
  if (fault !== undefined) return err({ kind: 'bad-date', reason: `date: ${fault}` });
  const first17 = number.slice(0, 6) + birth + number.slice(12);
  return ok(first17 + checkDigitFor(first17));
}
