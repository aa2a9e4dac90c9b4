import { localMinutes, timeOfDay, type LocalMinutes } from '../../domain/appointments/local-minutes.ts';
import type { AppointmentRow } from '../../store/appointment-store.ts';
import type { HallContext } from '../hall-context.ts';

const DATE = 'YYYY-MM-DD'.length;
const TIME = 'HH:MM'.length;

/** What the hall's clocks show now. */
export function localNow({ clock, localTime }: HallContext): LocalMinutes {
  const text = localTime.instant(clock.nowMs());
  return localMinutes(text.slice(0, DATE), text.slice(DATE + 1, DATE + 1 + TIME));
}

/** The time of a booking on the hall's clocks. */
export function timeOf({ date, starts }: Pick<AppointmentRow, 'date' | 'starts'>): LocalMinutes {
  return localMinutes(date, timeOfDay(starts));
}
