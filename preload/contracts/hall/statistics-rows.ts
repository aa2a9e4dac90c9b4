import { z } from 'zod';
import { HeadStartChoice, RuleChoice } from '../configuration-rule.ts';
import type { OperationTable, Role } from '../operation.ts';
import { leaders, overseers } from './rows.ts';
import { OutcomeView, StatisticsView } from './statistics-views.ts';

const DAY_MS = 86_400_000;
/** A year and a day: "the same day last year" is still in it. */
export const MOST_DAYS = 366;

const office = ['admin'] as const satisfies readonly Role[];

const date = z.iso.date('a date: 2026-06-15');
const range = z.object({ from: date, to: date }).strict();

/** Both dates are included. */
function checkRange({ value, issues }: z.core.ParsePayload<z.output<typeof range>>): void {
  // What is no date was refused already.
  if (issues.length > 0) return;
  const days = (Date.parse(value.to) - Date.parse(value.from)) / DAY_MS + 1;
  if (days >= 1 && days <= MOST_DAYS) return;
  const message =
    days < 1 ? 'a date that is not before "from"' : `at most ${MOST_DAYS} days, both dates included`;
  issues.push({ code: 'custom', path: ['to'], message, input: value.to });
}

/** How the hall did, and what another rule would have done. For whoever looks after it, in the office. */
export const statisticsRows = {
  statistics: {
    effect: 'query',
    summary: 'Waits, services, misses, kept promises and the estimate’s error over service days.',
    roles: office,
    staff: overseers,
    input: range.check(checkRange),
    output: StatisticsView,
  },
  exportStatistics: {
    effect: 'query',
    summary: 'The same figures as a file: XLSX with a sheet for each table, or CSV (UTF-8).',
    roles: office,
    staff: overseers,
    input: range.extend({ format: z.enum(['xlsx', 'csv']) }).check(checkRange),
    output: z.object({ fileName: z.string(), mediaType: z.string(), base64: z.base64() }),
  },
  replayDay: {
    effect: 'query',
    summary: 'What another rule would have done to the visitors of a day; without a date, of the last one.',
    roles: office,
    staff: leaders,
    input: z
      .object({
        date: date.optional(),
        rule: RuleChoice,
        /** For head-start; the hall’s own where left out. */
        headStartMinutes: HeadStartChoice.optional(),
        /** As many as were at work on that day unless said. */
        counters: z.int().min(1).max(200).optional(),
      })
      .strict(),
    output: z.object({
      date: z.iso.date(),
      visitors: z.int().nonnegative(),
      counters: z.int().positive(),
      /** What happened, with the counters and pauses of the day. */
      real: OutcomeView,
      /** The hall’s own rule and the other one under the same simplified day: compare these two. */
      own: OutcomeView,
      other: OutcomeView,
    }),
  },
} as const satisfies OperationTable;
