import { z } from 'zod';
import type { Database } from '../../foundation/sqlite/open-database.ts';

const Tally = z.array(z.object({ word: z.string(), count: z.int() }));

/** How often each word of a query (`word`, `count`) stands between two dates, both included. */
export function tallyOf(
  database: Database,
  text: string,
): (from: string, to: string) => Record<string, number> {
  const statement = database.prepare(text);
  return (from, to) =>
    Object.fromEntries(Tally.parse(statement.all({ from, to })).map(({ word, count }) => [word, count]));
}
