import { daysAfter } from './dates.ts';
import type { Tier } from './tiers.ts';

/** What is wrong with a table of tiers, at which of its rows (from 1). */
export interface TierFault {
  readonly row: number;
  readonly fault:
    | { readonly kind: 'unknown-place'; readonly known: readonly string[] }
    | { readonly kind: 'unknown-benefit'; readonly known: readonly string[] }
    | { readonly kind: 'negative-amount' }
    | { readonly kind: 'ends-before-it-begins' }
    | { readonly kind: 'ages-in-wrong-order' }
    /** Somebody would have two amounts on one day. */
    | { readonly kind: 'overlaps'; readonly withRow: number }
    /** Nobody between these two ages has an amount, though younger and older people have. */
    | { readonly kind: 'gap-of-ages'; readonly after: number; readonly before: number }
    /** Between the end of one rule and the beginning of the next nobody has an amount. */
    | { readonly kind: 'gap-of-days'; readonly from: string; readonly until: string };
}

export interface KnownWords {
  readonly places: readonly string[];
  readonly benefits: readonly string[];
}

const FOREVER = '9999-12-31';
const ANY_AGE = Number.POSITIVE_INFINITY;

/** Everything that keeps a table from being used; empty when nothing does. */
export function tierFaults(tiers: readonly Tier[], known: KnownWords): TierFault[] {
  const rows = tiers.map((tier, at) => ({ tier, row: at + 1 }));
  const alone = rows.flatMap(({ tier, row }) => faultsAlone(tier, known).map((fault) => ({ row, fault })));
  if (alone.length > 0) return alone;
  const seriesOf = ({ tier: { place, benefit } }: Row): string => `${place} ${benefit}`;
  return [...new Set(rows.map(seriesOf))].flatMap((series) => {
    const group = rows.filter((row) => seriesOf(row) === series);
    const overlaps = overlapsOf(group);
    return overlaps.length > 0 ? overlaps : [...gapsOfAges(group), ...gapsOfDays(group)];
  });
}

interface Row {
  readonly tier: Tier;
  readonly row: number;
}

function faultsAlone(tier: Tier, { places, benefits }: KnownWords): TierFault['fault'][] {
  const { place, benefit, from, until, minAge, maxAge, amount } = tier;
  return [
    ...(places.includes(place) ? [] : [{ kind: 'unknown-place', known: places } as const]),
    ...(benefits.includes(benefit) ? [] : [{ kind: 'unknown-benefit', known: benefits } as const]),
    ...(amount !== null && amount < 0 ? [{ kind: 'negative-amount' } as const] : []),
    ...(until !== undefined && until < from ? [{ kind: 'ends-before-it-begins' } as const] : []),
    ...(maxAge !== undefined && maxAge < minAge ? [{ kind: 'ages-in-wrong-order' } as const] : []),
  ];
}

function overlapsOf(group: readonly Row[]): TierFault[] {
  return group.flatMap(({ tier, row }, at): TierFault[] => {
    const other = group
      .slice(0, at)
      .find((earlier) => sameDays(earlier.tier, tier) && sameAges(earlier.tier, tier));
    return other === undefined ? [] : [{ row, fault: { kind: 'overlaps', withRow: other.row } }];
  });
}

const sameDays = (one: Tier, other: Tier): boolean =>
  one.from <= (other.until ?? FOREVER) && other.from <= (one.until ?? FOREVER);
const sameAges = (one: Tier, other: Tier): boolean =>
  one.minAge <= (other.maxAge ?? ANY_AGE) && other.minAge <= (one.maxAge ?? ANY_AGE);

const inForce = (group: readonly Row[], on: string): readonly Row[] =>
  group.filter(({ tier: { from, until = FOREVER } }) => from <= on && on <= until);

/** On each day on which a row begins, the ages of the rows in force must follow one another. */
function gapsOfAges(group: readonly Row[]): TierFault[] {
  const begins = [...new Set(group.map(({ tier }) => tier.from))].sort();
  const gaps = begins.flatMap((on) => {
    const byAge = inForce(group, on).toSorted((one, other) => one.tier.minAge - other.tier.minAge);
    return byAge.flatMap(({ tier, row }, at): TierFault[] => {
      const younger = byAge[at - 1]?.tier.maxAge;
      if (younger === undefined || tier.minAge === younger + 1) return [];
      return [{ row, fault: { kind: 'gap-of-ages', after: younger, before: tier.minAge } }];
    });
  });
  return gaps.filter(({ row }, at) => gaps.findIndex((one) => one.row === row) === at);
}

function gapsOfDays(group: readonly Row[]): TierFault[] {
  const begins = group
    .map(({ tier, row }) => ({ from: tier.from, row }))
    .toSorted((one, other) => one.from.localeCompare(other.from));
  const gaps = group.flatMap(({ tier: { until } }): TierFault[] => {
    if (until === undefined) return [];
    const next = begins.find(({ from }) => from > until);
    const free = daysAfter(until, 1);
    if (next === undefined || next.from === free || inForce(group, free).length > 0) return [];
    return [{ row: next.row, fault: { kind: 'gap-of-days', from: free, until: daysAfter(next.from, -1) } }];
  });
  return gaps.filter(({ row }, at) => gaps.findIndex((one) => one.row === row) === at);
}
