import type { Database } from '../../../foundation/sqlite/open-database.ts';
import type { HallContext } from '../hall-context.ts';

/**
 * Destroys the keys of lists that were replaced: their people can never be read again. At the hall's start, so that the
 * parts of a list that come in one by one still recognise who stood on the list before. The fact is written first; a
 * power cut between the two leaves the key, and the next start destroys it.
 */
export function eraseReplacedLists(database: Database, { stores, journal, vault }: HallContext): void {
  if (vault === undefined) return;
  for (const erasedDayId of stores.elders.readableReplacedLists()) {
    database.transaction(() => journal.append('person.day-erased', 1, { erasedDayId })).immediate();
    vault.eraseDay(erasedDayId);
  }
}
