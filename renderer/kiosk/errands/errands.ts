import { BookOpen, CalendarCheck, CalendarDays, FileText, HandCoins, UsersRound } from 'lucide-vue-next';
import type { Component } from 'vue';
import type { MessageKey } from '../../shared/words/words.ts';
import type { Place } from '../screen.ts';

/** Something to do at the kiosk without taking a number. */
export interface Errand {
  readonly id: string;
  readonly icon: Component;
  readonly name: MessageKey;
  readonly hint: MessageKey;
  /** Where its first question stands. */
  readonly place: Place;
  /** It is offered in halls with at least one of these services; none named: everywhere. */
  readonly services: readonly string[];
}

/** In the order in which they stand. A hall is offered at most five: no screen has more choices. */
export const ERRANDS: readonly Errand[] = [
  {
    id: 'guide',
    icon: BookOpen,
    name: 'kiosk.errands.guide',
    hint: 'kiosk.errands.guideHint',
    place: 'guide-themes',
    services: [],
  },
  {
    id: 'forms',
    icon: FileText,
    name: 'kiosk.errands.forms',
    hint: 'kiosk.errands.formsHint',
    place: 'form-themes',
    services: [],
  },
  {
    id: 'booking',
    icon: CalendarCheck,
    name: 'kiosk.errands.booking',
    hint: 'kiosk.errands.bookingHint',
    place: 'appointments',
    // The services that ship as bookable; a hall's own list is asked for behind it.
    services: ['HY-01', 'HY-11', 'LN-10', 'JZ-11'],
  },
  {
    id: 'elder',
    icon: HandCoins,
    name: 'kiosk.errands.elder',
    hint: 'kiosk.errands.elderHint',
    place: 'elder',
    services: ['LN-01', 'LN-14', 'LN-17'],
  },
  {
    id: 'divorce',
    icon: CalendarDays,
    name: 'kiosk.errands.divorce',
    hint: 'kiosk.errands.divorceHint',
    place: 'divorce-day',
    services: ['HY-04', 'HY-06'],
  },
  {
    id: 'group',
    icon: UsersRound,
    name: 'kiosk.errands.group',
    hint: 'kiosk.errands.groupHint',
    place: 'group-kind',
    services: ['SH-19'],
  },
];

/** The errands of a hall with these services. */
export function errandsOf(
  serviceCodes: readonly string[],
  all: readonly Errand[] = ERRANDS,
): readonly Errand[] {
  const has = new Set(serviceCodes);
  return all.filter(({ services }) => services.length === 0 || services.some((code) => has.has(code)));
}
