import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { encodeCharacter } from '../../../main/station/devices/ticket-printer/text/charset.ts';

const hexIn = (character: string, charset: 'gb2312' | 'gbk' | 'gb18030'): string | undefined =>
  encodeCharacter(character, charset)?.toString('hex');

describe('what a printer can write by itself', () => {
  it.each([
    ['中', 'd6d0', 'd6d0', 'd6d0'],
    ['（', 'a3a8', 'a3a8', 'a3a8'],
    ['镕', undefined, 'e946', 'e946'],
    ['丂', undefined, '8140', '8140'],
    // FE9F came into the set late: a GBK printer shows a wrong glyph.
    ['䶮', undefined, undefined, 'fe9f'],
    ['𠮷', undefined, undefined, '9534b235'],
    ['€', undefined, undefined, 'a2e3'],
    ['😀', undefined, undefined, undefined],
    ['\u0301', undefined, undefined, undefined],
    ['\ue000', undefined, undefined, undefined],
    ['–', undefined, 'a843', 'a843'],
    ['A', '41', '41', '41'],
  ])('%s', (character, gb2312, gbk, gb18030) => {
    expect([hexIn(character, 'gb2312'), hexIn(character, 'gbk'), hexIn(character, 'gb18030')]).toEqual([
      gb2312,
      gbk,
      gb18030,
    ]);
  });

  it('GB 2312 has 6763 hanzi and 682 signs', () => {
    const inSet = Array.from({ length: 0x10000 }, (_, point) => point)
      .filter((point) => point >= 0x80 && (point < 0xd800 || point > 0xdfff))
      .map((point) => String.fromCodePoint(point))
      .filter((character) => encodeCharacter(character, 'gb2312') !== undefined);
    const hanzi = inSet.filter((character) => /\p{Script=Han}/u.test(character) && character > '\u4dff');
    expect(hanzi).toHaveLength(6763);
    expect(inSet.length - hanzi.length).toBe(682);
  });

  it('never sends a byte that a printer takes for a command, and always reads back', () => {
    const character = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 });
    fc.assert(
      fc.property(character, fc.constantFrom('gb2312', 'gbk', 'gb18030'), (given, charset) => {
        const bytes = encodeCharacter(given, charset);
        if (bytes === undefined) return;
        expect([...bytes].every((byte) => byte >= 0x20)).toBe(true);
        expect(iconv.decode(bytes, 'gb18030')).toBe(given);
      }),
      { numRuns: 2_000 },
    );
  });
});
