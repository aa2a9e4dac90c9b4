import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEXT_CAPACITY } from '../../../main/station/devices/window-display/bx-k/bx-k-display.ts';
import { decodeText, encodeText } from '../../../main/station/devices/window-display/bx-k/styled-text.ts';
import { callText } from '../../../main/station/devices/window-display/call-text.ts';
import { columnsOf } from '../../../main/station/devices/ticket-printer/text/columns.ts';
import type { DisplayedCall } from '../../../main/station/devices/window-display/port.ts';

const call: DisplayedCall = { number: 'A001', counterId: '3', priority: false };
const words = (extra: Partial<DisplayedCall>, width = 128): string =>
  callText({ ...call, ...extra }, { width });
const read = (text: string, capacity = TEXT_CAPACITY): string => decodeText(encodeText(text, capacity)).text;

describe('a call', () => {
  it('stands in two lines on a common panel of 128 dots, in one on a wide panel', () => {
    expect(words({})).toBe('请A001号\n到3号窗口');
    expect(words({}, 160)).toBe('请A001号到3号窗口');
  });

  it('says that somebody goes first, never why', () => {
    expect(words({ priority: true })).toBe('优先 请A001号\n到3号窗口');
  });

  it('on a panel too narrow for it is broken, not cut', () => {
    expect(words({ counterId: '12A' }, 64)).toBe('请A001号\n到12A号\n窗口');
    expect(words({}, 32).replaceAll('\n', '')).toBe('请A001号到3号窗口');
  });

  it('can be other words, with lines of their own', () => {
    expect(words({ text: '暂停服务\r\n请到1号窗口' })).toBe('暂停服务\n请到1号窗口');
  });
});

describe('characters that a font card does not hold', () => {
  it.each([
    ['a rare character of GBK', '王䶮', '王某'],
    ['one beyond the basic plane', '\u{20BB7}野', '某野'],
    ['a traditional one', '劉備', '某某'],
    ['a picture made of two', '👍🏽好', '某好'],
    ['a lone half of a pair', '\ud842好', '某好'],
    ['a private one', '\ue000好', '某好'],
    ['a letter with its mark apart', 'e\u0301', 'é'],
  ])('%s', (_what, text, shown) => {
    expect(words({ text })).toBe(shown);
    expect(read(shown)).toBe(shown);
  });

  it('a backslash goes, so that no name becomes a command of the card', () => {
    expect(words({ text: 'A\\C2B\\\\n\\FO001' }, 256)).toBe('AC2BnFO001');
    expect(read('\\C2张\\n三')).toBe('C2张n三');
  });

  it('controls become blanks', () => {
    expect(words({ text: 'A\u0000B\tC' })).toBe('A B C');
  });
});

describe('the room of an area', () => {
  it('is kept to the byte, and ends behind a whole character', () => {
    const style = { font: 'O000', colour: '1' };
    const codes = '\\FO000\\C1'.length;
    expect(encodeText('长'.repeat(300), codes + 5, style)).toHaveLength(codes + 4);
    expect(read('长'.repeat(300), 5)).toBe('长长');
    expect(read('长A长', 3)).toBe('长A');
    expect(Buffer.from(encodeText('A\nB', 2)).toString()).toBe('A');
  });

  it('whatever is to be shown: fits, holds no code but ours, and no line is wider than the panel', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.constant('\\n\\C1\\'),
    );
    fc.assert(
      fc.property(anyText, fc.integer({ min: 32, max: 512 }), (text, width) => {
        const shown = callText({ ...call, text }, { width });
        expect(shown.split('\n').filter((line) => columnsOf(line) > width / 8)).toEqual([]);
        const bytes = encodeText(shown, TEXT_CAPACITY);
        expect(bytes.length).toBeLessThanOrEqual(TEXT_CAPACITY);
        const decoded = decodeText(bytes);
        expect(decoded).toEqual({ text: decoded.text });
        expect(shown.startsWith(decoded.text)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
