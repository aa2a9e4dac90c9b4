import { z } from 'zod';
import type { RatingChannel, RatingLevel } from '../../../preload/contracts/rating.ts';
import type { Database } from '../../foundation/sqlite/open-database.ts';

export type RatingStore = ReturnType<typeof createRatingStore>;

/** How many ratings of one level came over one channel. */
export interface RatingCount {
  readonly level: RatingLevel;
  readonly channel: RatingChannel;
  readonly count: number;
}

const OF_DAYS = 'join service_day using (day_id) where date between ? and ?';

/** Reads of what visitors said. Days are those of the visits, both ends included. */
export function createRatingStore(database: Database) {
  const isRated = database.prepare('select exists (select 1 from rating where ticket_id = ?)').pluck();
  const counts = database.prepare(
    `select level, channel, count(*) as count from rating ${OF_DAYS} group by level, channel`,
  );
  const finished = database.prepare(`select count(*) from ticket ${OF_DAYS} and state = 'done'`).pluck();
  return {
    isRated: (ticketId: string): boolean => isRated.get(ticketId) === 1,
    counts: (from: string, to: string): RatingCount[] => counts.all(from, to) as RatingCount[],
    /** Visits that a counter finished. */
    finished: (from: string, to: string): number => z.int().parse(finished.get(from, to)),
  };
}
