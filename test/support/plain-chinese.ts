/** A rule of plain writing that a sentence breaks, as the writer of the sentence should read it. */
export interface Complaint {
  readonly sentence: string;
  /** Characters as the rule counts them. */
  readonly length: number;
  /** Words that are not everyday words. */
  readonly hard: readonly string[];
}

/** One breath: an elder has not forgotten the beginning when the end comes. */
export const LONGEST_SENTENCE = 20;
/** What will be filled in is a number, a name or a few counters. */
const FIELD = '00';

const cutter = new Intl.Segmenter('zh', { granularity: 'word' });

export interface PlainWords {
  readonly plain: ReadonlySet<string>;
  /** Could be put together of plain words and is none. */
  readonly refused: ReadonlySet<string>;
}

/** Reads a list with a word between any two spaces; `#` begins a remark, `!` a line of refused words. */
export function readWordList(text: string): PlainWords {
  const lines = text.split('\n').filter((line) => !line.startsWith('#'));
  const wordsOf = (wanted: readonly string[]): ReadonlySet<string> =>
    new Set(wanted.flatMap((line) => line.replace('!', ' ').split(/\s+/)).filter((word) => word !== ''));
  return {
    plain: wordsOf(lines.filter((line) => !line.startsWith('!'))),
    refused: wordsOf(lines.filter((line) => line.startsWith('!'))),
  };
}

/** A message may hold several sentences. Fields are two characters; spaces around figures do not count. */
export function sentencesOf(message: string): readonly string[] {
  return message
    .replace(/\{\w+\}/g, FIELD)
    .split(/(?<=[。！？])/)
    .map((sentence) => sentence.replace(/\s/g, ''))
    .filter((sentence) => sentence !== '');
}

/** Without the mark that ends it. */
function lengthOf(sentence: string): number {
  return [...sentence.replace(/[。！？…]+$/, '')].length;
}

/** Whether a word stands in the list or is put together of words that do: 取号机 of 取, 号 and 机. */
export function isPlain(word: string, { plain, refused }: PlainWords): boolean {
  if ([...refused].some((one) => word.includes(one))) return false;
  const characters = [...word];
  /** How far the word can be read as plain words, from its beginning. */
  const reached = new Set([0]);
  for (let end = 1; end <= characters.length; end += 1) {
    const ends = [...reached].some((start) => plain.has(characters.slice(start, end).join('')));
    if (ends) reached.add(end);
  }
  return reached.has(characters.length);
}

/**
 * The words of a sentence that are not plain. The dictionary of the segmenter cuts some everyday words in two
 * (页面, 管理员) and glues others together (找工作人员), so it names only what stands in a part that cannot be read as
 * plain words from end to end.
 */
function hardWords(sentence: string, words: PlainWords): readonly string[] {
  const parts = (sentence.match(/\p{Script=Han}+/gu) ?? []).filter((part) => !isPlain(part, words));
  return parts.flatMap((part) => {
    const cut = [...cutter.segment(part)].map(({ segment }) => segment);
    const hard = cut.filter((word) => !isPlain(word, words));
    return hard.length === 0 ? [part] : hard;
  });
}

/** What is wrong with a message, sentence by sentence; nothing where it is short and plain. */
export function complaintsAbout(message: string, words: PlainWords): readonly Complaint[] {
  return sentencesOf(message)
    .map((sentence) => ({
      sentence,
      length: lengthOf(sentence),
      hard: hardWords(sentence, words),
    }))
    .filter(({ length, hard }) => length > LONGEST_SENTENCE || hard.length > 0);
}
