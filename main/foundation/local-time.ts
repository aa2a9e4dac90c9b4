const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** More than the tickets of one day can lie apart. */
const HOURS_KEPT = 48;

/** Wall time as a place on earth writes it. Daylight saving and historic offsets come from the platform's own data. */
export interface LocalTime {
  /** YYYY-MM-DD. */
  date(ms: number): string;
  /** ISO 8601 with seconds and offset, 2026-06-15T09:30:00+08:00: for showing, never for ordering. */
  instant(ms: number): string;
}

/** Throws a RangeError for a time zone that does not exist. */
export function localTimeIn(timeZone: string): LocalTime {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const known = new Map<number, number>();

  /** Asked for every ticket in view, so it is worked out once an hour: no zone changes its offset more often. */
  const offsetMs = (ms: number): number => {
    const hour = Math.floor(ms / HOUR_MS);
    const offset = known.get(hour) ?? offsetAt(parts, hour * HOUR_MS);
    if (known.size >= HOURS_KEPT) known.clear();
    known.set(hour, offset);
    return offset;
  };
  const local = (ms: number): string => new Date(ms + offsetMs(ms)).toISOString();

  return {
    date: (ms) => local(ms).slice(0, 10),
    instant: (ms) => `${local(ms).slice(0, 19)}${written(offsetMs(ms))}`,
  };
}

/** What the zone's clocks show, read as if it were UTC, less the instant itself. */
function offsetAt(parts: Intl.DateTimeFormat, ms: number): number {
  const field = Object.fromEntries(parts.formatToParts(ms).map((part) => [part.type, part.value]));
  const date = `${field['year']}-${field['month']}-${field['day']}`;
  return Date.parse(`${date}T${field['hour']}:${field['minute']}:${field['second']}Z`) - ms;
}

function written(offsetMs: number): string {
  const minutes = Math.abs(offsetMs) / MINUTE_MS;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${offsetMs < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
