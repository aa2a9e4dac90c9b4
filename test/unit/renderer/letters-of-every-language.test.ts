import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import type { Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import bo from '../../../resources/locales/bo.json' with { type: 'json' };
import ug from '../../../resources/locales/ug.json' with { type: 'json' };
import { LANGUAGE_FACTS } from '../../../renderer/shared/words/languages.ts';

const FOLDER = 'resources/fonts';
const STYLES = readFileSync('renderer/shared/styles/base.css', 'utf8');

function font(name: string): Font {
  const opened = fontkit.openSync(`${FOLDER}/${name}.woff2`);
  if (!('glyphForCodePoint' in opened)) throw new Error(`${name} holds several fonts`);
  return opened;
}

/** Marks of direction are never drawn. */
const drawn = (text: string): string => text.replace(/[\u200e\u200f\u2066-\u2069]/gu, '');

const LANGUAGES = [
  ['ug', ug, 'NotoSansArabic', /[\u0600-\u06ff]+/gu],
  ['bo', bo, 'NotoSerifTibetan', /[\u0f00-\u0fff]+/gu],
] as const;

describe.each(LANGUAGES)('%s', (language, sentences, family, runs) => {
  const all = [
    ...Object.values(sentences),
    LANGUAGE_FACTS[language].ownName,
    LANGUAGE_FACTS[language].between,
  ];

  it.each(['Regular', 'Bold'])('has every letter, joined and stacked, in the shipped %s cut', (cut) => {
    const own = font(`${family}-${cut}`);
    const glyphs = all.flatMap((sentence) =>
      (sentence.match(runs) ?? []).flatMap((run) =>
        own.layout(run).glyphs.map(({ id }) => [run, id] as const),
      ),
    );
    expect(glyphs.length).toBeGreaterThan(1000);
    expect(glyphs.filter(([, id]) => id === 0)).toEqual([]);
  });

  it('finds what is not its own in the font of the page: figures, hyphens, quotation marks', () => {
    const page = font('NotoSansSC-Regular');
    const others = new Set(all.flatMap((sentence) => [...drawn(sentence).replace(runs, '')]));
    const missing = [...others].filter((one) => !page.hasGlyphForCodePoint(one.codePointAt(0) ?? 0));
    expect(missing).toEqual([]);
  });

  it('has both cuts in the styles, fetched for its letters alone', () => {
    for (const cut of ['Regular', 'Bold']) {
      const at = STYLES.indexOf(`${family}-${cut}.woff2`);
      expect(STYLES.slice(at, STYLES.indexOf('}', at))).toMatch(/unicode-range: U\+0[6F]00/);
    }
  });
});

it('Uyghur joins its letters: one letter has several shapes', () => {
  const own = font('NotoSansArabic-Regular');
  const shapes = own.layout('ببب').glyphs.map(({ id }) => id);
  expect(new Set(shapes).size).toBeGreaterThan(1);
});

it('Tibetan stacks its letters: བསྒྲུབ is fewer signs than letters', () => {
  const own = font('NotoSerifTibetan-Regular');
  expect(own.layout('བསྒྲུབ').glyphs.length).toBeLessThan([...'བསྒྲུབ'].length);
});

it.each(['LICENSE-OFL-Arabic.txt', 'LICENSE-OFL-Tibetan.txt'])('%s is the font’s own licence', (name) => {
  const licence = readFileSync(`${FOLDER}/${name}`, 'utf8');
  expect(licence).toContain('Copyright 2022 The Noto Project Authors');
  expect(licence).toContain('SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007');
});
