import {
  ELDER_AGE_YEARS,
  STATABLE_PRIORITY_CLASSES,
  priorityRank,
  type PriorityClass,
  type PriorityReason,
  type StatablePriorityClass,
} from '../../../preload/contracts/priority.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { ageOn, compareDates, parseDate } from '../../foundation/identity/index.ts';

export interface PriorityPolicy {
  /** Full years. 60 by the law on elders (老年人权益保障法 art. 2); a hall may choose a lower age. */
  readonly elderAgeYears: number;
  /** What a visitor may say at the kiosk without proof. */
  readonly statable: readonly StatablePriorityClass[];
}

export const DEFAULT_PRIORITY_POLICY: PriorityPolicy = {
  elderAgeYears: ELDER_AGE_YEARS,
  statable: STATABLE_PRIORITY_CLASSES,
};

/** The error never repeats the date: it is personal data and errors are logged. */
export type PriorityError =
  | { readonly kind: 'invalid-birth-date'; readonly why: 'unreadable' | 'in-the-future' | 'too-long-ago' }
  | { readonly kind: 'not-statable'; readonly priorityClass: PriorityClass };

export interface Priority {
  readonly priorityClass: PriorityClass;
  readonly priorityReason: PriorityReason;
}

export interface PriorityFacts {
  /** YYYYMMDD or YYYY-MM-DD, from the card or given. */
  readonly birthDate?: string;
  /** What the visitor said at the kiosk. */
  readonly stated?: PriorityClass;
  /** What staff gave, with a reason kept elsewhere. */
  readonly staffGiven?: PriorityClass;
  /** The visitor holds an appointment and came in its slot. */
  readonly inAppointmentSlot?: boolean;
  /** YYYY-MM-DD where the hall is. */
  readonly today: string;
  readonly policy: PriorityPolicy;
}

/**
 * The best class that any fact gives, with its reason; the better founded reason (age, then staff, then appointment,
 * then stated) when two facts give the same class. Errors: a birth date that cannot be, a class that visitors may
 * not state here.
 */
export function decidePriority(facts: PriorityFacts): Result<Priority, PriorityError> {
  const { stated, policy } = facts;
  if (
    stated !== undefined &&
    stated !== 'ordinary' &&
    !(policy.statable as readonly string[]).includes(stated)
  ) {
    return err({ kind: 'not-statable', priorityClass: stated });
  }
  const byAge = priorityFromAge(facts);
  if (!byAge.ok) return byAge;
  const candidates: Priority[] = [byAge.value];
  if (facts.staffGiven) candidates.push({ priorityClass: facts.staffGiven, priorityReason: 'staff' });
  if (facts.inAppointmentSlot)
    candidates.push({ priorityClass: 'appointment', priorityReason: 'appointment' });
  if (stated) candidates.push({ priorityClass: stated, priorityReason: 'stated' });
  return ok(candidates.reduce((best, one) => (isBetter(one, best) ? one : best)));
}

/** The class that the birth date alone gives: elder or ordinary. No birth date: ordinary. */
export function priorityFromAge(
  facts: Pick<PriorityFacts, 'birthDate' | 'today' | 'policy'>,
): Result<Priority, PriorityError> {
  if (facts.birthDate === undefined) return ok(ORDINARY);
  const age = ageInYears(facts.birthDate, facts.today);
  if (!age.ok) return age;
  return ok(
    age.value >= facts.policy.elderAgeYears ? { priorityClass: 'elder', priorityReason: 'age' } : ORDINARY,
  );
}

/** The oldest person on record reached 122; a card that says more was misread. */
const OLDEST_AGE_YEARS = 130;

/**
 * Full years on a day; a year is full on the birthday itself. Born on 29 February: in a common year on the 28th,
 * the last day of the month standing in for the missing one (民法典 art. 202).
 */
export function ageInYears(birthDate: string, today: string): Result<number, PriorityError> {
  const [birth, day] = [parseDate(birthDate), parseDate(today)];
  if (birth === undefined || day === undefined) return err({ kind: 'invalid-birth-date', why: 'unreadable' });
  if (compareDates(birth, day) > 0) return err({ kind: 'invalid-birth-date', why: 'in-the-future' });
  const age = ageOn(birthDate, today);
  return age === undefined || age > OLDEST_AGE_YEARS
    ? err({ kind: 'invalid-birth-date', why: 'too-long-ago' })
    : ok(age);
}

const ORDINARY: Priority = { priorityClass: 'ordinary', priorityReason: 'none' };

function isBetter(one: Priority, other: Priority): boolean {
  const isOrdinary = one.priorityClass === 'ordinary';
  return !isOrdinary && priorityRank(one.priorityClass) < priorityRank(other.priorityClass);
}
