import { daysAfter, monthsAfter } from '../benefits/dates.ts';
import type { DatedFigure } from '../dated-figures.ts';
import { isWorkingDay, lastDayOfTerm, type WorkCalendar } from '../rating/working-days.ts';
import type { OrganisationKind } from './credit-code.ts';
import { applyUntil, yearlyReports } from './due-dates.ts';
import { figureFor } from './ways.ts';

export interface DutyRules {
  readonly figures: readonly DatedFigure[];
  readonly calendar: WorkCalendar;
}

/** What the register knows that decides on reports. All days YYYY-MM-DD. */
export interface ReportingBody {
  readonly filedOn: string;
  /** Nobody knows here what was handed in before. */
  readonly enteredOn: string;
  /** What its credit code says; null: it is filed, and not registered. */
  readonly codeKind: OrganisationKind | null;
}

/** A report of a period: for whom, which one, and its last day. */
export interface ReportDuty {
  readonly to: 'supervisor' | 'registrar' | 'committee';
  /** Names the report whatever becomes known of holidays later. */
  readonly period: string;
  readonly until: string;
}

/**
 * Every report since an organisation was entered, up to the next one that comes. What is registered reports each year on the
 * days of the regulations, first in the year after it was filed; what is filed reports to the committees of its community
 * (民发〔2017〕191号), so many months after it was filed and again after that. A day of rest moves the second kind only.
 */
export function reportDuties(body: ReportingBody, rules: DutyRules, today: string): readonly ReportDuty[] {
  const { codeKind } = body;
  return codeKind === null ? committeeReports(body, rules, today) : yearly(body, codeKind, today);
}

function yearly({ filedOn, enteredOn }: ReportingBody, kind: OrganisationKind, today: string): ReportDuty[] {
  const year = (date: string): number => Number(date.slice(0, 4));
  const first = Math.max(year(filedOn) + 1, year(enteredOn));
  const last = Math.max(first, year(today) + 1);
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const all = years.flatMap((one) => yearlyReports(kind, one)).filter(({ until }) => until >= enteredOn);
  const addressees = [...new Set(all.map(({ to }) => to))];
  return addressees.flatMap((addressee) => {
    const own = all.filter(({ to }) => to === addressee);
    const next = own.findIndex(({ until }) => until >= today);
    return own.slice(0, next + 1).map(({ to, until }) => ({ to, period: until, until }));
  });
}

function committeeReports(
  { filedOn, enteredOn }: ReportingBody,
  { figures, calendar }: DutyRules,
  today: string,
): ReportDuty[] {
  const found: ReportDuty[] = [];
  let months = 0;
  let period = filedOn;
  for (;;) {
    // A hall's own file may say 0, which is no rhythm.
    const on = period < enteredOn ? enteredOn : period;
    months += Math.max(1, Math.round(figureFor(figures, 'filing.reportMonths', on).value));
    period = monthsAfter(filedOn, months);
    const until = lastDayOfTerm(period, 0, calendar);
    if (until < enteredOn) continue;
    found.push({ to: 'committee', period, until });
    if (until >= today) return found;
  }
}

/** What happened to an organisation, as far as a term depends on it. */
export type TermOfChange =
  | { readonly kind: 'leader' | 'address' | 'purpose' | 'activity'; readonly agreedOn: string }
  | { readonly kind: 'large-event'; readonly on: string }
  | { readonly kind: 'dissolution'; readonly liquidationEndedOn: string };

/**
 * The last day for the papers of a change. Changes and the end have the terms of the regulations, to which organisations that
 * are only filed are held as well; a large event is reported before it takes place (重大活动报告制度), at the latest on the last
 * day before it on which an office works.
 */
export function changeDue(change: TermOfChange, rules: DutyRules): string {
  switch (change.kind) {
    case 'large-event':
      return lastWorkingDayBefore(change.on, rules.calendar);
    case 'dissolution':
      return applyUntil('liquidation-ended', change.liquidationEndedOn, rules);
    default:
      return applyUntil('supervisor-agreed', change.agreedOn, rules);
  }
}

/** Longer than any chain of holidays. */
const LONGEST_SEARCH_DAYS = 366;

function lastWorkingDayBefore(date: string, calendar: WorkCalendar): string {
  for (let days = 1; days <= LONGEST_SEARCH_DAYS; days += 1) {
    const day = daysAfter(date, -days);
    if (isWorkingDay(day, calendar)) return day;
  }
  throw new RangeError(`No working day in the year before ${date}`);
}

/** How a duty stands that is not met: its last day counts in full. */
export function dutyState(until: string, today: string, daysAhead: number): 'open' | 'soon' | 'overdue' {
  if (until < today) return 'overdue';
  return until <= daysAfter(today, daysAhead) ? 'soon' : 'open';
}

/** Two spellings of one name: blanks, wide and narrow characters, large and small letters make no difference. */
export function sameNameKey(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
