import { ageBandOf, type Audience } from '../../../preload/contracts/age-band.ts';
import type { ServiceView } from '../../../preload/contracts/hall-operations.ts';
import type { VisitView } from '../../../preload/contracts/station-operations.ts';
import type { Person } from '../person.ts';

/** One question, few answers: no screen offers more than this many services. */
export const CHOICES_A_SCREEN = 5;

/** For whom the services stand in order: by the age on the card, else by what the person says of it. */
export function audienceOf(
  visit: Pick<VisitView, 'age' | 'priorityClass'> | null,
  stated: Person['stated'],
): Audience {
  if (visit !== null && visit.age !== null) return ageBandOf(visit.age);
  return visit?.priorityClass === 'elder' || stated === 'elder' ? 'elder' : 'anyone';
}

/** Services in the order that the hall gives for these people; it stays the same for a day. */
export function offeredServices(
  services: readonly ServiceView[],
  audience: Audience,
): readonly ServiceView[] {
  return services.toSorted((one, other) => one.placeByAge[audience] - other.placeByAge[audience]);
}

export interface FirstScreen {
  readonly tiles: readonly ServiceView[];
  /** Services behind 其他事项. */
  readonly others: readonly ServiceView[];
}

/**
 * All services if they fit on one screen, else the first four and a fifth tile that leads to the others. Where something
 * else stands first there is `room` for fewer.
 */
export function firstScreen(offered: readonly ServiceView[], room: number = CHOICES_A_SCREEN): FirstScreen {
  if (offered.length <= room) return { tiles: offered, others: [] };
  return { tiles: offered.slice(0, room - 1), others: offered.slice(room - 1) };
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
