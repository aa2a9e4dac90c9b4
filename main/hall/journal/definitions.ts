import Database from 'better-sqlite3';
import { createJournalTables } from './tables.ts';

type Definition = readonly [type: string, name: string, table: string, sql: string | null];

/** SQLite's own list, which no index or seal covers. */
const definitionsIn = (database: Database.Database): Definition[] =>
  database
    .prepare(
      "select type, name, tbl_name, sql from sqlite_schema where name not like 'sqlite_%' order by name",
    )
    .raw()
    .all() as Definition[];

/**
 * The first table or trigger of the journal that the file does not define as this program does, to the letter; undefined
 * when all are. A trigger that is gone lets a wrong program change the past.
 */
export function damagedDefinition(database: Database.Database): string | undefined {
  const written = new Set(definitionsIn(database).map((definition) => JSON.stringify(definition)));
  const model = new Database(':memory:');
  try {
    createJournalTables(model);
    return definitionsIn(model).find((definition) => !written.has(JSON.stringify(definition)))?.[1];
  } finally {
    model.close();
  }
}
