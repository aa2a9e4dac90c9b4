import type { CallView } from '../../../../preload/contracts/hall-operations.ts';
import {
  digitWord,
  GO_TO,
  letterWord,
  NUMBER,
  PLEASE,
  PRIORITY,
  TEN,
  WINDOW,
  YAO,
  type SpokenWord,
} from './spoken-words.ts';

/** What a hall decides about its calls. */
export interface CallManner {
  /** How a 1 in a ticket's number is read: 一, or 幺 as on the telephone. A window's number always has 一 or 十. */
  readonly one: 'yi' | 'yao';
  /** Whether 优先 is said before a priority call. Not by default: it tells the hall something about the person. */
  readonly sayPriority: boolean;
}

/** What is to be said, in phrases with a short rest between them. */
export interface Utterance {
  /** The same for people who read: a caption, a list of what was spoken. */
  readonly caption: string;
  readonly phrases: readonly (readonly SpokenWord[])[];
}

type Spoken = Pick<CallView, 'number' | 'counterId' | 'priority'>;

/** 请 A 零一二号，到三号窗口. Number and window only; a call never names a person. */
export function spokenCall({ number, counterId, priority }: Spoken, manner: CallManner): Utterance {
  const first = priority && manner.sayPriority;
  return {
    caption: `${first ? '优先，' : ''}请 ${number} 号到 ${counterId} 号窗口`,
    phrases: [
      ...(first ? [[PRIORITY]] : []),
      [PLEASE, ...ticketNumber(number, manner), NUMBER],
      [GO_TO, ...counterWords(counterId), NUMBER, WINDOW],
    ],
  };
}

/** Letters by name, digits one by one: A012 is A 零 一 二. */
function ticketNumber(number: string, { one }: CallManner): SpokenWord[] {
  return [...number].map((character) => {
    if (character === '1' && one === 'yao') return YAO;
    return /\d/.test(character) ? digitWord(character) : letterWord(character);
  });
}

/** As people call a window: 10 is 十, 23 is 二十三; three digits, or a leading zero, one by one. A hyphen is not read. */
function counterWords(counterId: string): SpokenWord[] {
  return (counterId.match(/\d+|[A-Za-z]/g) ?? []).flatMap((part) => {
    if (!/\d/.test(part)) return [letterWord(part)];
    return /^[1-9]\d$/.test(part) ? twoDigits(part) : [...part].map(digitWord);
  });
}

function twoDigits(part: string): SpokenWord[] {
  const [tens = '', ones = ''] = part;
  return [...(tens === '1' ? [] : [digitWord(tens)]), TEN, ...(ones === '0' ? [] : [digitWord(ones)])];
}

/** 请 A 零 一 二 号，到 三 号 窗口 */
export function wordsOf({ phrases }: Utterance): string {
  return phrases.map((phrase) => phrase.map(({ text }) => text).join(' ')).join('，');
}

/** qing3 A ling2 yi1 er4 hao4, dao4 san1 hao4 chuang1kou3 */
export function pinyinOf({ phrases }: Utterance): string {
  return phrases.map((phrase) => phrase.map(({ pinyin }) => pinyin).join(' ')).join(', ');
}

/** How many syllables are heard: a sound that is much shorter or longer is not this sentence. */
export function syllablesOf({ phrases }: Utterance): number {
  return phrases.flat().reduce((sum, { syllables }) => sum + syllables, 0);
}
