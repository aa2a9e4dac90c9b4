import { PRIORITY_CLASSES, type PriorityClass } from '../../../../preload/contracts/priority.ts';
import type { QueueRule } from '../rules/index.ts';
import { boundFigures, type BoundFigures } from './bound.ts';
import { DurationTally, type DurationFigures } from './duration-tally.ts';
import { EstimateTally, type EstimateFigures } from './estimate-tally.ts';
import { HourTally, weekdayOf, type HourFigures } from './hour-tally.ts';
import { MINUTE_MS, waitedMs, type Visit } from './visit.ts';

/** The hall shuts at night: what is longer comes of a clock that was ahead when the service started. */
const LONGEST_WAIT_MS = 24 * 60 * MINUTE_MS;
/** Longer than any matter at a counter. */
const LONGEST_SERVICE_MS = 8 * 60 * MINUTE_MS;

export interface VisitCounts {
  readonly issued: number;
  readonly called: number;
  /** Without a number of the queue. */
  readonly servedAtOnce: number;
  readonly done: number;
  readonly cancelled: number;
  readonly lapsed: number;
  /** People who missed at least one call. */
  readonly missed: number;
}

export interface GroupFigures {
  readonly issued: number;
  readonly waits: DurationFigures;
  readonly service: DurationFigures;
}

export interface DayFigures {
  readonly date: string;
  readonly issued: number;
  readonly meanMinutes: number | null;
  readonly p90Minutes: number | null;
  readonly over60: number;
}

export interface StatisticsFigures {
  readonly counts: VisitCounts;
  readonly waits: DurationFigures;
  readonly service: DurationFigures;
  readonly byService: readonly ({ readonly serviceCode: string } & GroupFigures)[];
  readonly byClass: readonly ({ readonly priorityClass: PriorityClass } & GroupFigures)[];
  readonly byCounter: readonly ({ readonly counterId: string } & GroupFigures)[];
  readonly byDay: readonly DayFigures[];
  readonly byHour: readonly HourFigures[];
  readonly bound: BoundFigures;
  readonly estimate: EstimateFigures;
  /** Waits and services that no hall has and only a wrong clock can make. They stand in no other figure. */
  readonly leftOut: number;
}

/** Adds up the visits of any number of days; keeps counts and no visit, so a year takes no more room than a week. */
export class StatisticsTally {
  readonly #rule: QueueRule;
  readonly #all = new GroupTally();
  readonly #byService = new Groups<string>();
  readonly #byClass = new Groups<PriorityClass>();
  readonly #byCounter = new Groups<string>();
  readonly #byDay: DayFigures[] = [];
  readonly #byHour = new HourTally();
  readonly #estimate = new EstimateTally();
  readonly #counts = { issued: 0, called: 0, servedAtOnce: 0, done: 0, cancelled: 0, lapsed: 0, missed: 0 };
  readonly #bound = { calls: 0, kept: 0 };
  #leftOut = 0;

  /** `rule`: whose promise the calls are held to. */
  constructor(rule: QueueRule) {
    this.#rule = rule;
  }

  /** All visits of one service day: a wait belongs to the day and the hour in which it began. */
  addDay(date: string, visits: readonly Visit[]): void {
    const weekday = weekdayOf(date);
    const waits = new DurationTally();
    for (const visit of visits) {
      const waited = this.#plausible(waitedMs(visit), LONGEST_WAIT_MS);
      this.#byHour.add(weekday, visit.hour, waited);
      this.#count(visit);
      this.#addWait(visit, waited);
      this.#addService(visit);
      if (waited !== undefined) waits.add(waited);
    }
    const { meanMinutes, p90Minutes, over60 } = waits.figures();
    this.#byDay.push({ date, issued: visits.length, meanMinutes, p90Minutes, over60 });
    const { calls, kept } = boundFigures(visits, this.#rule);
    this.#bound.calls += calls;
    this.#bound.kept += kept;
  }

  figures(): StatisticsFigures {
    return {
      counts: { ...this.#counts },
      waits: this.#all.waits.figures(),
      service: this.#all.service.figures(),
      byService: this.#byService.figures().map(([serviceCode, group]) => ({ serviceCode, ...group })),
      byClass: this.#byClass
        .figures((one, other) => PRIORITY_CLASSES.indexOf(one) - PRIORITY_CLASSES.indexOf(other))
        .map(([priorityClass, group]) => ({ priorityClass, ...group })),
      byCounter: this.#byCounter.figures(byNumber).map(([counterId, group]) => ({ counterId, ...group })),
      byDay: this.#byDay,
      byHour: this.#byHour.figures(),
      bound: { ...this.#bound },
      estimate: this.#estimate.figures(),
      leftOut: this.#leftOut,
    };
  }

  #plausible(ms: number | undefined, longestMs: number): number | undefined {
    if (ms === undefined || ms <= longestMs) return ms;
    this.#leftOut += 1;
    return undefined;
  }

  #count({ queued, firstCall, end, missedCount }: Visit): void {
    this.#counts.issued += 1;
    if (!queued) this.#counts.servedAtOnce += 1;
    if (firstCall !== null) this.#counts.called += 1;
    if (end !== null) this.#counts[end.state] += 1;
    if (missedCount > 0) this.#counts.missed += 1;
  }

  #addWait(visit: Visit, waited: number | undefined): void {
    const groups = [
      this.#all,
      this.#byService.of(visit.serviceCode),
      this.#byClass.of(visit.priorityClass),
      ...(visit.firstCall === null ? [] : [this.#byCounter.of(visit.firstCall.counterId)]),
    ];
    for (const group of groups) {
      group.issued += 1;
      if (waited !== undefined) group.waits.add(waited);
    }
    if (waited !== undefined && visit.told !== null) this.#estimate.add(visit.told, waited);
  }

  #addService({ served, priorityClass }: Visit): void {
    for (const { ms, serviceCode, counterId } of served) {
      if (this.#plausible(ms, LONGEST_SERVICE_MS) === undefined) continue;
      const groups = [
        this.#all,
        this.#byService.of(serviceCode),
        this.#byClass.of(priorityClass),
        this.#byCounter.of(counterId),
      ];
      for (const group of groups) group.service.add(ms);
    }
  }
}

class GroupTally {
  issued = 0;
  readonly waits = new DurationTally();
  readonly service = new DurationTally();

  figures(): GroupFigures {
    return { issued: this.issued, waits: this.waits.figures(), service: this.service.figures() };
  }
}

class Groups<Key extends string> {
  readonly #groups = new Map<Key, GroupTally>();

  of(key: Key): GroupTally {
    const group = this.#groups.get(key) ?? new GroupTally();
    this.#groups.set(key, group);
    return group;
  }

  figures(
    inOrder: (one: Key, other: Key) => number = (one, other) => (one < other ? -1 : 1),
  ): [Key, GroupFigures][] {
    return [...this.#groups]
      .sort(([one], [other]) => inOrder(one, other))
      .map(([key, group]) => [key, group.figures()]);
  }
}

/** Counters as they stand on the wall: 2 before 10. */
function byNumber(one: string, other: string): number {
  return Number.parseInt(one, 10) - Number.parseInt(other, 10) || (one < other ? -1 : 1);
}
