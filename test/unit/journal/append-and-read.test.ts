import { expect, test } from 'vitest';
import { createJournal, verifyJournal } from '../../../main/hall/journal/index.ts';
import type { JournalEvent } from '../../../main/hall/journal/index.ts';
import { fill, hallFile } from './hall-file.ts';

test('events are dense from 1, carry the day they belong to, and read back as they were stated', () => {
  const hall = hallFile();
  const { database, journal, clock } = hall;
  const [started, opened, counter] = database
    .transaction(() => [
      journal.append('hall.started', 1, { version: '0.1.0' }),
      journal.append('day.opened', 1, { date: '2026-03-02' }),
      journal.append('counter.opened', 1, { counterId: '3', services: ['LN-01'] }),
    ])
    .immediate();

  expect([started?.seq, opened?.seq, counter?.seq]).toEqual([1, 2, 3]);
  const events = journal.read({ afterSeq: 0, limit: 10 });
  expect(events.map(({ kind, dayId }) => [kind, dayId])).toEqual([
    ['hall.started', ''],
    ['day.opened', opened?.uid],
    ['counter.opened', opened?.uid],
  ]);
  expect(events[2]).toMatchObject({
    atWall: clock.nowMs(),
    bootId: 'boot-1',
    skewMs: null,
    body: { counterId: '3', services: ['LN-01'] },
  });
  expect(journal.head()).toMatchObject({ epoch: 1, seq: 3, dayId: opened?.uid });
  expect(verifyJournal(database)).toMatchObject({ ok: true, events: 3, epochs: 1, head: { seq: 3 } });
});

test('a page of events begins after the place that was asked for', () => {
  const hall = hallFile();
  fill(hall, 5);
  expect(hall.journal.read({ afterSeq: 2, limit: 2 }).map(({ seq }) => seq)).toEqual([3, 4]);
});

test('a transaction that is given up leaves no event and no hole', () => {
  const hall = hallFile();
  fill(hall, 2);
  const { database, journal } = hall;
  const givenUp = database.transaction(() => {
    journal.append('counter.paused', 1, { counterId: '1', reason: 'meal' });
    throw new Error('changed our mind');
  });
  expect(() => givenUp.immediate()).toThrow('changed our mind');
  fillOneMore(hall);
  expect(journal.read({ afterSeq: 0, limit: 10 }).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(verifyJournal(database).ok).toBe(true);
});

function fillOneMore({ database, journal }: ReturnType<typeof hallFile>): void {
  database.transaction(() => journal.append('counter.closed', 1, { counterId: '1' })).immediate();
}

test('outside a transaction nothing can be appended', () => {
  const { journal } = hallFile();
  expect(() => journal.append('hall.started', 1, { version: '0.1.0' })).toThrow('inside a transaction');
});

test('a field that the catalogue does not name is refused, so a name has no way in', () => {
  const { database, journal } = hallFile();
  const body = { counterId: '1', reason: 'meal', note: '张三丰' } as const;
  expect(() => database.transaction(() => journal.append('counter.paused', 1, body))()).toThrow('note');
  expect(verifyJournal(database).events).toBe(0);
});

test('a started service goes on where the last one stopped, in the same day', () => {
  const hall = hallFile();
  fill(hall, 3);
  const { database, clock } = hall;
  const restarted = createJournal({ database, clock, bootId: 'boot-2', skewMs: () => -250 });
  const { dayId } = restarted.head();
  database.transaction(() => restarted.append('hall.started', 1, { version: '0.1.1' })).immediate();
  expect(restarted.read({ afterSeq: 3, limit: 1 })[0]).toMatchObject({
    seq: 4,
    dayId,
    bootId: 'boot-2',
    skewMs: -250,
  });
  expect(dayId).not.toBe('');
  expect(verifyJournal(database).ok).toBe(true);
});

test('a view that fails takes the event with it', () => {
  const { database, journal } = hallFile({
    project: () => {
      throw new Error('no such ticket');
    },
  });
  expect(() => database.transaction(() => journal.append('hall.started', 1, { version: '1' }))()).toThrow();
  expect(journal.head().seq).toBe(0);
});

test('tables built from a replay are the tables that were built while it happened', () => {
  const database = { current: undefined as ReturnType<typeof hallFile>['database'] | undefined };
  const count = (event: JournalEvent): void => {
    if (event.kind !== 'counter.opened') return;
    database.current
      ?.prepare(
        `insert into openings values (?, 1, ?)
         on conflict (counter) do update set times = times + 1, last_at = excluded.last_at`,
      )
      .run(event.body.counterId, event.atWall);
  };
  const hall = hallFile({ project: count });
  database.current = hall.database;
  hall.database.exec('create table openings (counter text primary key, times integer, last_at integer)');
  const openings = () => hall.database.prepare('select * from openings order by counter').all();

  fill(hall, 1_203); // more than two pages of a replay
  const lived = openings();
  expect(lived).toHaveLength(9);

  hall.database
    .transaction(() => {
      hall.database.exec('delete from openings');
      hall.journal.replay(count);
    })
    .immediate();
  expect(openings()).toEqual(lived);
});
