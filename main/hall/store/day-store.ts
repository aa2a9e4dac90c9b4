import type { Database } from '../../foundation/sqlite/open-database.ts';
import type { ServiceDay } from '../domain/service-day.ts';
import type { Memory } from './memory.ts';

export type DayStore = ReturnType<typeof createDayStore>;

/** The service day that is open, and its number series. */
export function createDayStore(database: Database, memory: Memory) {
  const current = database.prepare(
    'select day_id as dayId, date from current_day join service_day using (day_id)',
  );
  const date = database.prepare('select date from service_day where day_id = ?').pluck();
  const last = database.prepare('select last from number_series where day_id = ? and series = ?').pluck();

  return {
    current: memory.keep<ServiceDay | undefined>(
      () => current.get() as ServiceDay | undefined,
      (day, { kind }) => (kind === 'day.opened' ? undefined : day),
    ),
    /** YYYY-MM-DD of any day that was ever opened. */
    dateOf: (dayId: string): string => date.get(dayId) as string,
    /** The last number of the series used today; 0 when none was. */
    lastNumber: (dayId: string, series: string): number =>
      (last.get(dayId, series) as number | undefined) ?? 0,
  };
}
