import { describe, expect, it, test } from 'vitest';
import bo from '../../../resources/locales/bo.json' with { type: 'json' };
import ug from '../../../resources/locales/ug.json' with { type: 'json' };
import zh from '../../../resources/locales/zh-CN.json' with { type: 'json' };
import { isForeign } from '../../../renderer/kiosk/languages/foreign-text.ts';
import { LANGUAGE_FACTS } from '../../../renderer/shared/words/languages.ts';
import { serviceName, translate, type MessageKey } from '../../../renderer/shared/words/words.ts';

const CHINESE: Readonly<Record<string, string>> = zh;
const fieldsOf = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

/** Unicode's blocks: what the language is written in, its own stops and commas among them. */
const FILES = [
  ['ug', ug, /\p{Script=Arabic}/u, /^[\u0600-\u06ff0-9{}\w\s.:…«»-]+$/u],
  ['bo', bo, /\p{Script=Tibetan}/u, /^[\u0f00-\u0fff0-9{}\w\s]+$/u],
] as const;

describe.each(FILES)('%s', (_language, file, letters, allowed) => {
  const entries = Object.entries(file);

  it('holds the main sentences of the kiosk, each of them also there in Chinese', () => {
    expect(entries.length).toBeGreaterThanOrEqual(60);
    expect(entries.map(([key]) => key).filter((key) => CHINESE[key] === undefined)).toEqual([]);
  });

  test.each(entries)('%s', (key, sentence) => {
    expect(fieldsOf(sentence)).toEqual(fieldsOf(CHINESE[key] ?? ''));
    const written = sentence.replace(/\{\w+\}/g, '');
    expect(written.trim()).toBe(written.trim().normalize('NFC'));
    expect(written).toMatch(letters);
    expect(written).toMatch(allowed);
    expect(written).not.toMatch(/[A-Za-z]/);
    // Figures stay the ones on the paper and over the counters.
    expect(written).not.toMatch(/[\u0660-\u0669\u06f0-\u06f9\u0f20-\u0f33]/u);
  });
});

describe('Uyghur', () => {
  it('is written with its own vowels, never with the letters of Arabic or Persian', () => {
    // U+064A (ي) and U+0643 (ك) are Uyghur’s; heh is U+06D5 as a vowel, U+06BE as a consonant.
    for (const [key, sentence] of Object.entries(ug))
      expect(sentence, key).not.toMatch(/[\u0629\u0647\u06cc\u06a9\u0622-\u0625]|\p{Mn}/u);
  });

  it('keeps a telephone number and a list of counters in order among letters from right to left', () => {
    const counters = ['1', '2'].join(LANGUAGE_FACTS.ug.between);
    expect(counters).toBe('1\u200f، 2');
    expect(translate('ug', 'kiosk.away.counter', { counters })).toBe(
      '\u20681\u200f، 2\u2069-كۆزنەككە بېرىڭ.',
    );
  });
});

describe('a sentence that a language lacks', () => {
  const lacking = Object.keys(zh).find((key) => !(key in ug)) as MessageKey;
  it('is said in Chinese, with nothing added to it', () => {
    expect(translate('ug', lacking)).toBe(zh[lacking]);
    expect(translate('bo', 'kiosk.simulate.put', { age: 78 })).toBe('放一张 78 岁的演示卡');
  });
  it('is known as Chinese by its letters, as a name from the hall is', () => {
    expect(isForeign('ug', serviceName('ug', 'LN-01', '高龄津贴申请'))).toBe(true);
    expect(isForeign('en', '福田区民政服务大厅')).toBe(true);
    expect(isForeign('zh', '福田区民政服务大厅')).toBe(false);
  });
  it('a name within a sentence of the page makes no Chinese sentence of it, nor do figures', () => {
    expect(isForeign('ug', translate('ug', 'kiosk.greeting.name', { name: '张*英' }))).toBe(false);
    expect(isForeign('bo', 'A001')).toBe(false);
  });
});
