import type {
  CounterColour,
  CounterLook,
  CounterSign,
} from '../../../../preload/contracts/configuration-kiosk.ts';
import type { StepCardLanguage } from './step-card-paper.ts';

/** Filled shapes: told apart by their outline. A printer that does not hold one gets it drawn. */
export const SIGN_CHARACTERS: Readonly<Record<CounterSign, string>> = {
  circle: '●',
  square: '■',
  triangle: '▲',
  star: '★',
  heart: '♥',
  flower: '✿',
};

interface LookWords {
  readonly colours: Readonly<Record<CounterColour, string>>;
  /** As a board that hangs there. */
  readonly signs: Readonly<Record<CounterSign, string>>;
  /** A board of which only the colour is told. */
  readonly board: string;
  readonly between: string;
  readonly counter: (id: string) => string;
  readonly counters: (ids: readonly string[]) => string;
  readonly or: string;
}

/** The words of the kiosk’s pages: what was read on the screen is found again on paper. */
export const LOOK_WORDS: Readonly<Record<StepCardLanguage, LookWords>> = {
  zh: {
    colours: { red: '红色', orange: '橙色', yellow: '黄色', green: '绿色', blue: '蓝色', purple: '紫色' },
    signs: {
      circle: '圆形牌子',
      square: '方形牌子',
      triangle: '三角牌子',
      star: '五角星牌子',
      heart: '爱心牌子',
      flower: '花朵牌子',
    },
    board: '牌子',
    between: '',
    counter: (id) => `${id}号窗口`,
    counters: (ids) => `${ids.join('、')}号窗口`,
    or: '或者',
  },
  en: {
    colours: {
      red: 'red',
      orange: 'orange',
      yellow: 'yellow',
      green: 'green',
      blue: 'blue',
      purple: 'purple',
    },
    signs: {
      circle: 'round sign',
      square: 'square sign',
      triangle: 'triangle sign',
      star: 'star sign',
      heart: 'heart sign',
      flower: 'flower sign',
    },
    board: 'sign',
    between: ' ',
    counter: (id) => `Counter ${id}`,
    counters: (ids) => `Counters ${ids.join(', ')}`,
    or: 'or',
  },
};

export const signOf = (look: CounterLook | undefined): string =>
  look?.sign === undefined ? '' : SIGN_CHARACTERS[look.sign];

/** 红色圆形牌子; undefined where the counter has neither colour nor sign. Colour is never the only mark: its number stands above. */
export function boardWords(look: CounterLook | undefined, language: StepCardLanguage): string | undefined {
  const words = LOOK_WORDS[language];
  const { colour, sign } = look ?? {};
  if (colour === undefined && sign === undefined) return undefined;
  const board = sign === undefined ? words.board : words.signs[sign];
  return colour === undefined ? board : words.colours[colour] + words.between + board;
}

/** Does the look say anything besides the counter's number? */
export const hasLook = (look: CounterLook | undefined): look is CounterLook =>
  look !== undefined && (look.colour ?? look.sign ?? look.place) !== undefined;

/** The look that all these counters share, if they do. */
export function sharedLook(looks: readonly (CounterLook | undefined)[]): CounterLook | undefined {
  const [first, ...others] = looks;
  const alike = (other: CounterLook | undefined): boolean =>
    other?.colour === first?.colour && other?.sign === first?.sign && other?.place === first?.place;
  return hasLook(first) && others.every(alike) ? first : undefined;
}
