import { ageByRule, reachesAge, type AgeRule } from './ages.ts';
import { daysAfter, monthsAfter } from './dates.ts';

/** What a place pays a month to whom, between two dates, both included. */
export interface Tier {
  /** Division code: 440300. */
  readonly place: string;
  readonly benefit: string;
  /** YYYY-MM-DD. */
  readonly from: string;
  /** Missing: until another rule comes. */
  readonly until?: string | undefined;
  readonly minAge: number;
  /** Missing: whatever the age. */
  readonly maxAge?: number | undefined;
  /** Yuan a month; null: the place pays, and how much was not found. */
  readonly amount: number | null;
  readonly source: string;
  /** How sure it is: V read in the source, V2 at second hand. */
  readonly mark: string;
}

/** The tiers of one benefit in one place, and how the place counts years. */
export interface AllowanceTable {
  readonly tiers: readonly Tier[];
  readonly ageRule: AgeRule;
}

const FOREVER = '9999-12-31';
const ANY_AGE = Number.POSITIVE_INFINITY;

/** Message to a person so long before their first tier (深圳: 满70周岁前2个月). */
export const REMINDER_MONTHS = 2;

export interface AmountOn {
  /** Full years by the rule of the place. */
  readonly age: number;
  /** Null: no tier is for this age on this day. */
  readonly tier: Tier | null;
}

/** Which tier a person of this birth date has on a day; undefined before the birth. */
export function amountOn(table: AllowanceTable, birth: string, on: string): AmountOn | undefined {
  const age = ageByRule(birth, on, table.ageRule);
  if (age === undefined) return undefined;
  const tier = table.tiers.find(
    ({ from, until = FOREVER, minAge, maxAge = ANY_AGE }) =>
      from <= on && on <= until && minAge <= age && age <= maxAge,
  );
  return { age, tier: tier ?? null };
}

export interface TierChange {
  /** The first day of the new amount. */
  readonly on: string;
  readonly before: Tier | null;
  readonly after: Tier | null;
}

/** Every day between two, both included, on which another amount begins: by age, or by a new rule. */
export function tierChanges(
  table: AllowanceTable,
  birth: string,
  from: string,
  until: string,
): readonly TierChange[] {
  const days = table.tiers.flatMap(({ from: begins, until: ends, minAge, maxAge }) => [
    begins,
    ...(ends === undefined ? [] : [daysAfter(ends, 1)]),
    reachesAge(birth, minAge, table.ageRule),
    ...(maxAge === undefined ? [] : [reachesAge(birth, maxAge + 1, table.ageRule)]),
  ]);
  return [...new Set(days)]
    .filter((on) => from <= on && on <= until)
    .sort()
    .map((on) => ({ on, before: tierOn(table, birth, daysAfter(on, -1)), after: tierOn(table, birth, on) }))
    .filter(({ before, after }) => before?.amount !== after?.amount);
}

const tierOn = (table: AllowanceTable, birth: string, on: string): Tier | null =>
  amountOn(table, birth, on)?.tier ?? null;

/** On which day somebody is told of a tier that begins on that one: two months before. */
export function reminderDate(begins: string): string {
  return monthsAfter(begins, -REMINDER_MONTHS);
}

/** The tier that begins for this person within two months of a day, if one does. */
export function reaching(table: AllowanceTable, birth: string, on: string): TierChange | undefined {
  return tierChanges(table, birth, daysAfter(on, 1), daysAfter(monthsAfter(on, REMINDER_MONTHS), 3)).find(
    ({ on: begins, after }) => after !== null && reminderDate(begins) <= on,
  );
}
