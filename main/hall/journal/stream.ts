import type { Database } from 'better-sqlite3';
import { NO_PREDECESSOR, SHA_256 } from './seal.ts';

/** An epoch is one unbroken history. The first opens by itself; a later one opens when histories disagree. */
export function openFirstEpoch(database: Database, openedBy: string): void {
  database
    .prepare(
      `insert into stream (epoch, algorithm, head, head_hash, acked, acked_hash, opened_by)
       select 1, ?, 0, ?, 0, ?, ? where not exists (select 1 from stream)`,
    )
    .run(SHA_256, NO_PREDECESSOR, NO_PREDECESSOR, openedBy);
}
