import { customPinyin, pinyin } from 'pinyin-pro';
import type { ChinesePart } from './chinese-parts.ts';

/** What its words do not tell it: 得 is dei3 before what has to be done, and light after what is done; so is 地 (di). */
customPinyin({
  您得: 'nín děi',
  都得: 'dōu děi',
  还得: 'hái děi',
  得先: 'děi xiān',
  得带: 'děi dài',
  得去: 'děi qù',
  得到窗口: 'děi dào chuāng kǒu',
  办得: 'bàn de',
  看得: 'kàn de',
  听得: 'tīng de',
  走得: 'zǒu de',
  写得: 'xiě de',
  说得: 'shuō de',
  错得: 'cuò de',
  慢慢地: 'màn màn de',
  轻轻地: 'qīng qīng de',
  好好地: 'hǎo hǎo de',
  平平地: 'píng píng de',
  谢谢: 'xiè xie',
  还钱: 'huán qián',
  还款: 'huán kuǎn',
  // Family names of a masked name: 曾*英 is said as 曾某英.
  曾某: 'zēng mǒu',
  单某: 'shàn mǒu',
  任某: 'rén mǒu',
  区某: 'ōu mǒu',
  解某: 'xiè mǒu',
  仇某: 'qiú mǒu',
  查某: 'zhā mǒu',
  盖某: 'gě mǒu',
  华某: 'huà mǒu',
});

const SPELLED: Readonly<Record<string, string>> = {
  零: 'ling2',
  一: 'yi1',
  二: 'er4',
  三: 'san1',
  四: 'si4',
  五: 'wu3',
  六: 'liu4',
  七: 'qi1',
  八: 'ba1',
  九: 'jiu3',
  十: 'shi2',
  百: 'bai3',
  千: 'qian1',
  万: 'wan4',
  幺: 'yao1',
};
const SYLLABLE = /^[a-zü]{1,6}[0-4]$/;

/** 请办理 is qing3, ban4, li3. Characters that have no reading are left out. */
export const syllablesOfHanzi = (hanzi: string): string[] =>
  pinyin(hanzi, { toneType: 'num', type: 'array' })
    .filter((syllable) => SYLLABLE.test(syllable))
    // The voice knows the neutral tone as the fifth.
    .map((syllable) => syllable.replace('0', '5'));

export interface MandarinText {
  /** Pinyin with tone numbers; capital letters stand for themselves. */
  readonly text: string;
  readonly syllables: number;
}

/** What the voice `cmn-latn-pinyin` reads; foreign words are somebody else's. */
export function mandarinOf(parts: readonly Exclude<ChinesePart, { kind: 'latin' }>[]): MandarinText {
  let text = '';
  let syllables = 0;
  for (const part of parts) {
    if (part.kind === 'rest') {
      text = `${text.trimEnd()}${part.long ? '. ' : ', '}`;
      continue;
    }
    const spoken = part.kind === 'hanzi' ? syllablesOfHanzi(part.text) : spelledOut(part.text);
    syllables += spoken.length;
    text += spoken.map((one) => `${one} `).join('');
  }
  return { text: text.trim(), syllables };
}

const spelledOut = (text: string): string[] =>
  [...text]
    .map((character) => SPELLED[character] ?? character)
    .filter((said) => /^(?:[A-Z]|[a-z]+\d)$/.test(said));
