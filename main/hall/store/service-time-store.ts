import type { Database } from '../../foundation/sqlite/open-database.ts';
import type { JournalEvent } from '../journal/journal-event.ts';
import type { Memory } from './memory.ts';

/** What the hall has measured of one service. Minutes. */
export interface MeasuredServiceTime {
  readonly count: number;
  readonly meanMinutes: number;
  readonly deviationMinutes: number;
}

const CHANGING: ReadonlySet<JournalEvent['kind']> = new Set([
  'ticket.finished',
  'ticket.matter-finished',
  'step.undone',
]);

type Row = readonly [serviceCode: string, count: number, mean: number, m2: number];

export type ServiceTimeStore = ReturnType<typeof createServiceTimeStore>;

export function createServiceTimeStore(database: Database, memory: Memory) {
  const all = database.prepare('select service_code, count, mean, m2 from service_time').raw();
  return {
    all: memory.keep<ReadonlyMap<string, MeasuredServiceTime>>(
      () => new Map((all.all() as Row[]).map((row) => [row[0], measured(row)])),
      (times, { kind }) => (CHANGING.has(kind) ? undefined : times),
    ),
  };
}

function measured([, count, meanMinutes, m2]: Row): MeasuredServiceTime {
  return { count, meanMinutes, deviationMinutes: count > 1 ? Math.sqrt(m2 / (count - 1)) : 0 };
}
