import { compareDates, dateFault, splitDate, parseDate } from './calendar-date.ts';
import { checkDigitFor } from './check-digit.ts';

export type IdNumberKind = 'citizen' | 'hmtResident' | 'foreigner2017' | 'foreigner2023' | 'legacy15';
export type Sex = 'male' | 'female';
export type IdNumberRule =
  'length' | 'characters' | 'province' | 'date' | 'future' | 'check-digit' | 'legacy';
export type IdNumberWarning = 'birth-after-device-clock';

export interface ValidIdNumber {
  readonly valid: true;
  readonly normalised: string;
  readonly kind: IdNumberKind;
  /** YYYYMMDD; absent in the 15-character foreigner number, whose inner layout is not public. */
  readonly birth?: string;
  readonly sex?: Sex;
  readonly warnings: readonly IdNumberWarning[];
}

export interface InvalidIdNumber {
  readonly valid: false;
  readonly normalised: string;
  readonly kind?: IdNumberKind;
  /** The first rule it breaks, for programs. */
  readonly rule: IdNumberRule;
  /** The same for people, in English; holds no more of the number than the broken part. */
  readonly reason: string;
}

export type IdNumberReading = ValidIdNumber | InvalidIdNumber;

/** Before this year a device clock has evidently never been set, so it may not refuse anybody. */
const FIRST_BELIEVABLE_CLOCK_YEAR = 2024;

/** GB/T 2260 first two digits in use, with 81, 82, 83 for the Hong Kong, Macau and Taiwan resident permits. */
const PROVINCES: ReadonlySet<string> = new Set(
  (
    '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 ' +
    '50 51 52 53 54 61 62 63 64 65 71 81 82 83'
  ).split(' '),
);

const FOREIGNER_2017 = /^[A-Z]{3}\d{12}$/;

/** Folds full-width characters (NFKC), trims and upper-cases: what people and older systems type. */
export function normaliseIdNumber(input: string): string {
  return input.normalize('NFKC').trim().toUpperCase();
}

/**
 * Judges a number by GB 11643-1999 and its relatives. County codes are never checked: they change, and old
 * ones stay valid for life.
 * @param today "YYYYMMDD" or "YYYY-MM-DD" of the device clock; a birth after it is refused, but only warned of
 *   while the clock's year is before 2024.
 */
export function readIdNumber(input: string, today: string): IdNumberReading {
  const normalised = normaliseIdNumber(input);
  if (FOREIGNER_2017.test(normalised)) {
    return { valid: true, normalised, kind: 'foreigner2017', warnings: [] };
  }
  return shapeFault(normalised) ?? judge18(normalised, today);
}

function shapeFault(normalised: string): InvalidIdNumber | undefined {
  const refuse = (rule: IdNumberRule, reason: string): InvalidIdNumber => ({
    valid: false,
    normalised,
    rule,
    reason,
  });
  if (/^\d{15}$/.test(normalised)) {
    const reason = 'length 15: a number of before 1999, no longer valid as an identity number';
    return { ...refuse('legacy', reason), kind: 'legacy15' };
  }
  const length = [...normalised].length;
  if (length !== 18) return refuse('length', `length ${length}`);
  if (normalised.slice(0, 17).includes('X')) return refuse('characters', 'X only allowed in the last place');
  if (!/^\d{17}[\dX]$/.test(normalised)) {
    return refuse('characters', 'characters: 17 digits and a digit or X are allowed');
  }
  return undefined;
}

function judge18(normalised: string, today: string): IdNumberReading {
  const kind = kindOf18(normalised);
  const refuse = (rule: IdNumberRule, reason: string): InvalidIdNumber => ({
    valid: false,
    normalised,
    kind,
    rule,
    reason,
  });
  const province = normalised.slice(0, 2);
  if (kind !== 'foreigner2023' && !PROVINCES.has(province))
    return refuse('province', `province code ${province}`);
  const birth = normalised.slice(6, 14);
  const fault = birthFault(birth);
  if (fault !== undefined) return refuse('date', `date: ${fault}`);
  const future = isAfter(birth, today);
  if (future && clockIsBelievable(today)) return refuse('future', 'date: birth lies in the future');
  if (checkDigitFor(normalised.slice(0, 17)) !== normalised[17])
    return refuse('check-digit', 'check digit wrong');
  const sex = sexOf(normalised);
  return { valid: true, normalised, kind, birth, sex, warnings: future ? ['birth-after-device-clock'] : [] };
}

function kindOf18(number: string): IdNumberKind {
  if (number.startsWith('9')) return 'foreigner2023';
  return /^8[123]0000/.test(number) ? 'hmtResident' : 'citizen';
}

/** The 17th digit: odd is male, even is female. */
function sexOf(number: string): Sex {
  return Number(number[16]) % 2 === 1 ? 'male' : 'female';
}

function birthFault(birth: string): string | undefined {
  const date = splitDate(birth);
  return date === undefined ? 'not eight digits' : dateFault(date);
}

function isAfter(birth: string, today: string): boolean {
  const born = parseDate(birth);
  const now = parseDate(today);
  return born !== undefined && now !== undefined && compareDates(born, now) > 0;
}

function clockIsBelievable(today: string): boolean {
  const now = parseDate(today);
  return now !== undefined && now.year >= FIRST_BELIEVABLE_CLOCK_YEAR;
}
