import type { CounterLook } from '../../../../preload/contracts/configuration-kiosk.ts';
import type { PaperBlock } from './paper-document.ts';
import { boardWords, hasLook, LOOK_WORDS, sharedLook, signOf } from './counter-signs.ts';
import { HEADLINE, LARGE_SIZE, largeLine, lines, NOTE, textColumns } from './paper-lines.ts';
import type { StepCardLanguage } from './step-card-paper.ts';
import { cleanText, columnsOf } from './text/columns.ts';
import type { CounterLooks } from './ticket-paper.ts';

/** So many counters are described one by one; more would be a list to study. */
const MOST_DESCRIBED = 2;

/**
 * How these counters are found: each with its own look where they are few, else their numbers together and the look that
 * all of them share, if they share one. Nothing for no counter.
 */
export function wayTo(
  counters: readonly string[],
  looks: CounterLooks,
  language: StepCardLanguage,
  columns: number,
): PaperBlock[] {
  const found = counters.map((id) => ({ id, look: Object.hasOwn(looks, id) ? looks[id] : undefined }));
  const [first] = found;
  if (first === undefined) return [];
  if (found.length === 1) return counterLines(first.id, first.look, language, columns);
  const shared = sharedLook(found.map(({ look }) => look));
  const areDescribed =
    found.length <= MOST_DESCRIBED && shared === undefined && found.some(({ look }) => hasLook(look));
  if (!areDescribed) {
    const together = LOOK_WORDS[language].counters(counters);
    return [
      ...largeLine(together, columns, HEADLINE),
      ...lookLines(shared, signOf(shared), language, columns),
    ];
  }
  return found.flatMap(({ id, look }, index) => [
    ...(index === 0 ? [] : lines(LOOK_WORDS[language].or, columns, NOTE)),
    ...counterLines(id, look, language, columns),
  ]);
}

/** One counter as it is looked for: its number with its sign, large; then the words for those who ask the way. */
function counterLines(
  id: string,
  look: CounterLook | undefined,
  language: StepCardLanguage,
  columns: number,
): PaperBlock[] {
  const words = LOOK_WORDS[language].counter(id);
  const hasOwnName = look !== undefined && look.name !== LOOK_WORDS.zh.counter(id);
  return [
    ...largeLine(beside(words, signOf(look), columns), columns, HEADLINE),
    ...(hasOwnName ? lines(look.name, columns, NOTE) : []),
    ...lookLines(look, '', language, columns),
  ];
}

/** With a space where it costs no size. */
function beside(words: string, sign: string, columns: number): string {
  if (sign === '') return words;
  const apart = `${words} ${sign}`;
  return columnsOf(cleanText(apart)) <= textColumns(columns, LARGE_SIZE) ? apart : words + sign;
}

function lookLines(
  look: CounterLook | undefined,
  sign: string,
  language: StepCardLanguage,
  columns: number,
): PaperBlock[] {
  const board = boardWords(look, language);
  return [
    ...(board === undefined ? [] : lines(sign + board, columns, NOTE)),
    ...(look?.place === undefined ? [] : lines(look.place, columns, NOTE)),
  ];
}
