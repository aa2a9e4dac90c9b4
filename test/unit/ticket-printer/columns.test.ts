import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, leftRight, wrap } from '../../../main/station/devices/ticket-printer/text/columns.ts';

describe('text measured in columns', () => {
  it.each([
    ['A012', 4],
    ['婚姻登记', 8],
    ['王*英 78岁', 10],
    ['𠮷', 2],
    ['😀', 2],
    ['x\u0323', 1],
    ['\u0301', 2],
    ['', 0],
  ])('%s takes %i', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });
});

describe('wrapping', () => {
  it('breaks 33 hanzi at 32 columns into lines of 16', () => {
    expect(wrap('福'.repeat(33), 32)).toEqual(['福'.repeat(16), '福'.repeat(16), '福']);
  });
  it('keeps a date whole', () => {
    expect(wrap('取号时间2026-06-15', 16)).toEqual(['取号时间', '2026-06-15']);
  });
  it('cuts a word that is longer than the paper', () => {
    expect(wrap('ABCDEFGHIJ', 4)).toEqual(['ABCD', 'EFGH', 'IJ']);
  });
  it('keeps blank lines', () => {
    expect(wrap('甲\n\n乙', 16)).toEqual(['甲', '', '乙']);
  });
  it('does not begin a line with a closing bracket', () => {
    expect(wrap('优先（六十岁以上）', 16)).toEqual(['优先（六十岁以', '上）']);
  });
  it('lets a closing mark begin a line where there is no room for two', () => {
    expect(wrap('A龘，', 3)).toEqual(['A龘', '，']);
  });
  it('keeps a mark with its base', () => {
    expect(wrap('x\u0323x\u0323x\u0323', 2)).toEqual(['x\u0323x\u0323', 'x\u0323']);
  });
  it('lets no control byte through', () => {
    expect(wrap('甲\u001b@\u0010\u0004\u0001乙', 40).join('')).not.toMatch(/\p{Cc}/u);
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom(
          '龘',
          '𠮷',
          '😀',
          '👨‍👩‍👧',
          '\u0301',
          '\ud842',
          '\u202e',
          'A',
          ' ',
          '，',
          '）',
          'Ａ',
          'ｱ',
          '\t',
        ),
      )
      .map((parts) => parts.join('')),
  );

  it('never makes a line wider than the paper, whatever the text', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 48 }), (text, columns) => {
        for (const line of wrap(text, columns)) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
      }),
      { numRuns: 500 },
    );
  });

  it('loses nothing but spaces, controls and invisible signs', () => {
    const visible = (text: string): string => text.replace(/[\s\p{C}]/gu, '').normalize('NFC');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 4, max: 48 }), (text, columns) => {
        expect(visible(wrap(text, columns).join(''))).toBe(visible(text.replace(/[\ufe00-\ufe0f]/g, '')));
      }),
    );
  });
});

describe('label and value', () => {
  it('ends at the right edge', () => {
    const line = leftRight('前面等候', '3人', 24) ?? '';
    expect(columnsOf(line)).toBe(24);
    expect(line).toMatch(/^前面等候 +3人$/);
  });
  it('says so when they do not fit', () => {
    expect(leftRight('预计等候', '约10-25分钟', 16)).toBeUndefined();
  });
});
