import type { Slot } from './day-slots.ts';

/** Somebody who is booked already: from when, for how long, in minutes of the day. */
export interface BookedTime {
  readonly starts: number;
  readonly minutes: number;
}

/** What a service has of a day. */
export interface WindowTime {
  readonly slots: readonly Slot[];
  /** Windows that serve it, or places where it needs none. */
  readonly windows: number;
  /** Minutes that one booking takes. */
  readonly minutes: number;
  /** Kept for people without a booking, 0 to 1. */
  readonly walkInShare: number;
  /** Bookings of every service that could need one of the same windows. */
  readonly competing: readonly BookedTime[];
}

/** Sums of parts are not exact; a place must not be lost for it. */
const TOLERANCE = 1e-9;
const wholes = (count: number): number => Math.max(0, Math.floor(count + TOLERANCE));

/**
 * How many more can be booked to begin in this slot. By the half-day, bookings may take what the windows have less the
 * share for people who come without one (windows × minutes × (1 − share)). Inside it no slot takes more than its own part
 * of that; an empty slot takes one in any case, or a hall with one window and a service longer than the part could never
 * be booked. A booking must end before the half-day does.
 *
 * Bookings of all services that share a window count in full. So whatever is booked in whatever order, the windows can
 * serve all of it: for no choice of services is more booked than the windows that serve any of them have.
 */
export function placesLeft(slot: Slot, day: WindowTime): number {
  const { windows, minutes, walkInShare, competing, slots } = day;
  const { half } = slot;
  if (windows === 0 || slot.starts + minutes > half.closes) return 0;
  const planned = (from: number, to: number): number => windows * (to - from) * (1 - walkInShare);
  const bookedInHalf = competing.filter(({ starts }) => starts >= half.opens && starts < half.closes);
  const ofHalf = planned(half.opens, half.closes) - total(bookedInHalf);
  const bySlot = slots
    .map((one) => ({ one, part: overlap({ starts: slot.starts, minutes }, one) }))
    .filter(({ part }) => part > 0)
    .map(({ one, part }) => {
      const taken = competing.reduce((sum, booked) => sum + overlap(booked, one), 0);
      return (Math.max(planned(one.starts, one.ends), part) - taken) / part;
    });
  return Math.min(wholes(ofHalf / minutes), ...bySlot.map(wholes));
}

function total(booked: readonly BookedTime[]): number {
  return booked.reduce((sum, { minutes }) => sum + minutes, 0);
}

function overlap({ starts, minutes }: BookedTime, slot: Pick<Slot, 'starts' | 'ends'>): number {
  return Math.max(0, Math.min(starts + minutes, slot.ends) - Math.max(starts, slot.starts));
}
