import type { AppointmentPolicy } from './appointment-policy.ts';
import type { LocalMinutes } from './local-minutes.ts';

type Window = Pick<AppointmentPolicy, 'windowBeforeMinutes' | 'windowAfterMinutes'>;

/** How somebody who is booked comes: before the window, in it, or after it. */
export type Arrival = 'early' | 'on-time' | 'late';

/**
 * Ten minutes before the time to a quarter of an hour after it is on time (usual practice of service halls; both the hall's
 * data). Who is late waits in the ordinary queue; who is early is told from when.
 */
export function arrivalAt(now: LocalMinutes, time: LocalMinutes, window: Window): Arrival {
  if (now < windowOpens(time, window)) return 'early';
  return now <= time + window.windowAfterMinutes ? 'on-time' : 'late';
}

/** From when one can report. */
export function windowOpens(time: LocalMinutes, { windowBeforeMinutes }: Window): LocalMinutes {
  return time - windowBeforeMinutes;
}

const MINUTES_AN_HOUR = 60;

/** Whether a booking can still be given up without staff. */
export function isEarlyEnoughToCancel(
  now: LocalMinutes,
  time: LocalMinutes,
  { cancelHours }: Pick<AppointmentPolicy, 'cancelHours'>,
): boolean {
  return now <= time - cancelHours * MINUTES_AN_HOUR;
}
