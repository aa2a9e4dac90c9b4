import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../main/foundation/sqlite/open-database.ts';
import { HALL_FILE } from '../../../main/hall/files.ts';
import { createJournal } from '../../../main/hall/journal/index.ts';
import { CARE_TABLES } from '../../../main/hall/store/care-tables.ts';
import { ELDER_TABLES } from '../../../main/hall/store/elder-tables.ts';
import { createMemory } from '../../../main/hall/store/memory.ts';
import { hallMigrations } from '../../../main/hall/store/migrations.ts';
import { createProjector, emptyProjections } from '../../../main/hall/store/projections.ts';
import { ManualClock } from '../../../main/foundation/clock.ts';
import { elderBorn, elderCsv, stopCsv } from '../../support/elder-list.ts';
import { KIOSK, LEADER, SUPERVISOR, TestHall } from '../../support/open-test-hall.ts';
import { projectedTables } from '../../support/projected-tables.ts';

const PAID = { ...elderBorn('1946-06-20', 51), benefits: '高龄津贴' };
const OFFERED = { ...elderBorn('1956-06-20', 52), phone: '13812341234' };
const holderOf = ({ name, idNumber }: { name: string; idNumber: string }) => ({ name, idNumber });

/** Every kind of fact of elders and visits, once. */
function aFullDay(hall: TestHall): void {
  for (const adds of [false, false])
    hall.must('importBeneficiaries', { content: elderCsv(PAID, OFFERED), adds }, LEADER);
  const idOf = (person: typeof PAID | typeof OFFERED) =>
    hall.must('findBeneficiary', { holder: holderOf(person) }).beneficiaryId;
  hall.must('exportReminders', { reason: 'tell-of-first-tier' }, LEADER);
  hall.must('answerOffer', { holder: holderOf(OFFERED), answer: 'agreed' }, KIOSK);
  hall.must('acceptOffer', { beneficiaryId: idOf(OFFERED) });
  hall.must('confirmTierChange', { beneficiaryId: idOf(PAID), on: '2026-06-20' }, LEADER);
  const { certificationId } = hall.must('certifyInPerson', { holder: holderOf(PAID) }, KIOSK);
  hall.must('confirmCertification', { certificationId, agrees: true }, SUPERVISOR);
  const content = stopCsv({ idNumber: PAID.idNumber, cause: 'died' });
  hall.must('importStopList', { content }, LEADER);
  const [task] = hall.must('stopTasks', {}).tasks;
  hall.must('decideStopTask', { taskId: task?.taskId ?? '', decision: 'another-person' }, LEADER);
  const holder = { ...holderOf(OFFERED), phone: '13812341234' };
  const care = { holder, category: 'livingAlone', wish: 'visit', consent: true } as const;
  const { careId } = hall.must('registerCareVisit', care);
  hall.must('followCareVisit', { careId, outcome: 'visited', nextOn: '2026-07-01' });
  const visit = { holder, purpose: 'certification', date: '2026-05-21', part: 'morning' } as const;
  hall.must('endHomeVisit', { visitId: hall.must('bookHomeVisit', visit).visitId, outcome: 'done' });
}

test('a replay of the journal rebuilds lists, checks, answers, tasks and visits to the letter', () => {
  const hall = new TestHall({ start: '2026-05-20T09:00:00+08:00' });
  aFullDay(hall);
  hall.close();
  const opened = openDatabase({ file: join(hall.folder, HALL_FILE), migrations: hallMigrations });
  if (!opened.ok) throw new Error(opened.error.kind);
  const database = opened.value;
  onTestFinished(() => void database.close());
  const before = projectedTables(database);
  for (const table of [...ELDER_TABLES, ...CARE_TABLES]) expect(before[table], table).not.toEqual([]);
  const project = createProjector(database, createMemory(database));
  const journal = createJournal({
    database,
    clock: new ManualClock('2026-05-20T10:00:00+08:00'),
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
