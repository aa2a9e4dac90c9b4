import { dayNumber, parseDate, toIsoDate, type CalendarDate } from '../../foundation/identity/index.ts';

/** A service day is a fact that was opened, not a reading of the clock. */
export interface ServiceDay {
  readonly dayId: string;
  /** YYYY-MM-DD. */
  readonly date: string;
}

export type ServiceDayDecision = 'keep' | { readonly open: string } | { readonly refuse: 'absurd-clock' };

export interface ServiceDayFacts {
  /** The latest day opened; absent in a hall that has never opened one. */
  readonly day?: ServiceDay;
  /** What the wall clock says the local date is, YYYY-MM-DD. Believed only as far as said below. */
  readonly localDate: string;
  /** The service has just started; nobody can have been called by this process yet. */
  readonly freshStart: boolean;
  /** Monotonic milliseconds since a ticket was last issued or called by this process. */
  readonly idleMonotonicMs: number;
  /** Tickets waiting, called, being served, parked or missed: they lapse when the day turns. */
  readonly liveTickets: number;
  /** Staff looked at the date and say that it is right: the only way over a leap of more than a year. */
  readonly confirmedByStaff?: boolean;
}

const HOUR_MS = 3_600_000;
/** A hall without people: long enough that nobody is in the middle of taking a ticket. */
export const IDLE_BEFORE_TURN_MS = 2 * HOUR_MS;
/** With tickets still open: longer than any lunch break, shorter than a night. */
export const IDLE_BEFORE_TURN_WITH_TICKETS_MS = 5 * HOUR_MS;
/** A clock that says an earlier year has lost its battery: the program was not written then. */
const FIRST_BELIEVABLE_YEAR = 2024;
/** A clock that leaps further ahead is wrong sooner than the hall was shut so long. */
const LONGEST_PAUSE_DAYS = 366;

/**
 * Keep the service day or open one. It never goes back, whatever the clock says, so a number is never issued twice.
 * At a start of the service it turns when the local date is later. While running it turns only when the date is later
 * and nobody has been issued or called for hours: a clock that jumps among people changes nothing.
 * A first day needs a clock that can be believed; a leap of more than a year needs staff to confirm it. A day opened
 * by a clock that was ahead is kept until the true date has passed it: a wrong date in a report, never a wrong number.
 */
export function decideServiceDay(facts: ServiceDayFacts): ServiceDayDecision {
  const today = believableDate(facts.localDate);
  const opened = parseDate(facts.day?.date ?? '');
  if (today === undefined) return facts.day === undefined ? { refuse: 'absurd-clock' } : 'keep';
  if (opened === undefined) return { open: toIsoDate(today) };
  const daysLater = dayNumber(today) - dayNumber(opened);
  const mayTurn = facts.freshStart || hasBeenQuiet(facts);
  const plausible = daysLater <= LONGEST_PAUSE_DAYS || facts.confirmedByStaff === true;
  return daysLater > 0 && plausible && mayTurn ? { open: toIsoDate(today) } : 'keep';
}

function believableDate(localDate: string): CalendarDate | undefined {
  const date = parseDate(localDate);
  return date !== undefined && date.year >= FIRST_BELIEVABLE_YEAR ? date : undefined;
}

function hasBeenQuiet({ idleMonotonicMs, liveTickets }: ServiceDayFacts): boolean {
  return idleMonotonicMs >= (liveTickets > 0 ? IDLE_BEFORE_TURN_WITH_TICKETS_MS : IDLE_BEFORE_TURN_MS);
}
