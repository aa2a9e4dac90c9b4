import type { PriorityClass } from '../../../preload/contracts/priority.ts';
import type { Database } from '../../foundation/sqlite/open-database.ts';

export interface CallRow {
  readonly callSequence: number;
  readonly ticketId: string;
  readonly counterId: string;
  readonly calledAtMs: number;
  readonly recall: boolean;
  readonly number: string;
  readonly priorityClass: PriorityClass;
}

/** As many as the largest hall display lists. */
const LAST_CALLS = 12;

export type CallStore = ReturnType<typeof createCallStore>;

/**
 * The calls of the day, newest first, one row a ticket. Who waits again or gave up is called by nobody any more: no stage
 * that still has the call in its queue may put it up.
 */
export function createCallStore(database: Database) {
  const last = database.prepare(`
    select last.*, number, priority_class as priorityClass
      from (select max(call_sequence) as callSequence, ticket_id as ticketId, counter_id as counterId,
                   called_at as calledAtMs, recall
              from (select * from call where day_id = ? order by call_sequence desc limit ${LAST_CALLS * 3})
             group by ticket_id order by 1 desc limit ${LAST_CALLS}) as last
      join ticket on ticket_id = ticketId
     where state not in ('waiting', 'cancelled', 'lapsed') order by callSequence desc`);
  return {
    lastOfDay: (dayId: string): CallRow[] =>
      (last.all(dayId) as (Omit<CallRow, 'recall'> & { recall: number })[]).map((row) => ({
        ...row,
        recall: row.recall === 1,
      })),
  };
}
