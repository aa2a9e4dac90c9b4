import { globSync, readFileSync } from 'node:fs';
import termsFile from '../../resources/locales/terms.json' with { type: 'json' };
import zh from '../../resources/locales/zh-CN.json' with { type: 'json' };
import { readWordList } from './plain-chinese.ts';

export const WORD_LIST = readFileSync('resources/locales/plain-words.txt', 'utf8');
export const everydayWords = readWordList(WORD_LIST);
export const officialTerms: Readonly<Record<string, string>> = termsFile;
/** With the official terms, each of which is explained where it is said. */
export const kioskWords = {
  ...everydayWords,
  plain: new Set([...everydayWords.plain, ...Object.keys(officialTerms)]),
};

/** Everything that the kiosk says: by the name of the key, or because a file of the kiosk names it. */
export function kioskSentences(): readonly (readonly [string, string])[] {
  const sources = globSync('renderer/kiosk/**/*.{ts,vue}')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const isKiosk = (key: string): boolean =>
    /^(?:kiosk|priority|line|problem\.visitor)\./.test(key) || sources.includes(`'${key}'`);
  return Object.entries(zh).filter(([key]) => isKiosk(key));
}
