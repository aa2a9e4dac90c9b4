import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCreditCode } from '../../../main/hall/domain/social-organisations/credit-code.ts';

const VALID = [
  ['51440300500000015U', 'association', '440300'],
  ['52440303MJL000016X', 'service-body', '440303'],
  ['53440000501000025D', 'foundation', '440000'],
  ['5111000050001234XG', 'association', '110000'],
  ['52320100MJD0010064', 'service-body', '320100'],
  ['59440300MJF000090K', 'other', '440300'],
  ['91350100M000100Y43', undefined, '350100'],
  ['11310000MB2F30661Y', undefined, '310000'],
] as const;

describe('a unified social credit code', () => {
  test.each(VALID)('%s is one', (code, kind, division) => {
    expect(readCreditCode(code)).toEqual({ ok: true, value: { code, kind, division } });
  });

  test.each(VALID)('%s with another last character is none', (code) => {
    const last = code.endsWith('A') ? 'B' : 'A';
    expect(readCreditCode(code.slice(0, -1) + last)).toMatchObject({ ok: false, error: { kind: 'check' } });
  });

  test('one that a web page gives as an example fails both checks', () => {
    expect(readCreditCode('91310115MA1G4L1WXK')).toMatchObject({ ok: false, error: { kind: 'body-check' } });
  });

  test('typed with small letters, wide characters and blanks it is the same', () => {
    expect(readCreditCode(' ５2440303 mjl000016-x ')).toMatchObject({
      ok: true,
      value: { code: '52440303MJL000016X' },
    });
  });

  test.each([
    ['', { kind: 'length', characters: 0 }],
    ['5144030050000001', { kind: 'length', characters: 16 }],
    ['51440300500000O15U', { kind: 'character', at: 15, character: 'O' }],
    ['514403A0500000015U', { kind: 'division' }],
  ])('%s is told what is wrong with it', (code, error) => {
    expect(readCreditCode(code)).toEqual({ ok: false, error });
  });

  test('one wrong character never passes', () => {
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    fc.assert(
      fc.property(
        fc.constantFrom(...VALID.map(([code]) => code)),
        fc.nat(17),
        fc.constantFrom(...alphabet),
        (code, at, other) => {
          fc.pre(code[at] !== other);
          expect(readCreditCode(code.slice(0, at) + other + code.slice(at + 1)).ok).toBe(false);
        },
      ),
    );
  });
});
