import type { z } from 'zod';
import { OpenHours } from './configuration-hours.ts';
import { block, measure, said, whole } from './configuration-words.ts';

const DAYS_IN_ORDER = said(
  'at least as many as hall.appointments.fromDaysAhead',
  '不得少于 hall.appointments.fromDaysAhead',
);

/** `hall.appointments`: how people are booked. Which services are stands in a policy file of its own. */
export const AppointmentsConfiguration = block({
  slotMinutes: whole(5, 240).default(30),
  /** Part of the windows' time that is kept for people who come without a booking: nobody must have one (国办发〔2020〕45号). */
  walkInShare: measure(0, 1).default(0.3),
  /** Working days ahead, the first and the last that can be booked; 0: the same day. Usual practice of halls: 1 and 5. */
  fromDaysAhead: whole(0, 30).default(1),
  daysAhead: whole(0, 60).default(5),
  /** Who comes within these minutes of the time goes before others. */
  windowBeforeMinutes: whole(0, 60).default(10),
  windowAfterMinutes: whole(0, 60).default(15),
  /** Until so long before, people cancel by themselves. */
  cancelHours: whole(0, 72).default(2),
  /** Who did not come more often than that within so many days is booked by staff. */
  noShowLimit: whole(0, 50).default(3),
  noShowDays: whole(1, 366).default(90),
  /** On days that many couples want: a smaller share for people without a booking, and hours besides the usual ones. */
  festivalWalkInShare: measure(0, 1).default(0.1),
  festivalHours: OpenHours.nullable().default(null),
}).superRefine(({ fromDaysAhead, daysAhead }, context) => {
  if (daysAhead < fromDaysAhead)
    context.addIssue({ code: 'custom', path: ['daysAhead'], message: DAYS_IN_ORDER });
});
export type AppointmentsConfiguration = z.output<typeof AppointmentsConfiguration>;

/**
 * Who comes at the end of the window must still go before people who came after the time that was agreed on. So the head
 * start of the class is at least the window.
 */
export const WINDOW_WITHIN_HEAD_START = said(
  'no more than hall.priority.headStartMinutes.appointment, or people who come on time would wait behind those who came after them',
  '不得多于 hall.priority.headStartMinutes.appointment，否则按时来的会排在后来的人后面',
);
