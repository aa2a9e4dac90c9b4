import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../../main/foundation/sqlite/migrate.ts';
import { hallMigrations } from '../../../main/hall/store/migrations.ts';
import { LIVE, WAITING } from '../../../main/hall/store/ticket-row.ts';
import { WAITING_COLUMNS } from '../../../main/hall/store/waiting-row.ts';

const database = new Database(':memory:');
migrate(database, hallMigrations);

const planOf = (sql: string): string[] =>
  database
    .prepare(`explain query plan ${sql}`)
    .all()
    .map((step) => (step as { detail: string }).detail);

test('who waits is read in order from the small index alone', () => {
  expect(planOf(`select ${WAITING_COLUMNS} from ticket where ${WAITING} order by issue_sequence`)).toEqual([
    'SEARCH ticket USING COVERING INDEX ticket_live (state=?)',
  ]);
});

test.each([
  `select count(*) from ticket where ${LIVE}`,
  `select * from ticket where ${LIVE} order by issue_sequence`,
  `select 1 from ticket where ${WAITING} and priority_class = 'ordinary'`,
  `select 1 from ticket where ${LIVE} and service_code = 'LN-01' and holder_vault_id = 'x'`,
])('no question of the moment reads the history: %s', (sql) => {
  expect(planOf(sql).filter((step) => !step.startsWith('USE TEMP B-TREE'))).toEqual([
    expect.stringMatching(/^SEARCH ticket USING (COVERING )?INDEX ticket_live \(state=\?\)$/),
  ]);
});
