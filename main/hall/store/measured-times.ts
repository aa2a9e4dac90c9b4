import type { Database } from '../../foundation/sqlite/open-database.ts';

/** Longer than any matter at a counter: a measured time beyond it is a clock that jumped, not a service. */
const LONGEST_SERVICE_MINUTES = 480;
const MINUTE_MS = 60_000;

interface ServedRow {
  readonly serviceCode: string;
  /** Null while the person is away: then only what was before counts. */
  readonly startedAt: number | null;
  readonly servedMs: number;
}

interface Spread {
  readonly count: number;
  readonly mean: number;
  readonly m2: number;
}

/** Adds the time a ticket's matter took at the counters to what is known of its service. */
export type Measure = (ticketId: string, finishedAtMs: number) => void;

/** Welford's running mean and spread: one row a service, whatever the history. */
export function createMeasure(database: Database): Measure {
  const served = database.prepare(
    'select service_code as serviceCode, started_at as startedAt, served_ms as servedMs from ticket where ticket_id = ?',
  );
  const known = database.prepare('select count, mean, m2 from service_time where service_code = ?');
  const write = database.prepare(`insert into service_time (service_code, count, mean, m2) values (?, ?, ?, ?)
    on conflict do update set count = excluded.count, mean = excluded.mean, m2 = excluded.m2`);
  return (ticketId, finishedAtMs) => {
    const row = served.get(ticketId) as ServedRow | undefined;
    if (row === undefined) return;
    const minutes = minutesOf(row, finishedAtMs);
    if (minutes <= 0 || minutes > LONGEST_SERVICE_MINUTES) return;
    const before = (known.get(row.serviceCode) as Spread | undefined) ?? { count: 0, mean: 0, m2: 0 };
    const after = withOneMore(before, minutes);
    write.run(row.serviceCode, after.count, after.mean, after.m2);
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
