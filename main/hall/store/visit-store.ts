import type { PriorityClass } from '../../../preload/contracts/priority.ts';
import type { Database } from '../../foundation/sqlite/open-database.ts';
import type { Visit } from '../domain/statistics/index.ts';

/** A service day that has a date, and the id under which its tickets stand. */
export interface CountedDay {
  readonly dayId: string;
  readonly date: string;
}

export type StoredVisit = Omit<Visit, 'hour'> & {
  /** Wall clock at the issue. */
  readonly issuedWallMs: number;
};

export type VisitStore = ReturnType<typeof createVisitStore>;

/** Reads of past visits, a day at a time: each is one look into an index, whatever the hall's history. */
export function createVisitStore(database: Database) {
  const days = database.prepare(
    'select day_id as dayId, date from service_day where date between ? and ? order by date',
  );
  const lastBefore = database.prepare(
    `select day_id as dayId, date from service_day
      where date < ? and exists (select 1 from visit where visit.day_id = service_day.day_id)
      order by date desc limit 1`,
  );
  const ofDay = database
    .prepare(
      `select service_code, priority_class, issued_wall, issued_at, wait_low, wait_high, called_at, counter_id,
          call_services, queued, served, missed_count, end_state, ended_at
        from visit where day_id = ? order by visit_id`,
    )
    .raw();
  return {
    /** Service days from date to date, both included, YYYY-MM-DD. */
    days: (from: string, to: string): CountedDay[] => days.all(from, to) as CountedDay[],
    /** The last day before this date on which somebody came. */
    lastDayBefore: (date: string): CountedDay | undefined => lastBefore.get(date) as CountedDay | undefined,
    /** In order of issue. */
    ofDay: (dayId: string): StoredVisit[] => (ofDay.all(dayId) as Columns[]).map(storedVisit),
  };
}

/** Mapped and not parsed: only the projections write it, from events that were parsed. */
type Columns = readonly [
  serviceCode: string,
  priorityClass: PriorityClass,
  issuedWallMs: number,
  issuedMs: number,
  low: number | null,
  high: number | null,
  calledMs: number | null,
  counterId: string | null,
  callServices: string | null,
  queued: 0 | 1,
  served: string | null,
  missedCount: number,
  endState: 'done' | 'cancelled' | 'lapsed' | null,
  endedMs: number | null,
];

const EVERY_SERVICE: readonly string[] = [];

function storedVisit(row: Columns): StoredVisit {
  const [serviceCode, priorityClass, issuedWallMs, issuedMs, low, high, ...later] = row;
  const [calledMs, counterId, callServices, queued, served, missedCount, endState, endedMs] = later;
  return {
    serviceCode,
    priorityClass,
    issuedWallMs,
    issuedMs,
    told: low === null || high === null ? null : { low, high },
    firstCall:
      calledMs === null
        ? null
        : { atMs: calledMs, counterId: counterId ?? '', services: parsed(callServices) },
    queued: queued === 1,
    served: matters(served),
    missedCount,
    end: endState === null ? null : { state: endState, atMs: endedMs ?? issuedMs },
  };
}

/** Nearly every counter serves everything: nothing to parse. */
function parsed(services: string | null): readonly string[] {
  return services === null || services === '[]' ? EVERY_SERVICE : (JSON.parse(services) as string[]);
}

type Matter = readonly [serviceCode: string, counterId: string, ms: number];

function matters(served: string | null): StoredVisit['served'] {
  if (served === null) return [];
  return (JSON.parse(served) as Matter[]).map(([serviceCode, counterId, ms]) => ({
    serviceCode,
    counterId,
    ms,
  }));
}
