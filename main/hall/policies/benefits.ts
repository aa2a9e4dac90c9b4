import { copyFileSync, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { resourcesFolder } from '../../foundation/resources.ts';
import {
  readOwnBenefits,
  readShippedBenefits,
  type BenefitData,
  type BenefitFault,
  type OwnBenefitData,
  type PlaceRule,
} from './benefits-file.ts';
import { POLICY_FOLDER } from './organisation-figures.ts';

export const BENEFITS_FILE = 'benefits.json';
/** The hall's own file as it was when it had no mistake the last time. */
export const LAST_GOOD_FILE = 'benefits.last-good.json';

export interface LoadedBenefits {
  readonly data: BenefitData;
  /** Why the hall's own file is not used; empty where it is, or where there is none. */
  readonly faults: readonly BenefitFault[];
}

/**
 * The allowances that ship with the program, with the hall's own in their place. A file of the hall's that has a mistake
 * replaces nothing: what was in force before stays, from the copy that is kept of the last good one. Throws when the
 * shipped file is damaged.
 */
export function loadBenefits(dataDirectory?: string): LoadedBenefits {
  const shipped = readShippedBenefits(join(resourcesFolder(), 'policy', BENEFITS_FILE));
  if (!shipped.ok) throw new Error(shipped.error.map(({ sentence }) => sentence).join('\n'));
  const own = dataDirectory === undefined ? undefined : join(dataDirectory, POLICY_FOLDER, BENEFITS_FILE);
  if (dataDirectory === undefined || own === undefined || !existsSync(own))
    return { data: shipped.value, faults: [] };
  const places = shipped.value.places.map(({ code }) => code);
  const lastGood = join(dataDirectory, POLICY_FOLDER, LAST_GOOD_FILE);
  const read = readOwnBenefits(own, places);
  if (read.ok) {
    keep(own, lastGood);
    return { data: withOwn(shipped.value, read.value), faults: [] };
  }
  const before = existsSync(lastGood) ? readOwnBenefits(lastGood, places) : undefined;
  const data = before?.ok === true ? withOwn(shipped.value, before.value) : shipped.value;
  return { data, faults: read.error };
}

/** Beside and renamed: a power cut leaves the old copy or the new one. */
function keep(file: string, copy: string): void {
  copyFileSync(file, `${copy}.new`);
  renameSync(`${copy}.new`, copy);
}

/** A hall's rows for a place and a benefit stand in place of all that ship for them. */
function withOwn(shipped: BenefitData, own: OwnBenefitData): BenefitData {
  const replaces = (one: { place: string; benefit: string }): boolean =>
    own.tiers.some(({ place, benefit }) => place === one.place && benefit === one.benefit);
  const places = new Set(own.places.map(({ code }) => code));
  const benefits = new Set(own.benefits.map(({ benefit }) => benefit));
  return {
    places: [...own.places, ...shipped.places.filter(({ code }) => !places.has(code))],
    tiers: [...own.tiers, ...shipped.tiers.filter((tier) => !replaces(tier))],
    benefits: [...own.benefits, ...shipped.benefits.filter(({ benefit }) => !benefits.has(benefit))],
    elderCard: own.elderCard === undefined ? shipped.elderCard : own.elderCard,
    care: own.care ?? shipped.care,
  };
}

/** The rule for a hall: of the smallest place that it lies in (440304-01 is in 440300). */
export function placeOfHall(places: readonly PlaceRule[], hallId: string): PlaceRule | undefined {
  return places
    .filter(({ code }) => hallId.startsWith(partOf(code)))
    .toSorted((one, other) => partOf(other.code).length - partOf(one.code).length)[0];
}

/** 440300 is all that begins with 4403. */
const partOf = (code: string): string => code.replace(/(00){1,2}$/, '');
