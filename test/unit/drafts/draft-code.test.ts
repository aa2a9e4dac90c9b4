import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DRAFT_CODE_BYTES,
  formatDraftCode,
  readDraftCode,
} from '../../../main/hall/domain/drafts/draft-code.ts';

const bytes = fc.uint8Array({ minLength: DRAFT_CODE_BYTES, maxLength: DRAFT_CODE_BYTES });

describe('the code on a filled form', () => {
  it('is eight signs that nobody mistakes for another', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        expect(formatDraftCode(some)).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
      }),
    );
  });

  it('is another one for other bytes', () => {
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        const isSame = Buffer.compare(one, other) === 0;
        expect(formatDraftCode(one) === formatDraftCode(other)).toBe(isSame);
      }),
    );
  });

  it.each([
    ['0000000000', '00000000'],
    ['ffffffffff', 'ZZZZZZZZ'],
    ['0123456789', '04HMASW9'],
  ])('%s is written %s', (hex, code) => {
    expect(formatDraftCode(Buffer.from(hex, 'hex'))).toBe(code);
  });

  it.each([
    ['04HMASW9', '04HMASW9'],
    ['04hm-asw9', '04HMASW9'],
    [' 04hm asw9 ', '04HMASW9'],
    ['O4HMASW9', '04HMASW9'],
    ['iLo0iLo0', '11001100'],
  ])('typed as %s it is %s', (typed, code) => {
    expect(readDraftCode(typed)).toBe(code);
  });

  it.each(['', '04HMASW', '04HMASW99', '04HMASU9', '零四HMASW9', '04HM*SW9'])('%s is none', (typed) => {
    expect(readDraftCode(typed)).toBeUndefined();
  });

  it('is not made of too little chance', () => {
    expect(() => formatDraftCode(new Uint8Array(4))).toThrow('5 bytes');
  });
});
