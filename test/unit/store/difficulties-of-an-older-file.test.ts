import Sqlite from 'better-sqlite3';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../main/foundation/sqlite/open-database.ts';
import { HALL_FILE } from '../../../main/hall/files.ts';
import { LEDGER_TABLES } from '../../../main/hall/store/ledger-tables.ts';
import { hallMigrations } from '../../../main/hall/store/migrations.ts';
import { KIOSK, LEADER, TestHall } from '../../support/open-test-hall.ts';

const DAY_MS = 86_400_000;

test('difficulties of an older file are records of the ledger, just as a replay would make them', () => {
  const hall = new TestHall();
  const { difficultyId } = hall.must('reportDifficulty', { kind: 'hearing', counterId: '1' });
  hall.must('reportDifficulty', { kind: 'language' }, KIOSK);
  hall.clock.advance(DAY_MS);
  hall.must('issueTicket', { serviceCode: 'LN-01' });
  hall.must('settleDifficulty', { difficultyId, result: 'noted' }, LEADER);
  hall.close();
  const file = join(hall.folder, HALL_FILE);
  const records = 'select * from ledger_record order by place';
  const older = new Sqlite(file);
  const before = older.prepare(records).all();
  expect(before).toMatchObject([
    { number: 1, state: 'closed', opened_on: '2026-06-15', closed_on: '2026-06-16' },
    { number: 2, state: 'open', opened_by: null, closed_on: null },
  ]);
  for (const table of LEDGER_TABLES) older.exec(`drop table ${table}`);
  const version = hallMigrations.find(({ up }) => up.name === 'createLedgerTables')?.version ?? 0;
  older.pragma(`user_version = ${version - 1}`);
  older.close();
  const now = openDatabase({ file, migrations: hallMigrations.filter((one) => one.version <= version) });
  if (!now.ok) throw new Error(now.error.kind);
  onTestFinished(() => void now.value.close());
  expect(now.value.prepare(records).all()).toEqual(before);
});
