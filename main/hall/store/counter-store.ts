import { z } from 'zod';
import type { Database } from '../../foundation/sqlite/open-database.ts';

const ServiceCodes = z.array(z.string());
const CounterRowSchema = z
  .object({
    counter_id: z.string(),
    state: z.enum(['closed', 'open', 'paused']),
    services: z.string(),
    ticket_id: z.string().nullable(),
  })
  .transform((row) => ({
    counterId: row.counter_id,
    state: row.state,
    /** Empty = all services. */
    services: ServiceCodes.parse(JSON.parse(row.services)),
    ticketId: row.ticket_id,
  }));

export type CounterRow = z.output<typeof CounterRowSchema>;
export type CounterStore = ReturnType<typeof createCounterStore>;

/** Reads of the counter table: who sits where, and whom they have. */
export function createCounterStore(database: Database) {
  const columns = 'counter_id, state, services, ticket_id';
  const byId = database.prepare(`select ${columns} from counter where counter_id = ?`);
  const all = database.prepare(`select ${columns} from counter`);
  return {
    byId: (counterId: string): CounterRow | undefined => {
      const row = byId.get(counterId);
      return row === undefined ? undefined : CounterRowSchema.parse(row);
    },
    all: (): CounterRow[] => all.all().map((row) => CounterRowSchema.parse(row)),
  };
}
