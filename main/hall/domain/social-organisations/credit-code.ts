/** Digits and letters of GB 32100-2015; I, O, S, V and Z are left out, which look like digits or like others. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;
const BODY_START = 8;
const BODY_END = 17;
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;
/** Letters of a body's own code count on from ten (GB 11714-1997). */
const BODY_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const CIVIL_AFFAIRS = '5';

/** What civil affairs registers: the second character behind its 5. */
const KINDS = { '1': 'association', '2': 'service-body', '3': 'foundation', '9': 'other' } as const;
export type OrganisationKind = (typeof KINDS)[keyof typeof KINDS];

export interface CreditCode {
  /** As it is written: 18 characters, capital letters. */
  readonly code: string;
  /** Undefined: another department than civil affairs gave it. */
  readonly kind: OrganisationKind | undefined;
  /** Six digits of GB/T 2260. */
  readonly division: string;
}

export type CreditCodeFault =
  | { readonly kind: 'length'; readonly characters: number }
  /** `at`: from 1, where somebody looks for it. */
  | { readonly kind: 'character'; readonly at: number; readonly character: string }
  | { readonly kind: 'division' }
  /** The ninth digit of the body's own code does not fit the eight before it. */
  | { readonly kind: 'body-check' }
  /** The last character does not fit the seventeen before it: one of them is another. */
  | { readonly kind: 'check' };

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015), or the first thing that is wrong with it. Small letters,
 * wide characters and blanks between groups are read as what they are meant to be.
 */
export function readCreditCode(
  text: string,
):
  | { readonly ok: true; readonly value: CreditCode }
  | { readonly ok: false; readonly error: CreditCodeFault } {
  const code = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  const fault = faultOf(code);
  if (fault !== undefined) return { ok: false, error: fault };
  const kind = code.startsWith(CIVIL_AFFAIRS) ? KINDS[code[1] as keyof typeof KINDS] : undefined;
  return { ok: true, value: { code, kind, division: code.slice(2, BODY_START) } };
}

function faultOf(code: string): CreditCodeFault | undefined {
  const characters = [...code];
  if (characters.length !== LENGTH) return { kind: 'length', characters: characters.length };
  const bad = characters.findIndex((one) => !ALPHABET.includes(one));
  if (bad >= 0) return { kind: 'character', at: bad + 1, character: characters[bad] ?? '' };
  if (!/^\d{6}$/.test(code.slice(2, BODY_START))) return { kind: 'division' };
  if (bodyCheck(code.slice(BODY_START, BODY_END - 1)) !== code[BODY_END - 1]) return { kind: 'body-check' };
  return checkCharacter(code.slice(0, LENGTH - 1)) === code[LENGTH - 1] ? undefined : { kind: 'check' };
}

/** The last of the 18 characters: weights are the powers of three, modulo 31. */
function checkCharacter(first17: string): string | undefined {
  let weight = 1;
  let sum = 0;
  for (const one of first17) {
    sum += ALPHABET.indexOf(one) * weight;
    weight = (weight * 3) % ALPHABET.length;
  }
  return ALPHABET[(ALPHABET.length - (sum % ALPHABET.length)) % ALPHABET.length];
}

/** GB 11714-1997: ten is written X, eleven 0. */
function bodyCheck(first8: string): string {
  const sum = [...first8].reduce(
    (total, one, at) => total + BODY_ALPHABET.indexOf(one) * (BODY_WEIGHTS[at] ?? 0),
    0,
  );
  const check = 11 - (sum % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}
