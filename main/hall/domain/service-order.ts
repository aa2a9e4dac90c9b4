import { isElderAudience, type AgeBand, type Audience } from '../../../preload/contracts/age-band.ts';

/**
 * What people of an age come for stands first, and stays where it was: who came last month looks for the same tile in the
 * same place. Pure, and every step of it can be told to whoever asks why a tile stands where it stands.
 */

/** How far back is looked: service days, so a week shut for a holiday forgets nothing. */
export const LEARNING_DAYS = 90;
/** Fewer tickets than this say nothing about an age. */
export const LEAST_TICKETS = 30;
/** As many as a kiosk shows beside 其他事项; all the others follow in the hall's fixed order. */
export const LEARNED_PLACES = 4;
/** What "clearly more" means: a fifth more, and at least this many tickets, for the smallest numbers are all chance. */
const CLEARLY_MORE_PERCENT = 120;
const CLEARLY_MORE_TICKETS = 3;

/** Tickets of a past service day. `unknown`: the hall was not told how old. */
export interface DayDemand {
  readonly dayId: string;
  readonly ageBand: AgeBand | 'unknown';
  readonly serviceCode: string;
  readonly count: number;
}

export interface OfferedService {
  readonly serviceCode: string;
  readonly elderRelevant: boolean;
}

export interface ServiceDemand {
  readonly tickets: number;
  /** Tickets without those of its busiest day: one campaign, or one bus full of people, moves no tile. */
  readonly score: number;
}

export interface Demand {
  /** Whose tickets these are: the audience's own, or with its neighbours' where they were too few. */
  readonly bands: readonly DayDemand['ageBand'][];
  readonly tickets: number;
  readonly days: number;
  readonly services: ReadonlyMap<string, ServiceDemand>;
}

const ELDERS = ['60-69', '70-79', '80-plus'] as const;
const EVERYBODY = ['under-60', ...ELDERS, 'unknown'] as const;

/** Whose tickets speak for an audience, the nearest first. The old are never put in order by the young. */
const SPEAK_FOR: Readonly<Record<Audience, readonly (readonly DayDemand['ageBand'][])[]>> = {
  'under-60': [['under-60'], EVERYBODY],
  '60-69': [['60-69'], ['60-69', '70-79'], ELDERS],
  '70-79': [['70-79'], ELDERS],
  '80-plus': [['80-plus'], ['70-79', '80-plus'], ELDERS],
  elder: [ELDERS],
  anyone: [EVERYBODY],
};

/** What an audience came for: of the nearest bands that have enough tickets; undefined while none has. */
export function demandOf(audience: Audience, past: readonly DayDemand[]): Demand | undefined {
  for (const bands of SPEAK_FOR[audience]) {
    const demand = gather(bands, past);
    if (demand.tickets >= LEAST_TICKETS) return demand;
  }
  return undefined;
}

function gather(bands: Demand['bands'], past: readonly DayDemand[]): Demand {
  const days = new Set<string>();
  const byService = new Map<string, Map<string, number>>();
  let tickets = 0;
  for (const { dayId, ageBand, serviceCode, count } of past) {
    if (!bands.includes(ageBand)) continue;
    tickets += count;
    days.add(dayId);
    const byDay = byService.get(serviceCode) ?? new Map<string, number>();
    byService.set(serviceCode, byDay.set(dayId, (byDay.get(dayId) ?? 0) + count));
  }
  const services = new Map([...byService].map(([code, byDay]) => [code, scored([...byDay.values()])]));
  return { bands, tickets, days: days.size, services };
}

function scored(counts: readonly number[]): ServiceDemand {
  const tickets = counts.reduce((sum, count) => sum + count, 0);
  return { tickets, score: tickets - Math.max(...counts) };
}

/** The program's own order for an audience: what halls of this kind are mostly asked for, for elders what concerns them. */
export function fixedOrder(
  services: readonly OfferedService[],
  usual: readonly string[],
  audience: Audience,
): string[] {
  const place = ({ serviceCode }: OfferedService): number => {
    const found = usual.indexOf(serviceCode);
    return found === -1 ? usual.length : found;
  };
  const later = ({ elderRelevant }: OfferedService): number =>
    isElderAudience(audience) && !elderRelevant ? 1 : 0;
  return services
    .toSorted((one, other) => later(one) - later(other) || place(one) - place(other))
    .map(({ serviceCode }) => serviceCode);
}

/** The whole order: what was learned first, if anything, then all others as they always stood. */
export function wholeOrder(first: readonly string[], fixed: readonly string[]): string[] {
  const known = first.filter((code) => fixed.includes(code));
  return [...known, ...fixed.filter((code) => !known.includes(code))];
}

/**
 * The first places for the day that opens. `before`: the order in force until now, whole. A service gives up its place only
 * to another that was clearly more asked for; that one takes its very place, and nothing between them moves.
 */
export function learnFirst(before: readonly string[], { services }: Pick<Demand, 'services'>): string[] {
  const order = [...before];
  const score = (code: string): number => services.get(code)?.score ?? 0;
  for (let place = 0; place < Math.min(LEARNED_PLACES, order.length); place += 1) {
    const holder = order[place] ?? '';
    const rivals = order.slice(place + 1);
    const best = rivals.reduce((one, other) => (score(other) > score(one) ? other : one), holder);
    if (!isClearlyMore(score(best), score(holder))) continue;
    order[order.indexOf(best)] = holder;
    order[place] = best;
  }
  return order.slice(0, LEARNED_PLACES);
}

export function isClearlyMore(score: number, than: number): boolean {
  return score * 100 >= than * CLEARLY_MORE_PERCENT && score - than >= CLEARLY_MORE_TICKETS;
}
