import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../main/foundation/sqlite/open-database.ts';
import { HALL_FILE } from '../../../main/hall/files.ts';
import { createJournal } from '../../../main/hall/journal/index.ts';
import { createMemory } from '../../../main/hall/store/memory.ts';
import { hallMigrations } from '../../../main/hall/store/migrations.ts';
import { createProjector, emptyProjections } from '../../../main/hall/store/projections.ts';
import { ManualClock } from '../../../main/foundation/clock.ts';
import { elderBorn } from '../../support/elder-list.ts';
import { TestHall } from '../../support/open-test-hall.ts';
import { projectedTables } from '../../support/projected-tables.ts';

const DAY_MS = 86_400_000;

/** Every kind of fact of bookings, once: of four people one came, one gave up, one moved, one was forgotten. */
function someDays(hall: TestHall): void {
  const book = (person: number, slotId: string): string => {
    const { name, idNumber } = elderBorn('1946-06-20', person);
    const wish = { serviceCode: 'LN-10', slotId, channel: 'telephone' } as const;
    return hall.must('bookAppointment', { ...wish, holder: { name, idNumber } }).appointmentId;
  };
  const came = book(71, '2026-06-16T09:00');
  hall.must('cancelAppointment', { appointmentId: book(72, '2026-06-16T09:00') });
  hall.must('moveAppointment', { appointmentId: book(73, '2026-06-16T09:30'), slotId: '2026-06-18T10:00' });
  book(74, '2026-06-16T10:00');
  hall.clock.advance(DAY_MS);
  hall.restart();
  hall.must('issueTicket', { serviceCode: 'LN-10', appointmentId: came });
  hall.clock.advance(DAY_MS);
  hall.restart();
  hall.must('issueTicket', { serviceCode: 'LN-01' });
}

test('a replay of the journal rebuilds every booking to the letter', () => {
  const hall = new TestHall({ start: '2026-06-15T09:00:00+08:00' });
  someDays(hall);
  hall.close();
  const opened = openDatabase({ file: join(hall.folder, HALL_FILE), migrations: hallMigrations });
  if (!opened.ok) throw new Error(opened.error.kind);
  const database = opened.value;
  onTestFinished(() => void database.close());
  const before = projectedTables(database);
  const states = database.prepare('select state from appointment order by book_order').pluck().all();
  expect(states).toEqual(['checked-in', 'cancelled', 'booked', 'missed']);
  const project = createProjector(database, createMemory(database));
  const clock = new ManualClock('2026-06-17T10:00:00+08:00');
  const journal = createJournal({ database, clock, bootId: 'replay' });
  database
    .transaction(() => {
      emptyProjections(database);
      journal.replay(project);
    })
    .immediate();
  expect(projectedTables(database)).toEqual(before);
});
