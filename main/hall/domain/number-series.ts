import { err, ok, type Result } from '../../../preload/contracts/result.ts';

/** Which letter a service's numbers carry. The longest prefix that fits wins. */
export interface SeriesTable {
  readonly byPrefix: readonly { readonly prefix: string; readonly letter: string }[];
  readonly otherwise: string;
}

/** Marriage A, social organisations B, elders C, relief and general D: the prefixes of the model catalogue. */
export const DEFAULT_SERIES: SeriesTable = {
  byPrefix: [
    { prefix: 'HY', letter: 'A' },
    { prefix: 'SH', letter: 'B' },
    { prefix: 'LN', letter: 'C' },
    { prefix: 'JZ', letter: 'D' },
  ],
  otherwise: 'E',
};

/** Without I and O, which are read as 1 and 0. */
export const SERIES_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

const LEAST_DIGITS = 3;
const LARGEST = 9_999;
const WRITTEN = /^([A-HJ-NP-Z])(\d{3,4})$/;

/** The letter for a service. */
export function seriesLetterFor(serviceCode: string, table: SeriesTable): string {
  const fitting = table.byPrefix.filter(({ prefix }) => serviceCode.startsWith(prefix));
  return (
    fitting.toSorted((one, other) => other.prefix.length - one.prefix.length)[0]?.letter ?? table.otherwise
  );
}

/** What people read and hear: A001 to A999, then A1000 to A9999. */
export function formatNumber(letter: string, ordinal: number): string {
  return `${letter}${String(ordinal).padStart(LEAST_DIGITS, '0')}`;
}

/** Letter and ordinal of a number as typed or scanned, in either case; undefined when it is none. */
export function parseNumber(text: string): { readonly letter: string; readonly ordinal: number } | undefined {
  const [, letter, digits] = WRITTEN.exec(text.trim().toUpperCase()) ?? [];
  const ordinal = Number(digits);
  if (letter === undefined || ordinal < 1 || formatNumber(letter, ordinal) !== `${letter}${digits}`)
    return undefined;
  return { letter, ordinal };
}

export type SeriesError =
  { readonly kind: 'series-full'; readonly letter: string } | { readonly kind: 'no-letter-left' };

/** The ordinal after the last one issued in a series this service day (0: none yet). */
export function nextOrdinal(letter: string, lastIssued: number): Result<number, SeriesError> {
  return lastIssued >= LARGEST ? err({ kind: 'series-full', letter }) : ok(lastIssued + 1);
}

/**
 * A letter that no number of this day can carry yet. For a hall restored from a backup that cannot learn what it
 * issued since: a restored series must never go on by itself, somebody may hold its next number on paper. `taken`
 * are the letters of the table and of every series this day knows. The last letter of the alphabet comes first, so that
 * a number of that kind is noticed.
 */
export function freshLetter(taken: readonly string[]): Result<string, SeriesError> {
  const letter = [...SERIES_LETTERS].toReversed().find((one) => !taken.includes(one));
  return letter === undefined ? err({ kind: 'no-letter-left' }) : ok(letter);
}

/** Every letter that a table can give. */
export function lettersOf(table: SeriesTable): readonly string[] {
  return [...new Set([...table.byPrefix.map(({ letter }) => letter), table.otherwise])];
}
