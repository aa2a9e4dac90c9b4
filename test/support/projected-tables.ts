import type { Database } from '../../main/foundation/sqlite/open-database.ts';
import { PROJECTED_TABLES } from '../../main/hall/store/hall-tables.ts';

/** Every row of every table that is a view of the journal. */
export function projectedTables(database: Database): Record<string, unknown[]> {
  return Object.fromEntries(
    PROJECTED_TABLES.map((table) => [table, database.prepare(`select * from ${table} order by 1, 2`).all()]),
  );
}
