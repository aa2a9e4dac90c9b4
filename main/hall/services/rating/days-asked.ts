import type { ApiError } from '../../../../preload/contracts/errors.ts';

/** A year and a day: what a report of a year needs, and no more work than a page may ask for. */
const LONGEST_SPAN_DAYS = 366;
const MS_PER_DAY = 86_400_000;

/** What is wrong with a span of days; undefined when nothing is. */
export function badSpan({ from, to }: { readonly from: string; readonly to: string }): ApiError | undefined {
  const days = (Date.parse(to) - Date.parse(from)) / MS_PER_DAY + 1;
  if (days >= 1 && days <= LONGEST_SPAN_DAYS) return undefined;
  const allowed = `from ${from} to at most ${LONGEST_SPAN_DAYS} days`;
  return { kind: 'bad-input', problems: [{ where: 'to', allowed }] };
}
