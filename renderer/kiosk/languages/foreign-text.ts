import type { Language } from '../../../preload/contracts/configuration-kiosk.ts';

const HAN = /\p{Script=Han}/u;

/** The letters in which a language is written. */
const LETTERS: Readonly<Record<Language, RegExp>> = {
  zh: HAN,
  en: /\p{Script=Latin}/u,
  ug: /\p{Script=Arabic}/u,
  bo: /\p{Script=Tibetan}/u,
};

/**
 * Whether a text stands in Chinese on a page of another language: a name that the hall gave, or a sentence that the
 * language lacks. A sentence of the page's own into which a Chinese name was filled is not foreign.
 */
export function isForeign(language: Language, text: string): boolean {
  return HAN.test(text) && !LETTERS[language].test(text);
}
