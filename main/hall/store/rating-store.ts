import type { Database } from '../../foundation/sqlite/open-database.ts';

export type RatingStore = ReturnType<typeof createRatingStore>;

/** Reads of what visitors said. */
export function createRatingStore(database: Database) {
  const isRated = database.prepare('select exists (select 1 from rating where ticket_id = ?)').pluck();
  return {
    isRated: (ticketId: string): boolean => isRated.get(ticketId) === 1,
  };
}
