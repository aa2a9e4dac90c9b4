import type { Database } from '../../foundation/sqlite/open-database.ts';
import type { JournalEvent } from '../journal/journal-event.ts';

type Learned = Extract<JournalEvent, { kind: 'service-order.learned' }>;

/** The newest order of an audience replaces the one before; the journal keeps them all. */
export function serviceOrderProjection(database: Database) {
  const write = database.prepare(`insert into service_order (audience, first, day_id, tickets, days)
    values (@audience, @first, @dayId, @tickets, @days)
    on conflict do update set first = excluded.first, day_id = excluded.day_id, tickets = excluded.tickets,
      days = excluded.days`);
  return {
    'service-order.learned': ({ dayId, body: { audience, first, tickets, days } }: Learned): void =>
      void write.run({ audience, first: JSON.stringify(first), dayId, tickets, days }),
  };
}
