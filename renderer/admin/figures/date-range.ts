const DAY_MS = 86_400_000;

export interface DateRange {
  readonly from: string;
  readonly to: string;
}

/** `days` days that end with `to`, YYYY-MM-DD. */
export function daysUpTo(to: string, days: number): DateRange {
  return { from: new Date(Date.parse(to) - (days - 1) * DAY_MS).toISOString().slice(0, 10), to };
}

/** The date that a clock shows here, YYYY-MM-DD. */
export function localDate(ms: number): string {
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(ms);
}
