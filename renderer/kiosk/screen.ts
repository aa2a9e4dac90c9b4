import type { VisitView } from '../../preload/contracts/station-operations.ts';
import type { ProxyForm } from './proxy/proxy-form.ts';
import { isForAnother, proxyScreen, type ProxyScreenName } from './proxy/proxy-screen.ts';
import type { GroupPlace } from './rules/group-questions.ts';
import type { PracticePhase } from './practice/practice.ts';

/** Where within the choice of a service the person is. */
export type Place = 'start' | 'more' | 'theme' | 'letters' | 'heard' | 'priority' | 'rate' | ErrandPlace;

/** What needs no number. */
export type ErrandPlace =
  | 'errands'
  | 'guide-themes'
  | 'guide-services'
  | 'guide'
  | 'form-themes'
  | 'forms'
  | 'form'
  | 'divorce-day'
  | 'divorce-dates'
  | GroupPlace
  | 'group-way'
  | ElderPlace
  | BookingPlace;

/** What there is for elders: what they are paid, where they eat, who comes home. */
export type ElderPlace =
  | 'elder'
  | 'allowance'
  | 'allowance-table'
  | 'offer'
  | 'meals'
  | 'meal-point'
  | 'home-wish'
  | 'home-phone'
  | 'home-day'
  | 'home-category'
  | 'home-done';

/** Coming at a time that was agreed on: reporting for it, and agreeing on one. */
export type BookingPlace =
  | 'appointments'
  | 'booking-code'
  | 'bookings'
  | 'booking'
  | 'book-service'
  | 'book-day'
  | 'book-time'
  | 'book-check'
  | 'booked';

/** Where 返回 leads from each place. */
export const PLACE_BEFORE: Readonly<Record<Exclude<Place, 'start'>, Place>> = {
  more: 'start',
  theme: 'more',
  letters: 'more',
  heard: 'start',
  priority: 'start',
  rate: 'start',
  errands: 'start',
  'guide-themes': 'errands',
  'guide-services': 'guide-themes',
  guide: 'guide-services',
  'form-themes': 'errands',
  forms: 'form-themes',
  form: 'forms',
  'divorce-day': 'errands',
  'divorce-dates': 'divorce-day',
  'group-kind': 'errands',
  'group-size': 'group-kind',
  'group-means': 'group-size',
  'group-licence': 'group-means',
  'group-way': 'group-licence',
  elder: 'errands',
  allowance: 'elder',
  'allowance-table': 'elder',
  offer: 'allowance',
  meals: 'elder',
  'meal-point': 'meals',
  'home-wish': 'elder',
  'home-phone': 'home-wish',
  'home-day': 'home-phone',
  'home-category': 'home-phone',
  'home-done': 'elder',
  appointments: 'errands',
  'booking-code': 'appointments',
  bookings: 'appointments',
  booking: 'appointments',
  'book-service': 'appointments',
  'book-day': 'book-service',
  'book-time': 'book-day',
  'book-check': 'book-time',
  booked: 'appointments',
};

/** What may be laid over any screen; it changes nothing of what stands below and is closed by 返回. */
export type Aside = 'looks' | 'languages' | 'help' | 'by-hand';

export type KioskScreen =
  | 'starting'
  | 'away'
  | 'idle'
  | 'choose'
  | Exclude<Place, 'start'>
  | 'done'
  | 'practised'
  | Aside
  | ProxyScreenName;

export interface Standing {
  readonly ready: boolean;
  readonly hall: 'reachable' | 'unreachable';
  readonly visit: VisitView | null;
  readonly place: Place;
  readonly choosingAnother: boolean;
  readonly aside: Aside | null;
  readonly proxy: ProxyForm;
  readonly practice: PracticePhase;
}

/** Which screen stands, from what the station last said. A number that was given stays in sight whatever else fails. */
export function kioskScreen({
  ready,
  hall,
  visit,
  place,
  choosingAnother,
  aside,
  proxy,
  practice,
}: Standing): KioskScreen {
  if (!ready) return 'starting';
  if (aside !== null) return aside;
  if (practice === 'over') return 'practised';
  if (visit !== null && visit.tickets.length > 0 && !choosingAnother) return 'done';
  if (hall === 'unreachable') return 'away';
  const prepared = visit?.proxy ?? null;
  if (practice === 'off' && isForAnother(proxy, prepared)) return proxyScreen(proxy, prepared);
  if (visit === null) return 'idle';
  if (place === 'rate' && visit.ratable.length === 0) return 'choose';
  return place === 'start' ? 'choose' : place;
}

/** Where 返回 has somewhere to lead. It keeps its place on the others, and does nothing there. */
export function leadsBack(screen: KioskScreen, practice: PracticePhase): boolean {
  if (screen === 'starting' || screen === 'away') return false;
  return screen !== 'idle' || practice !== 'off';
}
