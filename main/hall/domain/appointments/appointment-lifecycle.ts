import type { AppointmentState } from '../../../../preload/contracts/hall/closed-lists.ts';

/** What can happen to a booking. `miss`: its day is over and nobody came. */
export type AppointmentEvent = 'move' | 'cancel' | 'check-in' | 'miss';

const edges: Readonly<Record<AppointmentState, Partial<Record<AppointmentEvent, AppointmentState>>>> = {
  booked: { move: 'booked', cancel: 'cancelled', 'check-in': 'checked-in', miss: 'missed' },
  'checked-in': {},
  cancelled: {},
  missed: {},
};

/** The state after an event; undefined where the event cannot happen. */
export function nextAppointmentState(
  state: AppointmentState,
  event: AppointmentEvent,
): AppointmentState | undefined {
  return edges[state][event];
}
