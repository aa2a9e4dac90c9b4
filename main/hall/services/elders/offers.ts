import type { ProactiveState } from '../../../../preload/contracts/hall/benefit-values.ts';
import { reachesAge } from '../../domain/benefits/ages.ts';
import { proactiveOn } from '../../domain/benefits/proactive.ts';
import { amountOn, reaching, type Tier } from '../../domain/benefits/tiers.ts';
import type { ElderRow } from '../../store/elder-store.ts';
import type { HallContext } from '../hall-context.ts';
import { tableOf, todayOf, type KnownElder } from './elder-people.ts';

export interface Offer {
  /** The first day for which it is paid. */
  readonly begins: string;
  readonly tier: Tier;
  /** As it stands today: silence after the first day is NO_ANSWER. */
  readonly state: ProactiveState;
}

const isPaid = ({ benefits }: ElderRow): boolean => benefits.includes('HIGH_AGE_ALLOWANCE');

/** How somebody's allowance stands today; who is paid already has been accepted at some time. */
export function stateOf({ elder }: KnownElder, begins: string | undefined, today: string): ProactiveState {
  if (isPaid(elder)) return elder.proactive === 'TIER_CHANGED' ? 'TIER_CHANGED' : 'ACCEPTED';
  return begins === undefined ? elder.proactive : proactiveOn(elder.proactive, begins, today);
}

/** The allowance that this person could have and does not: their tier of today, or the first one that begins soon. */
export function offerOf(hall: HallContext, known: KnownElder): Offer | undefined {
  if (isPaid(known.elder)) return undefined;
  const [table, today] = [tableOf(hall), todayOf(hall)];
  const tier = amountOn(table, known.birth, today)?.tier;
  if (tier === undefined) return undefined;
  if (tier === null) {
    const change = reaching(table, known.birth, today);
    if (change === undefined || change.after === null) return undefined;
    return { begins: change.on, tier: change.after, state: stateOf(known, change.on, today) };
  }
  const lowest = Math.min(...table.tiers.map(({ minAge }) => minAge));
  const begins = reachesAge(known.birth, lowest, table.ageRule);
  return { begins, tier, state: stateOf(known, begins, today) };
}
