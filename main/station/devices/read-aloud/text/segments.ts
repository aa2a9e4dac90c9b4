import type { Language } from '../../../../../preload/contracts/configuration-kiosk.ts';
import { MANDARIN_VOICE } from '../../sound/espeak.ts';
import { chineseParts, type ChinesePart } from './chinese-parts.ts';
import { mandarinOf } from './mandarin.ts';
import { plainText } from './plain-text.ts';

/** A stretch of a sentence for one voice of espeak-ng. */
export interface Segment {
  readonly voice: string;
  readonly text: string;
  /** As far as they can be counted: 0 for other languages than Chinese. */
  readonly syllables: number;
}

/** The voice of each language; a language without one can only be read. */
export const VOICES: Readonly<Partial<Record<Language, string>>> = {
  zh: MANDARIN_VOICE,
  en: 'en',
  ug: 'ug',
};
/** How a range is said: 10 to 20. */
const TO = { en: 'to', ug: '—' } as const;
const HAN_STRETCH = /(\p{Script=Han}[\p{Script=Han}*\d\s、，。]*)/u;

/**
 * A sentence in the pieces in which it is spoken. `chineseVoice` reads Chinese characters itself (yue); without it they
 * become pinyin for the Mandarin voice. Foreign words in Chinese, and Chinese names in other languages, have their own
 * voice. Empty when there is nothing to say.
 */
export function segmentsOf(sentence: string, language: Language, chineseVoice?: string): readonly Segment[] {
  if (language === 'zh') return chineseSegments(sentence, chineseVoice);
  const voice = VOICES[language];
  if (voice === undefined) return [];
  return sentence.split(HAN_STRETCH).flatMap((stretch) => {
    if (HAN_STRETCH.test(stretch)) return chineseSegments(stretch, undefined);
    const text = plainText(stretch, { to: language === 'ug' ? TO.ug : TO.en });
    return /[\p{L}\p{N}]/u.test(text) ? [{ voice, text, syllables: 0 }] : [];
  });
}

function chineseSegments(sentence: string, voice: string | undefined): readonly Segment[] {
  const segments: Segment[] = [];
  let stretch: Exclude<ChinesePart, { kind: 'latin' }>[] = [];
  const close = (): void => {
    const segment = voice === undefined ? inPinyin(stretch) : inHanzi(stretch, voice);
    if (segment.syllables > 0) segments.push(segment);
    stretch = [];
  };
  for (const part of chineseParts(sentence)) {
    if (part.kind !== 'latin') stretch.push(part);
    else {
      close();
      segments.push({ voice: 'en', text: part.text, syllables: 0 });
    }
  }
  close();
  return segments;
}

const inPinyin = (parts: readonly Exclude<ChinesePart, { kind: 'latin' }>[]): Segment => ({
  voice: MANDARIN_VOICE,
  ...mandarinOf(parts),
});

/** Letters stand apart, so that none is taken for a word. */
function inHanzi(parts: readonly Exclude<ChinesePart, { kind: 'latin' }>[], voice: string): Segment {
  const text = parts
    .map((part) => (part.kind === 'rest' ? (part.long ? '. ' : ', ') : part.text.replace(/[A-Z]/g, ' $& ')))
    .join('')
    .trim();
  return { voice, text, syllables: (text.match(/[\p{Script=Han}A-Z]/gu) ?? []).length };
}
