import type { Database } from '../../foundation/sqlite/open-database.ts';

/** What the hall has measured of one service. Minutes. */
export interface MeasuredServiceTime {
  readonly count: number;
  readonly meanMinutes: number;
  readonly deviationMinutes: number;
}

type Row = readonly [count: number, mean: number, m2: number];

export type ServiceTimeStore = ReturnType<typeof createServiceTimeStore>;

export function createServiceTimeStore(database: Database) {
  const find = database.prepare('select count, mean, m2 from service_time where service_code = ?').raw();
  const measured = (serviceCode: string): MeasuredServiceTime | undefined => {
    const row = find.get(serviceCode) as Row | undefined;
    if (row === undefined) return undefined;
    const [count, meanMinutes, m2] = row;
    return { count, meanMinutes, deviationMinutes: count > 1 ? Math.sqrt(m2 / (count - 1)) : 0 };
  };
  return {
    /** The measured ones among these services. */
    of: (serviceCodes: ReadonlySet<string>): Map<string, MeasuredServiceTime> => {
      const known = new Map<string, MeasuredServiceTime>();
      for (const serviceCode of serviceCodes) {
        const times = measured(serviceCode);
        if (times !== undefined) known.set(serviceCode, times);
      }
      return known;
    },
  };
}
