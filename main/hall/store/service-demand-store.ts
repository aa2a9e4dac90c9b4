import type { Audience } from '../../../preload/contracts/age-band.ts';
import type { Database } from '../../foundation/sqlite/open-database.ts';
import { LEARNING_DAYS, type DayDemand } from '../domain/service-order.ts';
import type { Memory } from './memory.ts';

export interface LearnedOrder {
  readonly first: readonly string[];
  /** YYYY-MM-DD of the service day from which on it stands. */
  readonly since: string;
  readonly tickets: number;
  readonly days: number;
}

export type ServiceDemandStore = ReturnType<typeof createServiceDemandStore>;

/** What people came for on the days that are over, and what was learned from it. */
export function createServiceDemandStore(database: Database, memory: Memory) {
  const past =
    database.prepare(`select day_id as dayId, age_band as ageBand, service_code as serviceCode, count
    from service_demand where day_id in (
      select day_id from service_day where day_id not in (select day_id from current_day)
      order by date desc, day_id desc limit ${LEARNING_DAYS}
    ) order by day_id, age_band, service_code`);
  const learned = database.prepare(`select audience, first, date as since, tickets, days
    from service_order join service_day using (day_id)`);

  return {
    /** The last service days before this one. Changes only when a day opens. */
    past: memory.keep<readonly DayDemand[]>(
      () => past.all() as DayDemand[],
      (demand, { kind }) => (kind === 'day.opened' ? undefined : demand),
    ),
    learned: memory.keep<ReadonlyMap<Audience, LearnedOrder>>(
      () => new Map((learned.all() as OrderRow[]).map((row) => [row.audience, orderOf(row)])),
      (orders, { kind }) => (kind === 'service-order.learned' ? undefined : orders),
    ),
  };
}

interface OrderRow {
  readonly audience: Audience;
  readonly first: string;
  readonly since: string;
  readonly tickets: number;
  readonly days: number;
}

function orderOf({ first, since, tickets, days }: OrderRow): LearnedOrder {
  return { first: JSON.parse(first) as string[], since, tickets, days };
}
