/** One word of a call: as it is written, as pinyin with tone numbers, and the recorded clip that says it. */
export interface SpokenWord {
  readonly text: string;
  /** Capital letters stand for themselves: the voice `cmn-latn-pinyin` calls them by the names Chinese speakers use. */
  readonly pinyin: string;
  /** Name of the file without `.wav`. */
  readonly clip: string;
  readonly syllables: number;
}

const word = (text: string, pinyin: string, clip: string, syllables = 1): SpokenWord => ({
  text,
  pinyin,
  clip,
  syllables,
});

export const PLEASE = word('请', 'qing3', 'qing');
export const NUMBER = word('号', 'hao4', 'hao');
export const GO_TO = word('到', 'dao4', 'dao');
export const WINDOW = word('窗口', 'chuang1kou3', 'chuangkou', 2);
export const PRIORITY = word('优先', 'you1xian1', 'youxian', 2);
export const TEN = word('十', 'shi2', '10');
/** How many people say a 1 among digits, so that it is not heard as 7 (qi1). */
export const YAO = word('幺', 'yao1', 'yao');

/** A digit of an ordinal keeps its first tone: 一号 is yi1 hao4, never yi2 hao4. */
const DIGITS: readonly SpokenWord[] = [
  word('零', 'ling2', '0'),
  word('一', 'yi1', '1'),
  word('二', 'er4', '2'),
  word('三', 'san1', '3'),
  word('四', 'si4', '4'),
  word('五', 'wu3', '5'),
  word('六', 'liu4', '6'),
  word('七', 'qi1', '7'),
  word('八', 'ba1', '8'),
  word('九', 'jiu3', '9'),
];

/** "0" to "9". */
export function digitWord(digit: string): SpokenWord {
  const found = DIGITS[Number(digit)];
  if (!/^\d$/.test(digit) || found === undefined) throw new RangeError(`Not a digit: ${digit}`);
  return found;
}

/** A letter in either case. W takes three syllables, as in English. */
export function letterWord(letter: string): SpokenWord {
  const capital = letter.toUpperCase();
  return word(capital, capital, capital, capital === 'W' ? 3 : 1);
}
