import { PRIORITY_CLASSES, type PriorityClass } from '../../../../preload/contracts/priority.ts';
import { replay, type Arrival, type ReplayedCall } from '../replay.ts';
import type { QueueRule } from '../rules/index.ts';
import { boundFigures, type BoundFigures } from './bound.ts';
import { DurationTally, type DurationFigures } from './duration-tally.ts';
import { MINUTE_MS, waitedMs, type Visit } from './visit.ts';

/** A counter waits about so long for somebody who never comes. */
const ABSENT_MS = MINUTE_MS;

/** How people waited under one rule. */
export interface RuleOutcome {
  readonly waits: DurationFigures;
  readonly byClass: readonly { readonly priorityClass: PriorityClass; readonly waits: DurationFigures }[];
  readonly bound: BoundFigures;
}

/** How the visits of one day waited, held to what `rule` promises. */
export function outcomeOf(visits: readonly Visit[], rule: QueueRule): RuleOutcome {
  const all = new DurationTally();
  const classes = new Map<PriorityClass, DurationTally>();
  for (const visit of visits) {
    const waited = waitedMs(visit);
    if (waited === undefined) continue;
    const ofClass = classes.get(visit.priorityClass) ?? new DurationTally();
    classes.set(visit.priorityClass, ofClass);
    all.add(waited);
    ofClass.add(waited);
  }
  const byClass = PRIORITY_CLASSES.flatMap((priorityClass) => {
    const tally = classes.get(priorityClass);
    return tally === undefined ? [] : [{ priorityClass, waits: tally.figures() }];
  });
  return { waits: all.figures(), byClass, bound: boundFigures(visits, rule) };
}

/**
 * The same people on the same day under `rule`: they come when they came and take as long as they took, at `counters`
 * counters that are always open and serve everything. Who left before being called is left out; a call that nobody
 * answered costs a minute.
 */
export function underRule(visits: readonly Visit[], rule: QueueRule, counters: number): RuleOutcome {
  return outcomeOf(replay(arrivalsOf(visits), rule, counters).map(replayedVisit), rule);
}

/**
 * How many counters were at work, as the average call of the day found it: a counter works from its first call of the day
 * to the end of its last visit. At least one.
 */
export function countersAtWork(visits: readonly Visit[]): number {
  const spans = new Map<string, { fromMs: number; toMs: number }>();
  for (const { firstCall, served, end } of visits) {
    if (firstCall === null) continue;
    const endMs =
      end !== null && served.at(-1)?.counterId === firstCall.counterId ? end.atMs : firstCall.atMs;
    const span = spans.get(firstCall.counterId) ?? { fromMs: firstCall.atMs, toMs: endMs };
    span.fromMs = Math.min(span.fromMs, firstCall.atMs);
    span.toMs = Math.max(span.toMs, endMs);
    spans.set(firstCall.counterId, span);
  }
  let atWork = 0;
  let calls = 0;
  for (const { firstCall } of visits) {
    if (firstCall === null) continue;
    calls += 1;
    for (const { fromMs, toMs } of spans.values())
      if (fromMs <= firstCall.atMs && firstCall.atMs <= toMs) atWork += 1;
  }
  return calls === 0 ? 1 : Math.max(1, Math.round(atWork / calls));
}

function arrivalsOf(visits: readonly Visit[]): readonly Arrival[] {
  return visits
    .filter(({ firstCall }) => firstCall !== null)
    .map((visit, place) => ({
      ticketId: String(place),
      sequence: place + 1,
      issuedAtMs: visit.issuedMs,
      priorityClass: visit.priorityClass,
      serviceCode: visit.serviceCode,
      serviceMs: visit.served.reduce((sum, { ms }) => sum + ms, 0) || ABSENT_MS,
    }));
}

function replayedVisit({ arrival, calledAtMs }: ReplayedCall): Visit {
  return {
    serviceCode: arrival.serviceCode,
    priorityClass: arrival.priorityClass,
    issuedMs: arrival.issuedAtMs,
    hour: 0,
    firstCall: { atMs: calledAtMs, counterId: '', services: [] },
    queued: true,
    served: [],
    missedCount: 0,
    end: null,
    told: null,
  };
}
