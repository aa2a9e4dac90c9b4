import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDigitFor, convertLegacyNumber, readIdNumber } from '../../../main/foundation/identity/index.ts';

interface IdVectors {
  readonly cases: readonly {
    readonly input: string;
    readonly valid: boolean;
    readonly reason: string;
    readonly normalised?: string;
    readonly birth?: string;
    readonly sex?: string;
    readonly kind?: string;
  }[];
  readonly convert15: readonly { readonly input15: string; readonly output18: string | null }[];
}

const vectors = JSON.parse(
  readFileSync(new URL('../../vectors/id-number.json', import.meta.url), 'utf8'),
) as IdVectors;
const TODAY = '2026-06-15';
const withCheck = (first17: string) => first17 + checkDigitFor(first17);

describe('the number vectors', () => {
  it.each(vectors.cases)('$input: $reason', ({ input, valid, ...told }) => {
    // On a valid number `reason` tells why the vector exists; on an invalid one it is the rule to be named.
    const { reason, ...expected } = told;
    expect(readIdNumber(input, TODAY)).toMatchObject(valid ? { valid, ...expected } : { valid, reason });
  });

  it.each(vectors.convert15)('$input15 converts to $output18', ({ input15, output18 }) => {
    const converted = convertLegacyNumber(input15);
    expect(converted.ok ? converted.value : null).toBe(output18);
  });
});

describe('a number that is refused names its rule', () => {
  it.each([
    ['', 'length'],
    ['   ', 'length'],
    ['1101051949123100', 'length'],
    ['11010519491231002X0', 'length'],
    ['11010519491231002A', 'characters'],
    ['1101051949 2310021', 'characters'],
    ['110105194912310021', 'check-digit'],
    ['110105491231002', 'legacy'],
    [withCheck('66019919900101901'), 'province'],
    [withCheck('11019919900431901'), 'date'],
    [withCheck('11019919900100901'), 'date'],
    [withCheck('11019919000229901'), 'date'],
    [withCheck('11019920260616901'), 'future'],
    ['US1110119750812', 'length'],
  ])('%s breaks %s', (input, rule) => {
    expect(readIdNumber(input, TODAY)).toMatchObject({ valid: false, rule });
  });
});

describe('numbers of every kind of card', () => {
  it.each([
    ['440524188001010014', 'citizen', '18800101', 'male'],
    [withCheck('11019920000229902'), 'citizen', '20000229', 'female'],
    ['810000198501159317', 'hmtResident', '19850115', 'male'],
    ['83000019600330933X', 'hmtResident', '19600330', 'male'],
    [withCheck('91184019750812901'), 'foreigner2023', '19750812', 'male'],
  ])('%s is a %s number', (input, kind, birth, sex) => {
    expect(readIdNumber(input, TODAY)).toMatchObject({ valid: true, kind, birth, sex, warnings: [] });
  });

  it('born today counts, tomorrow does not', () => {
    expect(readIdNumber(withCheck('11019920260615901'), TODAY).valid).toBe(true);
    expect(readIdNumber(withCheck('11019920260616901'), '2026-06-15').valid).toBe(false);
  });

  it('a clock that was never set warns of the future and refuses nobody', () => {
    const reading = readIdNumber(withCheck('11019920100101901'), '1970-01-01');
    expect(reading).toMatchObject({ valid: true, warnings: ['birth-after-device-clock'] });
  });
});

describe('15-digit numbers', () => {
  it.each(['996', '997', '998', '999'])('sequence %s belongs to the nineteenth century', (sequence) => {
    const converted = convertLegacyNumber(`440524800101${sequence}`);
    expect(converted).toMatchObject({ ok: true });
    expect(converted.ok && converted.value.startsWith(`44052418800101${sequence}`)).toBe(true);
  });

  it('29 February 1900 did not exist, so it is refused', () => {
    expect(convertLegacyNumber('110199000229901')).toMatchObject({ ok: false, error: { kind: 'bad-date' } });
  });

  it.each(['', '11010549123100', '11010549123100X', '1101054912310021'])('%s is refused', (input) => {
    expect(convertLegacyNumber(input)).toEqual({ ok: false, error: { kind: 'not-15-digits' } });
  });
});

it('one changed digit, or two neighbours swapped, is always noticed', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 17, maxLength: 17 });
  fc.assert(
    fc.property(digits, fc.nat(16), fc.integer({ min: 1, max: 9 }), (list, place, by) => {
      const changed = list.with(place, ((list[place] ?? 0) + by) % 10);
      return checkDigitFor(list.join('')) !== checkDigitFor(changed.join(''));
    }),
  );
  fc.assert(
    fc.property(digits, fc.nat(15), (list, place) => {
      const [first = 0, second = 0] = list.slice(place, place + 2);
      const swapped = list.with(place, second).with(place + 1, first);
      return first === second || checkDigitFor(list.join('')) !== checkDigitFor(swapped.join(''));
    }),
  );
});

it('whatever is typed, judging never throws and never contradicts itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (input) => {
      const once = readIdNumber(input, TODAY);
      expect(readIdNumber(once.normalised, TODAY).valid).toBe(once.valid);
    }),
  );
});
