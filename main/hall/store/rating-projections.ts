import type { Database } from '../../foundation/sqlite/open-database.ts';
import type { JournalEvent } from '../journal/journal-event.ts';

type EventOf<Kind extends JournalEvent['kind']> = Extract<JournalEvent, { kind: Kind }>;

/** What ratings do to the tables. */
export function ratingProjections(database: Database) {
  const insert = database.prepare(`insert into rating
      (ticket_id, day_id, rated_at, level, channel, service_code, counter_id)
    select ticket_id, day_id, @ratedAt, @level, @channel, service_code, counter_id
      from ticket where ticket_id = @ticketId`);
  return {
    'visit.rated': ({ body, atWall }: EventOf<'visit.rated'>): void => {
      const { ticketId, level, channel } = body;
      insert.run({ ticketId, level, channel, ratedAt: atWall });
    },
  };
}
