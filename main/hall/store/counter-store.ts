import type { CounterView } from '../../../preload/contracts/hall-operations.ts';
import type { Database } from '../../foundation/sqlite/open-database.ts';

/** A counter as its events left it. */
export interface CounterRow {
  readonly counterId: string;
  readonly state: CounterView['state'];
  /** Empty = all services. */
  readonly services: readonly string[];
  readonly ticketId: string | null;
}

/** Read at every ticket, so mapped and not parsed: only the projections write it, from events that were parsed. */
type Columns = readonly [
  counterId: string,
  state: CounterView['state'],
  services: string,
  ticketId: string | null,
];

export type CounterStore = ReturnType<typeof createCounterStore>;

/** Reads of the counter table: who sits where, and whom they have. */
export function createCounterStore(database: Database) {
  const columns = 'counter_id, state, services, ticket_id';
  const byId = database.prepare(`select ${columns} from counter where counter_id = ?`).raw();
  const all = database.prepare(`select ${columns} from counter`).raw();
  return {
    byId: (counterId: string): CounterRow | undefined => {
      const row = byId.get(counterId) as Columns | undefined;
      return row && counterRow(row);
    },
    all: (): CounterRow[] => (all.all() as Columns[]).map(counterRow),
  };
}

function counterRow([counterId, state, services, ticketId]: Columns): CounterRow {
  return { counterId, state, services: JSON.parse(services) as string[], ticketId };
}
