import type { HallType } from '../../preload/contracts/configuration.ts';
import type { ServiceView } from '../../preload/contracts/hall-operations.ts';

/** One question, few answers: no screen offers more than this many services. */
export const CHOICES_A_SCREEN = 5;

/**
 * What people mostly come for, by kind of hall; the rest follows in the catalogue's order. A fixed order rather than
 * one by today's crowd: who came last month finds the same tile in the same place.
 */
const MAIN_SERVICES: Readonly<Record<HallType, readonly string[]>> = {
  marriage: ['HY-01', 'HY-04', 'HY-06', 'HY-07', 'HY-10'],
  'social-org': ['SH-14', 'SH-06', 'SH-07', 'SH-15', 'SH-01'],
  comprehensive: ['LN-01', 'LN-10', 'JZ-01', 'JZ-05', 'JZ-13'],
};

function position(list: readonly string[], code: string): number {
  const found = list.indexOf(code);
  return found === -1 ? list.length : found;
}

/** Services in the order in which they are offered: for an elder those that concern elders come first. */
export function offeredServices(
  services: readonly ServiceView[],
  hallType: string,
  elder: boolean,
): readonly ServiceView[] {
  const main = (MAIN_SERVICES as Readonly<Record<string, readonly string[]>>)[hallType] ?? [];
  const elderly = (service: ServiceView): number => (elder && !service.elderRelevant ? 1 : 0);
  return [...services].sort(
    (one, other) =>
      elderly(one) - elderly(other) || position(main, one.serviceCode) - position(main, other.serviceCode),
  );
}

export interface FirstScreen {
  readonly tiles: readonly ServiceView[];
  /** Services behind 其他事项. */
  readonly others: readonly ServiceView[];
}

/** All services if they fit on one screen, else the first four and a fifth tile that leads to the others. */
export function firstScreen(offered: readonly ServiceView[]): FirstScreen {
  if (offered.length <= CHOICES_A_SCREEN) return { tiles: offered, others: [] };
  return { tiles: offered.slice(0, CHOICES_A_SCREEN - 1), others: offered.slice(CHOICES_A_SCREEN - 1) };
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly page: number;
  readonly pages: number;
}

/** The `page`-th page (from 0); a page that is no longer there becomes the last one. */
export function pageOf<T>(items: readonly T[], page: number): Page<T> {
  const pages = Math.max(1, Math.ceil(items.length / CHOICES_A_SCREEN));
  const shown = Math.min(Math.max(0, page), pages - 1);
  return { items: items.slice(shown * CHOICES_A_SCREEN, (shown + 1) * CHOICES_A_SCREEN), page: shown, pages };
}

/** About six words: what must not be left at home, without the small print. */
const LONGEST_BRING_CHARACTERS = 14;

/** The first documents of a service that fit in a glance; `more` = there are others, which the counter will name. */
export function whatToBring(documents: readonly string[]): {
  readonly shown: string;
  readonly more: boolean;
} {
  const plain = documents.map((document) => document.replace(/[（(][^）)]*[）)]/g, '').trim());
  const first = plain[0] ?? '';
  const two = [first, plain[1]].filter(Boolean).join('、');
  const shown = plain.length >= 2 && [...two].length <= LONGEST_BRING_CHARACTERS ? two : first;
  const used = shown === two ? Math.min(2, plain.length) : Math.min(1, plain.length);
  return { shown, more: plain.length > used };
}
