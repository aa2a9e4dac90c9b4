import type {
  CounterColour,
  CounterLook,
  CounterSign,
} from '../../../../preload/contracts/configuration-kiosk.ts';

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
  readonly signs: Readonly<Record<CounterSign, string>>;
  readonly board: string;
  readonly counter: (id: string) => string;
  readonly counters: (ids: readonly string[]) => string;
  readonly or: string;
}

export const LOOK_WORDS = {
  zh: {
    colours: { red: '红色', orange: '橙色', yellow: '黄色', green: '绿色', blue: '蓝色', purple: '紫色' },
    signs: { circle: '圆形', square: '方形', triangle: '三角', star: '星形', heart: '心形', flower: '花形' },
    board: '牌子',
    counter: (id) => `${id}号窗口`,
    counters: (ids) => `${ids.join('、')}号窗口`,
    or: '或者',
  },
  en: {
    colours: {
      red: 'red ',
      orange: 'orange ',
      yellow: 'yellow ',
      green: 'green ',
      blue: 'blue ',
      purple: 'purple ',
    },
    signs: {
      circle: 'circle ',
      square: 'square ',
      triangle: 'triangle ',
      star: 'star ',
      heart: 'heart ',
      flower: 'flower ',
    },
    board: 'sign',
    counter: (id) => `Counter ${id}`,
    counters: (ids) => `Counters ${ids.join(', ')}`,
    or: 'or',
  },
} as const satisfies Readonly<Record<'zh' | 'en', LookWords>>;

export const signOf = (look: CounterLook | undefined): string =>
  look?.sign === undefined ? '' : SIGN_CHARACTERS[look.sign];

/** 红色圆形牌子; undefined where the counter has neither colour nor sign. Colour is never the only mark: its number stands above. */
export function boardWords(look: CounterLook | undefined, language: 'zh' | 'en'): string | undefined {
  const words: LookWords = LOOK_WORDS[language];
  const { colour, sign } = look ?? {};
  if (colour === undefined && sign === undefined) return undefined;
  return `${colour ? words.colours[colour] : ''}${sign ? words.signs[sign] : ''}${words.board}`;
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
