import type { Database } from '../../foundation/sqlite/open-database.ts';

/** What the hall has measured of one service. Minutes. */
export interface MeasuredServiceTime {
  readonly count: number;
  readonly meanMinutes: number;
  readonly deviationMinutes: number;
}

export type ServiceTimeStore = ReturnType<typeof createServiceTimeStore>;

export function createServiceTimeStore(database: Database) {
  const all = database.prepare('select service_code, count, mean, m2 from service_time');
  return {
    all: (): Map<string, MeasuredServiceTime> => {
      const rows = all.all() as { service_code: string; count: number; mean: number; m2: number }[];
      return new Map(
        rows.map((row) => [
          row.service_code,
          {
            count: row.count,
            meanMinutes: row.mean,
            deviationMinutes: row.count > 1 ? Math.sqrt(row.m2 / (row.count - 1)) : 0,
          },
        ]),
      );
    },
  };
}
