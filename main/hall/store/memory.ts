import type { Database } from '../../foundation/sqlite/open-database.ts';
import type { JournalEvent } from '../journal/journal-event.ts';
import { eventOrder, EVENTS_AN_EPOCH } from './event-order.ts';

/** What an event makes of a value that was right before it; undefined: read it anew. */
export type After<Value> = (value: Value, event: JournalEvent) => Value | undefined;

/** What every ticket asks of the tables, kept in memory between events. */
export interface Memory {
  /** Reads once, then only when an event has changed it. Asking costs one look at the journal's end. */
  keep<Value>(read: () => Value, after: After<Value>): () => Value;
  /** Every event passes by here once the tables have it. */
  note(event: JournalEvent): void;
}

interface Kept {
  note(event: JournalEvent): void;
  forget(): void;
}

/**
 * Nothing kept is ever older than the tables. Events are dense, so whoever has seen each one up to the journal's end knows
 * what the tables know; a transaction that was given up took events with it, and then the stored end lies before the last
 * event seen (asked at every reading), or the next event does not follow it. Either way all is forgotten.
 */
export function createMemory(database: Database): Memory {
  const end = database
    .prepare(`select epoch * ${EVENTS_AN_EPOCH} + head from stream order by epoch desc limit 1`)
    .pluck();
  const everything: Kept[] = [];
  let lastSeen = Number.NaN;

  const goOnFrom = (place: number): void => {
    lastSeen = place;
    for (const kept of everything) kept.forget();
  };
  return {
    keep: (read, after) => {
      let value: ReturnType<typeof read> | undefined;
      everything.push({
        note: (event) => (value = value && after(value, event)),
        forget: () => (value = undefined),
      });
      return () => {
        const place = end.get() as number;
        if (place !== lastSeen) goOnFrom(place);
        return (value ??= read());
      };
    },
    note: (event) => {
      const place = eventOrder(event);
      if (place !== lastSeen + 1) goOnFrom(place);
      lastSeen = place;
      for (const kept of everything) kept.note(event);
    },
  };
}
