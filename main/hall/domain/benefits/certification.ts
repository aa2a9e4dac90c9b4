import type { CertificationResult } from '../../../../preload/contracts/hall/benefit-values.ts';
import { daysAfter, monthsAfter } from './dates.ts';

/** A month in which everybody who is paid shows once that they live and still may be paid (资格认证). */
export interface CertificationCycle {
  /** The month: "2026-05". */
  readonly cycle: string;
  readonly from: string;
  readonly until: string;
}

const cycleOf = (year: number, month: number): CertificationCycle => {
  const from = `${year}-${String(month).padStart(2, '0')}-01`;
  return { cycle: from.slice(0, 7), from, until: daysAfter(monthsAfter(from, 1), -1) };
};

/** The cycles of a year, in order; none where the place sets the month each time (佛山南海). */
export function cyclesOf(months: readonly number[], year: number): readonly CertificationCycle[] {
  return months.toSorted((one, other) => one - other).map((month) => cycleOf(year, month));
}

/** The cycle that counts on a day: the one that began last, also when it is over and was missed. */
export function cycleOn(months: readonly number[], on: string): CertificationCycle | undefined {
  const year = Number(on.slice(0, 4));
  return [...cyclesOf(months, year - 1), ...cyclesOf(months, year)].findLast(({ from }) => from <= on);
}

/** The next cycle that begins after a day. */
export function nextCertification(months: readonly number[], after: string): CertificationCycle | undefined {
  const year = Number(after.slice(0, 4));
  return [...cyclesOf(months, year), ...cyclesOf(months, year + 1)].find(({ from }) => from > after);
}

/** One benefit's rule: which others a check made for it is good for as well (一次生存认证). */
export interface SharedCheck {
  readonly benefit: string;
  readonly alsoValidFor: readonly string[];
}

/** The benefits of a person that one check is good for, the one it was made for first. */
export function benefitsServed(
  rules: readonly SharedCheck[],
  madeFor: string,
  ofPerson: readonly string[],
): readonly string[] {
  const others = rules.find(({ benefit }) => benefit === madeFor)?.alsoValidFor ?? [];
  return [madeFor, ...others.filter((benefit) => benefit !== madeFor && ofPerson.includes(benefit))];
}

/** A check that was made, as far as it decides who is still due. */
export interface MadeCheck {
  readonly benefits: readonly string[];
  readonly cycle: string;
  readonly result: CertificationResult;
  /** `null`: staff have not looked at it yet. */
  readonly confirmed: boolean | null;
}

export type DueState = 'due' | 'late' | 'to-confirm' | 'needs-visit';
export interface Due {
  readonly benefits: readonly string[];
  readonly state: DueState;
}

/** Whether a check proves something: passed, and confirmed by staff where it must be. */
export const isProof = ({ result, confirmed }: MadeCheck): boolean => result === 'PASS' && confirmed === true;

/** What a person must still show in a cycle; undefined: nothing. After its last day it is late. */
export function dueOf(
  benefits: readonly string[],
  checks: readonly MadeCheck[],
  { cycle, until }: CertificationCycle,
  today: string,
): Due | undefined {
  const ofCycle = checks.filter((check) => check.cycle === cycle);
  const proved = new Set(ofCycle.filter(isProof).flatMap((check) => check.benefits));
  const open = benefits.filter((benefit) => !proved.has(benefit));
  if (open.length === 0) return undefined;
  const of = (kind: (check: MadeCheck) => boolean): boolean =>
    ofCycle.some((check) => kind(check) && check.benefits.some((benefit) => open.includes(benefit)));
  if (of(({ result, confirmed }) => result === 'PASS' && confirmed === null))
    return { benefits: open, state: 'to-confirm' };
  if (of(({ result }) => result === 'NEEDS_VISIT')) return { benefits: open, state: 'needs-visit' };
  return { benefits: open, state: today > until ? 'late' : 'due' };
}

export interface DuePerson {
  readonly personId: string;
  readonly benefits: readonly string[];
  readonly checks: readonly MadeCheck[];
}

/** Everybody who must still show something in each cycle of a year, by cycle. */
export function dueList(
  people: readonly DuePerson[],
  months: readonly number[],
  year: number,
  today: string,
): readonly {
  readonly cycle: CertificationCycle;
  readonly people: readonly (Due & { personId: string })[];
}[] {
  return cyclesOf(months, year).map((cycle) => ({
    cycle,
    people: people.flatMap(({ personId, benefits, checks }) => {
      const due = dueOf(benefits, checks, cycle, today);
      return due === undefined ? [] : [{ personId, ...due }];
    }),
  }));
}
