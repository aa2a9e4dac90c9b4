import type { VisitView } from '../../preload/contracts/station-operations.ts';

/** Where within the choice of a service the person is. */
export type Place = 'start' | 'more' | 'priority' | 'rate';

export type KioskScreen = 'starting' | 'away' | 'idle' | 'choose' | 'more' | 'priority' | 'rate' | 'done';

export interface Standing {
  readonly ready: boolean;
  readonly hall: 'reachable' | 'unreachable';
  readonly visit: VisitView | null;
  readonly place: Place;
  readonly choosingAnother: boolean;
}

/** Which screen stands, from what the station last said. A number that was given stays in sight whatever else fails. */
export function kioskScreen({ ready, hall, visit, place, choosingAnother }: Standing): KioskScreen {
  if (!ready) return 'starting';
  if (visit !== null && visit.tickets.length > 0 && !choosingAnother) return 'done';
  if (hall === 'unreachable') return 'away';
  if (visit === null) return 'idle';
  if (place === 'rate' && visit.ratable.length === 0) return 'choose';
  return place === 'start' ? 'choose' : place;
}
