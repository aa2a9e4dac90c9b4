/** A card's own clock: local time, no zone. Monday is 1, Sunday 7. */
export interface BoardTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

export const CLOCK_BYTES = 8;

const toBcd = (value: number): number => (Math.floor(value / 10) << 4) | (value % 10);
const fromBcd = (byte: number): number => (byte >> 4) * 10 + (byte & 0x0f);
const isBcd = (byte: number): boolean => byte >> 4 <= 9 && (byte & 0x0f) <= 9;

/** For setting: year low byte first, then month, day, hour, minute, second, weekday; all BCD. */
export function encodeClock(time: BoardTime): Uint8Array {
  const { year, month, day, hour, minute, second, weekday } = time;
  const values = [year % 100, Math.floor(year / 100), month, day, hour, minute, second, weekday];
  return Uint8Array.from(values, toBcd);
}

/** The clock of a set command. */
export function decodeClock(bytes: Uint8Array): BoardTime | undefined {
  const values = plausible(bytes);
  if (values === undefined) return undefined;
  const [year, month, day, hour, minute, second, weekday] = values;
  return inRange({ year, month, day, weekday, hour, minute, second });
}

/** For status answers: year high byte first, and the weekday before the hour. */
export function encodeStatusClock(time: BoardTime): Uint8Array {
  const { year, month, day, weekday, hour, minute, second } = time;
  const values = [Math.floor(year / 100), year % 100, month, day, weekday, hour, minute, second];
  return Uint8Array.from(values, toBcd);
}

/** The clock of a status answer. Undefined when it was never set or is no time. */
export function decodeStatusClock(bytes: Uint8Array): BoardTime | undefined {
  const values = plausible(bytes);
  if (values === undefined) return undefined;
  const [year, month, day, weekday, hour, minute, second] = values;
  return inRange({ year, month, day, weekday, hour, minute, second });
}

/** Texts disagree about the order of the year's bytes: the order that gives a year of this century is meant. */
function plausible(bytes: Uint8Array): [number, number, number, number, number, number, number] | undefined {
  if (bytes.length < CLOCK_BYTES || !bytes.subarray(0, CLOCK_BYTES).every(isBcd)) return undefined;
  const [first = 0, second = 0, ...rest] = Array.from(bytes.subarray(0, CLOCK_BYTES), fromBcd);
  const year = first === 20 ? 2000 + second : second * 100 + first;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = rest;
  return [year, a, b, c, d, e, f];
}

function inRange(time: BoardTime): BoardTime | undefined {
  const { year, month, day, weekday, hour, minute, second } = time;
  const fits =
    year >= 2000 &&
    year < 2100 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 31 &&
    weekday >= 1 &&
    weekday <= 7 &&
    hour < 24 &&
    minute < 60 &&
    second < 60;
  return fits ? time : undefined;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** "2026-06-15 weekday1 09:30:00" */
export function describeTime({ year, month, day, weekday, hour, minute, second }: BoardTime): string {
  const clock = [hour, minute, second].map(two).join(':');
  return `${year}-${two(month)}-${two(day)} weekday${weekday} ${clock}`;
}
