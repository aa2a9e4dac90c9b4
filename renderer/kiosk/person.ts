import { reactive } from 'vue';
import type { StatablePriorityClass } from '../../preload/contracts/priority.ts';
import { noElderQuestions, type ElderQuestions } from './elders/elder-steps.ts';
import { noBooking, type BookingChoice } from './bookings/booking-steps.ts';
import { noForm, type FormChoice } from './forms/form-steps.ts';
import { noGuide, type GuideChoice } from './guide/guide-steps.ts';
import { noQuestions, type RuleQuestions } from './rules/rule-steps.ts';
import { emptyProxyForm, type ProxyForm } from './proxy/proxy-form.ts';
import type { Heard } from './voice-help/say-it.ts';
import type { Aside, Place } from './screen.ts';

/** What the person at the kiosk has chosen so far. Belongs to the visit and goes with it. */
export interface Person {
  place: Place;
  /** Laid over the screen; `null` = nothing. */
  aside: Aside | null;
  /** The theme that was touched behind 其他事项. */
  themeId: string | null;
  /** Letters of a service's name, as far as they are typed. */
  typed: string;
  /** What was understood of what they said; `null` = they have not spoken, or are not done. */
  heard: Heard | null;
  /** What `aside` was laid over, where that is laid over a screen itself. */
  under: Aside | null;
  /** Page of the long list, from 0. */
  listPage: number;
  /** A priority they say they have; `null` = none. */
  stated: StatablePriorityClass | null;
  /** The ticket to show where they have several; `null` = the newest. */
  shownTicketId: string | null;
  choosingAnother: boolean;
  /** Tickets of which a further copy was asked for in this visit. */
  reprinted: ReadonlySet<string>;
  /** They have rated something in this visit. */
  thanked: boolean;
  /** What they have said where they come for somebody else. */
  proxy: ProxyForm;
  form: FormChoice;
  guide: GuideChoice;
  rules: RuleQuestions;
  elder: ElderQuestions;
  booking: BookingChoice;
}

const nobody = (): Person => ({
  place: 'start',
  aside: null,
  themeId: null,
  typed: '',
  heard: null,
  under: null,
  listPage: 0,
  stated: null,
  shownTicketId: null,
  choosingAnother: false,
  reprinted: new Set(),
  thanked: false,
  proxy: emptyProxyForm(),
  form: noForm(),
  guide: noGuide(),
  rules: noQuestions(),
  elder: noElderQuestions(),
  booking: noBooking(),
});

export function createPerson(): { readonly person: Person; readonly forget: () => void } {
  const person = reactive(nobody());
  return { person, forget: () => void Object.assign(person, nobody()) };
}
