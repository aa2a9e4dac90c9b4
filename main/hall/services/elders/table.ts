import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { ok, type Result } from '../../../../preload/contracts/result.ts';
import { nextCertification } from '../../domain/benefits/certification.ts';
import type { MealData } from '../../policies/meals.ts';
import type { HallContext } from '../hall-context.ts';
import { tierView, todayOf } from './elder-people.ts';

type Answer<Name extends keyof HallOperations> = Result<Output<HallOperations, Name>, ApiError>;

const inForce = (on: string, { from, until }: { from: string; until?: string | undefined }): boolean =>
  from <= on && (until === undefined || on <= until);

/** What the hall's data say of allowances and subsidies, with their sources. */
export function benefitTable(hall: HallContext): Answer<'benefitTable'> {
  const { benefits: data, place } = hall.policy.elders;
  const today = todayOf(hall);
  const tiers = data.tiers.filter((tier) => tier.place === place?.code && inForce(today, tier));
  return ok({
    place: place === undefined ? null : { code: place.code, name: place.name },
    tiers: tiers.map(tierView).toSorted((one, other) => one.minAge - other.minAge),
    benefits: data.benefits.map(({ benefit, name, who, groups, cap, capPer, shares, source, mark }) => ({
      ...{ benefit, name, who, groups, cap, capPer, shares, source, mark },
    })),
    elderCard: cardOf(data.elderCard),
    elsewhere: [...(place?.elsewhere ?? [])],
    nextCheck: nextCertification(place?.certificationMonths ?? [], today) ?? null,
    source: place?.source ?? null,
    careCategories: data.care.categories,
  });
}

/** The card hints at who somebody is; it is no proof where money is paid. */
function cardOf(card: HallContext['policy']['elders']['benefits']['elderCard']) {
  if (card === null) return null;
  const { name, functions, channels, source } = card;
  return { name, functions, channels, source, provesForMoney: false as const };
}

/** Where elders eat. What a person pays is the price less what is paid towards it, never below nothing. */
export function listMeals(
  hall: HallContext,
  { community, group }: Input<HallOperations, 'listMeals'>,
): Answer<'listMeals'> {
  const { meals } = hall.policy.elders;
  const today = todayOf(hall);
  const policies = meals.policies.filter((policy) => inForce(today, policy));
  const points = meals.points
    .filter((point) => community === undefined || point.community === community)
    .filter((point) => group === undefined || point.groups.includes(group));
  return ok({
    sample: meals.sample,
    points: points.map((point) => ({ ...point, groups: sharesOf(point, policies) })),
    policies: policies.map(({ until, ...policy }) => ({ ...policy, until: until ?? null })),
    communities: [...new Set(meals.points.map((point) => point.community))],
  });
}

function sharesOf({ groups, price }: MealData['points'][number], policies: MealData['policies']) {
  return groups.flatMap((group) => {
    const policy = policies.find((one) => one.group === group);
    if (policy === undefined) return [];
    return [{ group, subsidy: policy.subsidy, share: Math.max(0, price - policy.subsidy) }];
  });
}
