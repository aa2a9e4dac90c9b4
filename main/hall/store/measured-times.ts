import type { Database } from '../../foundation/sqlite/open-database.ts';
import type { StepRecorder } from './step-recorder.ts';
import type { Measured, Spread } from './step-traces.ts';

/** Longer than any matter at a counter: a measured time beyond it is a clock that jumped, not a service. */
const LONGEST_SERVICE_MINUTES = 480;
const MINUTE_MS = 60_000;

interface ServedRow {
  readonly serviceCode: string;
  /** Null while the person is away: then only what was before counts. */
  readonly startedAt: number | null;
  readonly servedMs: number;
}

const NOTHING: Spread = { count: 0, mean: 0, m2: 0 };

/** Adds the time a ticket's matter took at the counters to what is known of its service. */
export type Measure = (ticketId: string, finishedAtMs: number) => void;

const KNOWN = 'select count, mean, m2 from service_time where service_code = ?';
const WRITE = `insert into service_time (service_code, count, mean, m2) values (?, ?, ?, ?)
  on conflict do update set count = excluded.count, mean = excluded.mean, m2 = excluded.m2`;

/** Welford's running mean and spread: one row a service, whatever the history. */
export function createMeasure(database: Database, steps: Pick<StepRecorder, 'trace'>): Measure {
  const served = database.prepare(
    'select service_code as serviceCode, started_at as startedAt, served_ms as servedMs from ticket where ticket_id = ?',
  );
  const known = database.prepare(KNOWN);
  const write = database.prepare(WRITE);
  return (ticketId, finishedAtMs) => {
    const row = served.get(ticketId) as ServedRow | undefined;
    if (row === undefined) return;
    const { serviceCode } = row;
    const minutes = minutesOf(row, finishedAtMs);
    if (minutes <= 0 || minutes > LONGEST_SERVICE_MINUTES) return;
    const before = (known.get(serviceCode) as Spread | undefined) ?? null;
    const after = withOneMore(before ?? NOTHING, minutes);
    write.run(serviceCode, after.count, after.mean, after.m2);
    steps.trace({ measured: { serviceCode, minutes, before, after } });
  };
}

/** Takes a measurement back: exactly, unless others of the service have followed it. */
export function createUnmeasure(database: Database): (measured: Measured) => void {
  const known = database.prepare(KNOWN);
  const write = database.prepare(WRITE);
  const forget = database.prepare('delete from service_time where service_code = ?');
  return ({ serviceCode, minutes, before, after }) => {
    const now = known.get(serviceCode) as Spread | undefined;
    if (now === undefined) return;
    const left = isSame(now, after) ? before : withOneLess(now, minutes);
    if (left === null) forget.run(serviceCode);
    else write.run(serviceCode, left.count, left.mean, left.m2);
  };
}

function minutesOf({ startedAt, servedMs }: ServedRow, finishedAtMs: number): number {
  return ((startedAt === null ? 0 : finishedAtMs - startedAt) + servedMs) / MINUTE_MS;
}

function withOneMore({ count: before, mean: oldMean, m2: oldM2 }: Spread, minutes: number): Spread {
  const count = before + 1;
  const mean = oldMean + (minutes - oldMean) / count;
  return { count, mean, m2: oldM2 + (minutes - oldMean) * (minutes - mean) };
}

/** Welford's step backwards. */
function withOneLess({ count: before, mean: oldMean, m2: oldM2 }: Spread, minutes: number): Spread | null {
  const count = before - 1;
  if (count === 0) return null;
  const mean = oldMean - (minutes - oldMean) / count;
  return { count, mean, m2: Math.max(0, oldM2 - (minutes - mean) * (minutes - oldMean)) };
}

function isSame(one: Spread, other: Spread): boolean {
  return one.count === other.count && one.mean === other.mean && one.m2 === other.m2;
}
