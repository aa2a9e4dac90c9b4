import { wayTo } from './counter-lines.ts';
import type { PaperBlock, PaperDocument } from './paper-document.ts';
import { fact, HEADING, HEADLINE, largeLine, LINE_GAP, lines, NOTE, PART_GAP, RULE } from './paper-lines.ts';
import { stepPicture, STEPS, type Step } from './pictograms/step-pictures.ts';
import type { StepCardPaper } from './step-card-paper.ts';
import { STEP_CARD_WORDS, type StepCardWords } from './step-card-words.ts';
import type { PaperSettings } from './ticket-paper.ts';

/** 96 dots = 34 pt: read from an arm’s length without glasses. */
const TITLE_SIZE = 4;
const FIGURES = '①②③④⑤';

/**
 * The step card: how a number is taken at this hall, each step with its figure, few words and a picture; then whom to
 * ask, and where it goes without a machine. Every word >= 12 pt, no line wider than the paper.
 */
export function layoutStepCard(
  card: StepCardPaper,
  { columns }: Pick<PaperSettings, 'columns'>,
): PaperDocument {
  const words = STEP_CARD_WORDS[card.language];
  return [
    ...(card.simulated ? lines(words.practiceOnly, columns, HEADLINE) : []),
    ...largeLine(words.title, columns, HEADLINE, TITLE_SIZE),
    ...lines(card.hallName, columns, NOTE),
    RULE,
    ...steps(card).flatMap((step, index) => [
      ...largeLine(FIGURES.charAt(index) + words.steps[step], columns, HEADING),
      { kind: 'picture', bitmap: stepPicture(step) } as const,
      LINE_GAP,
      ...notesOf(step, card, words).flatMap((note) => lines(note, columns, NOTE)),
      PART_GAP,
    ]),
    RULE,
    ...words.help.flatMap((sentence) => lines(sentence, columns, HEADLINE)),
    RULE,
    ...withoutMachine(card, words, columns),
    ...lines(words.ease, columns, NOTE),
    { kind: 'cut' },
  ];
}

/** Without a reader nobody is told to put a card anywhere. */
const steps = ({ readerSide }: StepCardPaper): readonly Step[] =>
  readerSide === null ? STEPS.filter((step) => step !== 'card') : STEPS;

function notesOf(step: Step, card: StepCardPaper, words: StepCardWords): readonly string[] {
  switch (step) {
    case 'card':
      return [...(card.readerSide === null ? [] : [words.readerSides[card.readerSide]]), words.noCard];
    case 'choose':
      return [words.choose];
    case 'take':
      return [words.ticket];
    case 'listen':
      return [...(card.waitingArea === null ? [] : [words.sit(card.waitingArea)]), words.listen];
    case 'counter':
      return [words.counter];
  }
}

function withoutMachine(card: StepCardPaper, words: StepCardWords, columns: number): PaperBlock[] {
  const { manualCounters, counterLooks, language, telephone } = card;
  const way = wayTo(manualCounters, counterLooks, language, columns);
  return [
    ...(way.length === 0 ? [] : [...lines(words.withoutMachine, columns, HEADLINE), ...way]),
    ...(telephone === null ? [] : fact(words.telephone, telephone, columns)),
  ];
}
