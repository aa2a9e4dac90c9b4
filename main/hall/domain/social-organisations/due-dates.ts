import { dateFromDayNumber, dayNumber, parseDate, toIsoDate } from '../../../foundation/identity/index.ts';
import type { DatedFigure } from '../dated-figures.ts';
import { lastDayOfTerm, type WorkCalendar } from '../rating/working-days.ts';
import type { OrganisationKind } from './credit-code.ts';
import { figureFor } from './ways.ts';

/** What sets an organisation a term. */
export type TermCause = 'supervisor-agreed' | 'liquidation-ended';

const TERMS = { 'supervisor-agreed': 'term.changeDays', 'liquidation-ended': 'term.cancelDays' } as const;

/**
 * The last day to apply: a change or a new charter within thirty days after the supervising body agreed, a cancellation
 * within fifteen days after the liquidation ended. The day itself is not counted, and a term that would end on a day of
 * rest ends with the next working day (民法典 art. 201, 203).
 */
export function applyUntil(
  cause: TermCause,
  happenedOn: string,
  { figures, calendar }: { readonly figures: readonly DatedFigure[]; readonly calendar: WorkCalendar },
): string {
  const date = parseDate(happenedOn);
  if (date === undefined) throw new RangeError(`${happenedOn} is no date`);
  const days = figureFor(figures, TERMS[cause], happenedOn).value;
  return lastDayOfTerm(toIsoDate(dateFromDayNumber(dayNumber(date) + days)), 0, calendar);
}

export interface YearlyReport {
  /** To whom: the body that supervises it, or civil affairs, where it is registered. */
  readonly to: 'supervisor' | 'registrar';
  /** YYYY-MM-DD. */
  readonly until: string;
}

/**
 * When the work report of the year before is due: associations and service bodies hand it to their supervisor by the end of
 * March and to the registrar by the end of May (社会团体登记管理条例 art. 28, 民非条例 art. 23), foundations by the end of March
 * (基金会管理条例 art. 36). The dates are written in the regulations as dates: a day of rest does not move them.
 */
export function yearlyReports(kind: OrganisationKind, year: number): readonly YearlyReport[] {
  const march = `${year}-03-31`;
  if (kind === 'foundation') return [{ to: 'registrar', until: march }];
  return [
    { to: 'supervisor', until: march },
    { to: 'registrar', until: `${year}-05-31` },
  ];
}
