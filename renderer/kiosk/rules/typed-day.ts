const DIGITS = 8;

/** Adds a digit of YYYYMMDD while there is room. */
export function withDigit(typed: string, digit: string): string {
  return typed.length < DIGITS ? typed + digit : typed;
}

/** The day as YYYY-MM-DD; undefined while digits are missing, and for a day that no calendar has. */
export function dayOf(typed: string): string | undefined {
  if (typed.length !== DIGITS) return undefined;
  const iso = `${typed.slice(0, 4)}-${typed.slice(4, 6)}-${typed.slice(6)}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? undefined : iso;
}

/** As it is written by hand, as far as it is typed: 2026年6月15日. */
export function dayInWords(typed: string): string {
  const parts = [
    [typed.slice(0, 4), '年'],
    [typed.slice(4, 6), '月'],
    [typed.slice(6), '日'],
  ] as const;
  return parts
    .filter(([digits]) => digits !== '')
    .map(([digits, unit], at) => (digits.length === (at === 0 ? 4 : 2) ? `${digits}${unit}` : digits))
    .join('');
}

/** 2026年6月15日 of 2026-06-15. */
export function writtenDay(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** Today by the clock of this PC, YYYY-MM-DD. */
export function isoToday(now = new Date()): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
