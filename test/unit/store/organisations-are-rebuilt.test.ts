import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ManualClock } from '../../../main/foundation/clock.ts';
import { openDatabase } from '../../../main/foundation/sqlite/open-database.ts';
import { HALL_FILE } from '../../../main/hall/files.ts';
import { createJournal } from '../../../main/hall/journal/index.ts';
import { createMemory } from '../../../main/hall/store/memory.ts';
import { hallMigrations } from '../../../main/hall/store/migrations.ts';
import { ORGANISATION_TABLES } from '../../../main/hall/store/organisation-tables.ts';
import { createProjector, emptyProjections } from '../../../main/hall/store/projections.ts';
import { TestHall } from '../../support/open-test-hall.ts';
import { CHESS_CLUB, HELPERS } from '../../support/organisations.ts';
import { projectedTables } from '../../support/projected-tables.ts';

/** Every kind of fact of the register: an organisation that lives, one that ends, and its name given anew. */
function aYear(hall: TestHall): void {
  const { organisationId } = hall.must('fileOrganisation', CHESS_CLUB);
  const holder = { name: '测试丙', phone: '13912341234' };
  const agreedOn = '2026-06-15';
  hall.must('changeOrganisation', { organisationId, change: { kind: 'leader', agreedOn }, holder });
  const moved = { kind: 'address', agreedOn } as const;
  hall.must('changeOrganisation', { organisationId, change: moved, holder: { address: '梅林路2号' } });
  const change = { kind: 'purpose', agreedOn, purpose: '下棋。' } as const;
  hall.must('changeOrganisation', { organisationId, change, receivedOn: agreedOn });
  const report = { of: 'period', to: 'committee', period: '2027-06-15' } as const;
  hall.must('noteOrganisationReport', { organisationId, report });
  const { organisationId: other } = hall.must('fileOrganisation', HELPERS);
  const end = { kind: 'dissolution', liquidationEndedOn: agreedOn } as const;
  const { changeId } = hall.must('changeOrganisation', { organisationId: other, change: end });
  hall.must('noteOrganisationReport', { organisationId: other, report: { of: 'change', changeId } });
  hall.must('fileOrganisation', HELPERS);
}

test('a replay of the journal rebuilds the register of organisations to the letter', () => {
  const hall = new TestHall();
  aYear(hall);
  hall.close();
  const opened = openDatabase({ file: join(hall.folder, HALL_FILE), migrations: hallMigrations });
  if (!opened.ok) throw new Error(opened.error.kind);
  const database = opened.value;
  onTestFinished(() => void database.close());
  const before = projectedTables(database);
  for (const table of ORGANISATION_TABLES) expect(before[table], table).not.toEqual([]);
  const project = createProjector(database, createMemory(database));
  const journal = createJournal({
    database,
    clock: new ManualClock('2026-06-15T10:00:00+08:00'),
    bootId: 'replay',
  });
  database
    .transaction(() => {
      emptyProjections(database);
      journal.replay(project);
    })
    .immediate();
  expect(projectedTables(database)).toEqual(before);
});
