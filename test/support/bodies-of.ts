import { join } from 'node:path';
import { openDatabase } from '../../main/foundation/sqlite/open-database.ts';
import { HALL_FILE } from '../../main/hall/files.ts';
import type { EventBody, EventKind } from '../../main/hall/journal/event-catalogue.ts';

/** The bodies of all events of a kind in the hall's file in this folder, oldest first. */
export function bodiesOf<Kind extends EventKind>(folder: string, kind: Kind): EventBody<Kind>[] {
  const opened = openDatabase({ file: join(folder, HALL_FILE), readonly: true });
  if (!opened.ok) throw new Error(opened.error.kind);
  const bodies = opened.value
    .prepare('select cast(body as text) from event where kind = ? order by epoch, seq')
    .pluck()
    .all(kind) as string[];
  opened.value.close();
  return bodies.map((body) => JSON.parse(body) as EventBody<Kind>);
}
