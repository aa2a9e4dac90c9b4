import type { CounterView } from '../../../preload/contracts/hall-operations.ts';
import type { Database } from '../../foundation/sqlite/open-database.ts';
import type { JournalEvent } from '../journal/journal-event.ts';
import type { Memory } from './memory.ts';

/** A counter as its events left it. */
export interface CounterRow {
  readonly counterId: string;
  readonly state: CounterView['state'];
  /** Empty = all services. */
  readonly services: readonly string[];
  readonly ticketId: string | null;
  /** Null unless it is paused. */
  readonly pauseReason: CounterView['pauseReason'];
  /** Who opened it. */
  readonly staffNumber: string | null;
}

/** Mapped and not parsed: only the projections write it, from events that were parsed. */
type Columns = readonly [
  counterId: string,
  state: CounterView['state'],
  services: string,
  ticketId: string | null,
  pauseReason: CounterView['pauseReason'],
  staffNumber: string | null,
];

/** Who sits where and for what, whoever is with them. */
export type Desk = Pick<CounterRow, 'counterId' | 'state' | 'services' | 'staffNumber'>;

export type CounterStore = ReturnType<typeof createCounterStore>;

/** Reads of the counter table: who sits where, and whom they have. */
export function createCounterStore(database: Database, memory: Memory) {
  const columns = 'counter_id, state, services, ticket_id, pause_reason, staff_number';
  const byId = database.prepare(`select ${columns} from counter where counter_id = ?`).raw();
  const all = database.prepare(`select ${columns} from counter`).raw();
  const readAll = (): CounterRow[] => (all.all() as Columns[]).map(counterRow);
  const desks = memory.keep<ReadonlyMap<string, Desk>>(
    () =>
      new Map(
        readAll().map(({ counterId, state, services, staffNumber }) => [
          counterId,
          { counterId, state, services, staffNumber },
        ]),
      ),
    (known, event) => (changesDesks(event) ? undefined : known),
  );
  return {
    byId: (counterId: string): CounterRow | undefined => {
      const row = byId.get(counterId) as Columns | undefined;
      return row && counterRow(row);
    },
    all: readAll,
    /** All desks by counter id. */
    desks,
    /** Where this person of staff sits now; undefined when they have no counter open. */
    deskOf: (staffNumber: string): Desk | undefined =>
      [...desks().values()].find((desk) => desk.state !== 'closed' && desk.staffNumber === staffNumber),
  };
}

function changesDesks({ kind }: JournalEvent): boolean {
  return kind.startsWith('counter.') || kind === 'day.opened';
}

function counterRow([counterId, state, services, ticketId, pauseReason, staffNumber]: Columns): CounterRow {
  return { counterId, state, services: JSON.parse(services) as string[], ticketId, pauseReason, staffNumber };
}
