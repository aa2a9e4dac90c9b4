import { minutesOfDay, timeOfDay } from './local-minutes.ts';
import type { OpenRange } from './appointment-policy.ts';

/** A time at which people can be booked. All in minutes of the day. */
export interface Slot {
  readonly starts: number;
  readonly ends: number;
  /** The half-day it belongs to. */
  readonly half: HalfDay;
}

/** A stretch of open hours: what is planned for is planned by the half-day. */
export interface HalfDay {
  readonly opens: number;
  readonly closes: number;
}

const NOON = 720;

/** Open hours as half-days: a stretch over noon is two of them. */
export function halfDays(openHours: readonly OpenRange[]): readonly HalfDay[] {
  return openHours.flatMap(({ opens, closes }) => {
    const [from, to] = [minutesOfDay(opens), minutesOfDay(closes)];
    if (from >= NOON || to <= NOON) return [{ opens: from, closes: to }];
    return [
      { opens: from, closes: NOON },
      { opens: NOON, closes: to },
    ];
  });
}

/**
 * The slots of a day in their order: whole ones only. Extra hours add slots where the usual hours have none; an extra slot
 * that would lie over a usual one is left out, so that no window is planned for twice.
 */
export function daySlots(
  openHours: readonly OpenRange[],
  extraHours: readonly OpenRange[],
  slotMinutes: number,
): readonly Slot[] {
  const usualHalves = halfDays(openHours);
  const usual = usualHalves.flatMap((half) => slotsIn(half, slotMinutes));
  const extra = halfDays(extraHours)
    .flatMap((half) => slotsIn(half, slotMinutes))
    .filter(({ starts, ends }) => !usualHalves.some(({ opens, closes }) => starts < closes && opens < ends));
  return [...usual, ...extra].toSorted((one, other) => one.starts - other.starts);
}

function slotsIn(half: HalfDay, slotMinutes: number): Slot[] {
  const count = Math.floor((half.closes - half.opens) / slotMinutes);
  return Array.from({ length: count }, (_, index) => {
    const starts = half.opens + index * slotMinutes;
    return { starts, ends: starts + slotMinutes, half };
  });
}

const SLOT_ID = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/;

/** What a slot is called: its day and its time, "2026-06-16T08:30". */
export function slotIdOf(date: string, { starts }: Pick<Slot, 'starts'>): string {
  return `${date}T${timeOfDay(starts)}`;
}

/** Day and time of a slot's name; undefined for any other text. */
export function readSlotId(slotId: string): { readonly date: string; readonly time: string } | undefined {
  const [, date, time] = SLOT_ID.exec(slotId) ?? [];
  return date === undefined || time === undefined ? undefined : { date, time };
}
