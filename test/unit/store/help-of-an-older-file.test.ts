import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../main/foundation/sqlite/open-database.ts';
import { createAssistStore } from '../../../main/hall/store/assist-store.ts';
import { hallMigrations } from '../../../main/hall/store/migrations.ts';
import { temporaryFolder } from '../../support/open-test-hall.ts';

it('a call for help in a file of an older program is read as one that was never carried on', () => {
  const file = join(temporaryFolder(), 'hall.sqlite');
  const older = openDatabase({ file, migrations: hallMigrations.filter(({ version }) => version === 1) });
  if (!older.ok) throw new Error(older.error.kind);
  older.value
    .prepare(
      `insert into help (help_id, day_id, kind, counter_id, place, asked_at, wanted)
         values ('one', 'today', 'visitor', null, 'K1', 1, null)`,
    )
    .run();
  older.value.close();
  const now = openDatabase({ file, migrations: hallMigrations });
  if (!now.ok) throw new Error(now.error.kind);
  expect(createAssistStore(now.value).openHelp('today')).toMatchObject([
    { helpId: 'one', place: 'K1', escalatedAtMs: null },
  ]);
  now.value.close();
});
