import { describe, expect, it } from 'vitest';
import {
  daySlots,
  halfDays,
  readSlotId,
  slotIdOf,
} from '../../../main/hall/domain/appointments/day-slots.ts';
import { localMinutes, localText, timeOfDay } from '../../../main/hall/domain/appointments/local-minutes.ts';
import { placesLeft, type WindowTime } from '../../../main/hall/domain/appointments/places-left.ts';

const OPEN = [
  { opens: '08:30', closes: '12:00' },
  { opens: '14:00', closes: '17:30' },
];
const slots = daySlots(OPEN, [], 30);
const first = slots[0];
if (first === undefined) throw new Error('a day without slots');

describe('the slots of a day', () => {
  it('are whole half hours of the open hours', () => {
    expect(slots.map(({ starts }) => timeOfDay(starts))).toEqual([
      ...['08:30', '09:00', '09:30', '10:00', '10:30', '11:00', '11:30'],
      ...['14:00', '14:30', '15:00', '15:30', '16:00', '16:30', '17:00'],
    ]);
  });

  it('a hall that is open over noon has two half-days', () => {
    expect(halfDays([{ opens: '09:00', closes: '17:00' }])).toEqual([
      { opens: 540, closes: 720 },
      { opens: 720, closes: 1020 },
    ]);
  });

  it('extra hours add slots only where the hall is not open anyway', () => {
    const added = daySlots(OPEN, [{ opens: '11:30', closes: '14:30' }], 30).map(({ starts }) =>
      timeOfDay(starts),
    );
    expect(added).toEqual(expect.arrayContaining(['12:00', '12:30', '13:00', '13:30']));
    expect(added).toHaveLength(18);
    expect(new Set(added).size).toBe(18);
  });

  it('have names that say their day and time, and no other text is one', () => {
    expect(readSlotId(slotIdOf('2026-06-16', first))).toEqual({ date: '2026-06-16', time: '08:30' });
    expect(readSlotId('2026-06-16 08:30')).toBeUndefined();
    expect(localText(localMinutes('2026-12-31', '23:50') + 20)).toBe('2027-01-01T00:10');
  });
});

describe('places of a slot', () => {
  const day: WindowTime = { slots, windows: 3, minutes: 20, walkInShare: 0.3, competing: [] };
  const booked = (starts: number, count: number, minutes = 20) =>
    Array.from({ length: count }, () => ({ starts, minutes }));

  it('are what its windows have, less the share of those who come without a booking', () => {
    // 3 windows, 30 minutes, 70 of 100: 63 minutes, three times 20.
    expect(placesLeft(first, day)).toBe(3);
    expect(placesLeft(first, { ...day, walkInShare: 0 })).toBe(4);
    expect(placesLeft(first, { ...day, competing: booked(first.starts, 2) })).toBe(1);
    expect(placesLeft(first, { ...day, competing: booked(first.starts, 3) })).toBe(0);
  });

  it('end with what the half-day has', () => {
    // 3 windows, 210 minutes, 70 of 100: 441 minutes, 22 times 20; the slots alone would say 21.
    const others = slots.slice(1, 7).flatMap(({ starts }) => booked(starts, 4));
    expect(placesLeft(first, { ...day, competing: others.slice(0, 21) })).toBe(1);
    expect(placesLeft(first, { ...day, competing: others.slice(0, 22) })).toBe(0);
  });

  it('are one where one window and a long service would have none', () => {
    const long = { ...day, windows: 1, minutes: 60 };
    expect(placesLeft(first, long)).toBe(1);
    expect(placesLeft(first, { ...long, competing: booked(first.starts, 1, 60) })).toBe(0);
  });

  it('are none without a window, and none for what would not end before the hall closes', () => {
    expect(placesLeft(first, { ...day, windows: 0 })).toBe(0);
    const last = slots[6];
    if (last === undefined) throw new Error('a morning without an end');
    expect(placesLeft(last, { ...day, minutes: 31 })).toBe(0);
  });
});
