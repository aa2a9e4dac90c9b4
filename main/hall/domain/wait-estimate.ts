/** What was learned about one service: how long it took, over how many visits. */
export interface ServiceTime {
  readonly count: number;
  readonly meanMinutes: number;
  readonly deviationMinutes: number;
}

export interface WaitFacts {
  /** Those who would be called before, in the order of the call. */
  readonly ahead: readonly { readonly serviceCode: string }[];
  /** Counters that call people of this kind now. */
  readonly openCounters: number;
  /** Minutes that each busy counter is expected to need still; fewer than open: the rest is free. Absent: not known. */
  readonly busyRemaining?: readonly number[];
  readonly serviceTimes: ReadonlyMap<string, ServiceTime>;
  /** The catalogue's planning estimate, minutes. */
  readonly typicalMinutes: (serviceCode: string) => number;
}

/** Whole minutes, low <= high. */
export interface WaitRange {
  readonly low: number;
  readonly high: number;
}

/** The catalogue's estimate weighs as much as so many measured visits. */
const CATALOGUE_WEIGHT = 10;
/** How far a planning estimate may be off while nothing is measured, as a share of it. */
const CATALOGUE_ERROR = 0.4;
/** One visit's deviation as a share of its mean, where not measured; desk services are usually near this. */
const USUAL_VARIATION = 0.6;
/** How many deviations the range spans on each side: about four waits in five fall inside. */
const SPAN = 1.28;
/** For a service that the catalogue gives no sensible minutes for. */
const FALLBACK_MINUTES = 12;
/** A busy counter of which nothing else is known: what is left of a usual visit, at most. */
const UNKNOWN_REMAINING_MINUTES = 12;
/** Nobody is open: how long it may take until somebody is. */
const OPENING_MINUTES = 15;

/**
 * The wait of a person behind `ahead`, as a range. The people ahead are dealt out to the counters, once with short and
 * once with long services; learned means are drawn towards the catalogue while there are few samples, and the
 * less is known the wider the range. More people ahead never lower either end.
 * No counter open: as if one were, and it may open only in a while, so the upper end is further off.
 */
export function estimateWait(facts: WaitFacts): WaitRange {
  const visits = learnedVisits(facts);
  const counters = Math.max(1, Math.floor(facts.openCounters));
  const low = lowerEnd(visits, counters, facts.busyRemaining);
  const opening = facts.openCounters < 1 ? OPENING_MINUTES : 0;
  return { low: Math.floor(low), high: Math.ceil(upperEnd(visits, counters, facts.busyRemaining) + opening) };
}

interface Visit {
  /** The mean, were it off as far as it may be to either side. */
  readonly shortMinutes: number;
  readonly longMinutes: number;
  readonly deviationMinutes: number;
}

/** One for each of those ahead; what was learned of a service is worked out once. */
function learnedVisits(facts: WaitFacts): readonly Visit[] {
  const learned = new Map<string, Visit>();
  return facts.ahead.map(({ serviceCode }) => {
    const visit = learned.get(serviceCode) ?? learnedVisit(serviceCode, facts);
    learned.set(serviceCode, visit);
    return visit;
  });
}

function learnedVisit(serviceCode: string, facts: WaitFacts): Visit {
  const typical = positive(facts.typicalMinutes(serviceCode), FALLBACK_MINUTES);
  const learned = facts.serviceTimes.get(serviceCode);
  const count = Math.max(0, learned?.count ?? 0);
  const blend = (measured: number | undefined, assumed: number): number =>
    (count * positive(measured ?? assumed, assumed) + CATALOGUE_WEIGHT * assumed) /
    (count + CATALOGUE_WEIGHT);
  const meanMinutes = blend(learned?.meanMinutes, typical);
  const meanError = (CATALOGUE_ERROR * CATALOGUE_WEIGHT) / (count + CATALOGUE_WEIGHT);
  return {
    shortMinutes: meanMinutes * (1 - meanError),
    longMinutes: meanMinutes * (1 + meanError),
    deviationMinutes: blend(learned?.deviationMinutes, typical * USUAL_VARIATION),
  };
}

/** Deviations average out over many visits: the share taken off the lower end shrinks as more people are ahead. */
function lowerEnd(
  visits: readonly Visit[],
  counters: number,
  busyRemaining: readonly number[] | undefined,
): number {
  const free = freeTimes(
    counters,
    (busyRemaining ?? []).map((minutes) => nonNegative(minutes) / 2),
  );
  const start = dealOut(free, visits, 'shortMinutes');
  const averaged = (SPAN * USUAL_VARIATION) / Math.sqrt(visits.length + 1);
  return start * (1 - averaged);
}

function upperEnd(
  visits: readonly Visit[],
  counters: number,
  busyRemaining: readonly number[] | undefined,
): number {
  const busy = busyRemaining?.map((minutes) => nonNegative(minutes) * 1.5);
  const free = freeTimes(counters, busy ?? new Array<number>(counters).fill(UNKNOWN_REMAINING_MINUTES));
  const start = dealOut(free, visits, 'longMinutes');
  let variance = 0;
  for (const visit of visits) variance += visit.deviationMinutes ** 2;
  return start + (SPAN * Math.sqrt(variance)) / counters;
}

/** When each counter is free, minutes from now; more busy counters than open ones: the soonest count. */
function freeTimes(counters: number, busy: readonly number[]): number[] {
  const first = busy.toSorted((one, other) => one - other).slice(0, counters);
  return [...first, ...new Array<number>(counters - first.length).fill(0)];
}

/** Gives each visit to the counter that is free first; answers when the next person's turn comes. */
function dealOut(free: number[], visits: readonly Visit[], minutes: 'shortMinutes' | 'longMinutes'): number {
  for (const visit of visits) {
    const first = soonest(free);
    free[first] = (free[first] ?? 0) + visit[minutes];
  }
  return free[soonest(free)] ?? 0;
}

/** The place of the lowest number, the first of them where several are as low. */
function soonest(free: readonly number[]): number {
  let best = 0;
  for (let counter = 1; counter < free.length; counter += 1) {
    if ((free[counter] ?? 0) < (free[best] ?? 0)) best = counter;
  }
  return best;
}

const positive = (minutes: number, otherwise: number): number =>
  Number.isFinite(minutes) && minutes > 0 ? minutes : otherwise;
const nonNegative = (minutes: number): number => (Number.isFinite(minutes) ? Math.max(0, minutes) : 0);
