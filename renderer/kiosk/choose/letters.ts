import initials from '../../../resources/catalogue/initials.json';
import { CHOICES_A_SCREEN } from './service-choice.ts';

export const ALPHABET: readonly string[] = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

const INITIALS: Readonly<Record<string, readonly string[] | undefined>> = initials;

export interface NamedService {
  readonly serviceCode: string;
  /** As it stands on the page. */
  readonly shownName: string;
}

export interface Found<Service> {
  /** Best first, at most as many as a screen offers. */
  readonly shown: readonly Service[];
  /** Others that also fit. */
  readonly more: number;
  /** Letters that lead to a service from here. */
  readonly next: ReadonlySet<string>;
}

/** What may be typed for a service: pinyin initials of its names; where the page is not Chinese, the letters of its name. */
export function keysOf({ serviceCode, shownName }: NamedService): readonly string[] {
  const latin = shownName.toUpperCase().replace(/[^A-Z]/g, '');
  const isLatin = latin.length * 2 > shownName.length;
  return isLatin ? [latin] : (INITIALS[serviceCode] ?? []);
}

/** The services that letters lead to: those whose own name begins so, then a name people use for it, then any middle. */
export function lookUp<Service extends NamedService>(
  typed: string,
  services: readonly Service[],
): Found<Service> {
  const ranked = services
    .map((service) => ({ service, rank: rankOf(typed, keysOf(service)) }))
    .filter(({ rank }) => rank !== undefined)
    .toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
    .map(({ service }) => service);
  const matching = typed === '' ? [] : ranked;
  return {
    shown: matching.slice(0, CHOICES_A_SCREEN),
    more: Math.max(0, matching.length - CHOICES_A_SCREEN),
    next: new Set(services.flatMap((service) => keysOf(service).flatMap((key) => lettersAfter(typed, key)))),
  };
}

/** 0 the whole name, 1 its beginning, 2 the beginning of another name, 3 within; undefined: not at all. */
function rankOf(typed: string, keys: readonly string[]): number | undefined {
  if (keys.includes(typed)) return 0;
  if (keys[0]?.startsWith(typed) === true) return 1;
  if (keys.some((key) => key.startsWith(typed))) return 2;
  return keys.some((key) => key.includes(typed)) ? 3 : undefined;
}

function lettersAfter(typed: string, key: string): string[] {
  const letters: string[] = [];
  for (let at = key.indexOf(typed); at !== -1; at = key.indexOf(typed, at + 1)) {
    const letter = key[at + typed.length];
    if (letter !== undefined) letters.push(letter);
    if (at === key.length) break;
  }
  return letters;
}
