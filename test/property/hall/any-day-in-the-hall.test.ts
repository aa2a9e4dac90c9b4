import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ManualClock } from '../../../main/foundation/clock.ts';
import { openDatabase } from '../../../main/foundation/sqlite/open-database.ts';
import { createJournal, verifyJournal } from '../../../main/hall/journal/index.ts';
import { createMemory } from '../../../main/hall/store/memory.ts';
import { hallMigrations } from '../../../main/hall/store/migrations.ts';
import { createProjector, emptyProjections } from '../../../main/hall/store/projections.ts';
import { HALL_FILE } from '../../../main/hall/files.ts';
import { isFinalTicketState } from '../../../preload/contracts/ticket-state.ts';
import { projectedTables } from '../../support/projected-tables.ts';
import { makeFolder } from '../../support/services/service-under-test.ts';
import { HallDays } from './hall-days.ts';
import { someHistory, someRule, type Happening } from './happenings.ts';

/** The same histories in every run; a thousand of other seeds were lived through when this was written. */
const LOOK_EVERY = 4;
const RUNS = { numRuns: 60, seed: 20_260_615 };

type Rule = ConstructorParameters<typeof HallDays>[1];

/** Lives through the history and looks at what is left; the folder goes away whatever comes of it. */
function afterHistory(
  rule: Rule,
  history: readonly Happening[],
  look: (days: HallDays, folder: string) => void,
): void {
  const { folder, remove } = makeFolder();
  const days = new HallDays(folder, rule);
  try {
    for (const [index, happening] of history.entries()) {
      days.live(happening);
      // Not after each: what is kept in memory must be right also when nobody looked in between.
      if (index % LOOK_EVERY === 0) expectPagesToAgree(days);
    }
    expectPagesToAgree(days);
    look(days, folder);
  } finally {
    days.close();
    remove();
  }
}

const holds = (look: (days: HallDays, folder: string) => void): void =>
  fc.assert(
    fc.property(someRule, someHistory, (rule, history) => afterHistory(rule, history, look)),
    RUNS,
  );

/** Tickets and counters as pages see them say the same of each other. */
function expectPagesToAgree({ hall }: HallDays): void {
  const { hall: view, tickets, counters, order } = hall.hall.snapshot();
  const waiting = tickets.filter(({ state }) => state === 'waiting');
  expect(view.waiting).toBe(waiting.length);
  expect([...order.numbers].sort()).toEqual(waiting.map(({ number }) => number).sort());
  expect(new Set(tickets.map(({ number }) => number)).size).toBe(tickets.length);
  const atCounters = tickets.filter(({ state }) => state === 'called' || state === 'serving');
  const seated = counters.flatMap(({ counterId, ticketId }) =>
    ticketId === null ? [] : [{ counterId, ticketId }],
  );
  const byTicket = (one: { ticketId: string }, other: { ticketId: string }): number =>
    one.ticketId < other.ticketId ? -1 : 1;
  expect(seated.sort(byTicket)).toEqual(
    atCounters.map(({ ticketId, counterId }) => ({ counterId, ticketId })).sort(byTicket),
  );
}

interface Ticket {
  readonly ticketId: string;
  readonly dayId: string;
  readonly number: string;
  readonly state: 'waiting';
  readonly missed: number;
}
const ticketsOf = (days: HallDays): Ticket[] =>
  days.rows<Ticket>(
    'select ticket_id as ticketId, day_id as dayId, number, state, missed_count as missed from ticket order by issue_sequence',
  );

test('a number is given once in a service day, without holes, whatever restarts and clocks do', () => {
  holds((days) => {
    const tickets = ticketsOf(days);
    const places = tickets.map(({ dayId, number }) => `${dayId} ${number}`);
    expect(new Set(places).size).toBe(places.length);
    const last = new Map<string, number>();
    for (const { dayId, number } of tickets) {
      const series = `${dayId} ${number[0]}`;
      const ordinal = Number(number.slice(1));
      expect(ordinal).toBe((last.get(series) ?? 0) + 1);
      last.set(series, ordinal);
    }
    const dates = days.rows<{ date: string }>(
      "select json_extract(cast(body as text), '$.date') as date from event where kind = 'day.opened' order by epoch, seq",
    );
    expect(dates.map(({ date }) => date)).toEqual([...new Set(dates.map(({ date }) => date))].sort());
  });
});

test('nobody is lost: everybody who was told a number is there, and whoever waits is called in the end', () => {
  holds((days) => {
    const stored = new Set(ticketsOf(days).map(({ ticketId }) => ticketId));
    for (const { operation, answer } of days.sent) {
      if (operation !== 'issueTicket' || !answer.ok) continue;
      expect(stored.has((answer.value as { ticketId: string }).ticketId)).toBe(true);
    }
    callEverybody(days);
    const open = ticketsOf(days).filter(
      ({ state }) => !isFinalTicketState(state) && String(state) !== 'missed',
    );
    expect(open).toEqual([]);
  });
});

function callEverybody(days: HallDays): void {
  for (let turn = 0; turn < 200; turn += 1) {
    const { tickets, counters } = days.hall.hall.snapshot();
    for (const { ticketId, state, forCounterId } of tickets) {
      // Who waits for a counter that is away is called once it is closed.
      if (state === 'waiting' && forCounterId !== null)
        days.send('closeCounter', { counterId: forCounterId });
      if (state === 'called') days.send('startService', { ticketId });
      if (['called', 'serving', 'parked'].includes(state))
        days.send('finishService', { ticketId, endVisit: true });
    }
    if (counters.every(({ state }) => state !== 'open')) days.send('openCounter', { counterId: '1' });
    const open = days.hall.hall.snapshot().counters.find(({ state }) => state === 'open');
    if (open?.services.length !== 0)
      days.send('assignServices', { counterId: open?.counterId ?? '1', services: [] });
    days.send('callNext', { counterId: open?.counterId ?? '1' });
    const error = days.sent.at(-1)?.answer;
    if (error?.ok !== false) continue;
    // Who came for several matters is still being served when nobody waits any more.
    const isOver = days.hall.hall.snapshot().tickets.every(({ state }) => state === 'missed');
    if (error.error.kind === 'absurd-clock' || (error.error.kind === 'nobody-waiting' && isOver)) return;
  }
  throw new Error('The queue does not end');
}

test('nobody’s turn comes twice, unless missed and back, passed on, or taken back', () => {
  holds((days) => {
    const timesOf = (kind: string, where = 'true'): Map<string, number> =>
      new Map(
        days
          .rows<{ ticketId: string; count: number }>(
            `select json_extract(cast(body as text), '$.ticketId') as ticketId, count(*) as count
               from event where kind = '${kind}' and ${where} group by 1`,
          )
          .map(({ ticketId, count }) => [ticketId, count]),
      );
    const again = [
      timesOf('ticket.returned'),
      timesOf('ticket.transferred'),
      timesOf('step.undone'),
      timesOf('ticket.matter-finished', "not json_extract(cast(body as text), '$.stays')"),
    ];
    const itsTurn = "json_extract(cast(body as text), '$.why') is null";
    for (const [ticketId, count] of timesOf('ticket.called', itsTurn)) {
      const allowed = again.reduce((sum, times) => sum + (times.get(ticketId) ?? 0), 1);
      expect(count).toBeLessThanOrEqual(allowed);
    }
  });
});

const idsOf = (rows: readonly { ticketId: string }[]): string[] =>
  rows.map(({ ticketId }) => ticketId).sort();

test('one visit has one rating at most, the first one, and a case where it is bad', () => {
  let seen = 0;
  holds((days) => {
    const ratings = days.rows<{ ticketId: string; level: number; finished: number | null }>(
      `select rating.ticket_id as ticketId, level, finished_at as finished
         from rating join ticket using (ticket_id) where state = 'done'`,
    );
    const told = days.sent.filter(({ operation, answer }) => operation === 'rateVisit' && answer.ok);
    const first = new Map(
      told.map(({ input }) => {
        const { ticketId, level } = input as unknown as { ticketId: string; level: number };
        return [ticketId, level];
      }),
    );
    expect(told).toHaveLength(first.size);
    expect(new Map(ratings.map(({ ticketId, level }) => [ticketId, level]))).toEqual(first);
    expect(ratings.every(({ finished }) => finished !== null)).toBe(true);
    const cases = days.rows<{ ticketId: string }>('select ticket_id as ticketId from rating_case');
    const low = ratings.filter(({ level }) => level <= 2);
    expect(idsOf(cases)).toEqual(idsOf(low));
    seen += ratings.length;
  });
  expect(seen).toBeGreaterThan(10);
});

test('a call for help is carried on to the supervisors at most once, and never after it was answered or over', () => {
  let seen = 0;
  holds((days) => {
    const facts = days.rows<{ kind: string; helpId: string }>(
      `select kind, json_extract(cast(body as text), '$.helpId') as helpId
         from event where kind like 'help.%' order by epoch, seq`,
    );
    const asked = new Set<string>();
    for (const { kind, helpId } of facts) {
      if (kind === 'help.asked') asked.add(helpId);
      if (kind === 'help.escalated') expect(asked.delete(helpId)).toBe(true);
      if (kind === 'help.answered' || kind === 'help.ended') asked.delete(helpId);
    }
    seen += facts.filter(({ kind }) => kind === 'help.escalated').length;
  });
  expect(seen).toBeGreaterThan(10);
});

test('the chain is whole, and its replay builds the very same tables', () => {
  holds((days, folder) => {
    days.hall.close();
    const opened = openDatabase({ file: join(folder, HALL_FILE), migrations: hallMigrations });
    if (!opened.ok) throw new Error(opened.error.kind);
    const database = opened.value;
    try {
      expect(verifyJournal(database).ok).toBe(true);
      const before = projectedTables(database);
      database
        .transaction(() => {
          emptyProjections(database);
          expect(projectedTables(database)['ticket']).toEqual([]);
          const journal = createJournal({
            database,
            clock: new ManualClock('2026-06-15T09:00:00Z'),
            bootId: 'replay',
          });
          journal.replay(createProjector(database, createMemory(database)));
        })
        .immediate();
      expect(projectedTables(database)).toEqual(before);
    } finally {
      database.close();
    }
    days.hall.restart();
  });
});
