import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { migrate } from '../../../main/foundation/sqlite/migrate.ts';
import { HALL_FILE } from '../../../main/hall/files.ts';
import { formatNumber } from '../../../main/hall/domain/number-series.ts';
import { uuidText, uuidV7 } from '../../../main/hall/journal/uuid.ts';
import { eventOrder } from '../../../main/hall/store/event-order.ts';
import { hallMigrations } from '../../../main/hall/store/migrations.ts';
import { EventWriter } from './event-writer.ts';
import { pastDays, type PastDay, type PastVisit } from './past-days.ts';
import { prepareTables, type Tables } from './tables.ts';

const SERIES = 'C';

/**
 * A hall's file with so many served tickets of past days: the journal as the hall writes it (issued, called, started,
 * finished, each sealed), the tables as its projections leave them, and yesterday's remembered answers.
 */
export function writeHistory(dataDirectory: string, tickets: number): void {
  mkdirSync(dataDirectory, { recursive: true });
  const database = new Database(join(dataDirectory, HALL_FILE));
  database.pragma('journal_mode = off');
  database.pragma('synchronous = off');
  migrate(database, hallMigrations);
  const events = new EventWriter(database);
  const tables = prepareTables(database);
  database.transaction(() => {
    for (const day of pastDays(tickets)) writeDay(events, tables, day);
    tables.measureServices.run();
    events.finish();
  })();
  database.close();
}

function writeDay(events: EventWriter, tables: Tables, day: PastDay): void {
  events.write('day.opened', day.openedAt, { date: day.date });
  const { dayId } = events;
  tables.openDay(dayId, day.date);
  for (const visit of day.visits) writeVisit(events, tables, visit);
  tables.useNumbers.run(dayId, SERIES, day.visits.length);
}

function writeVisit(events: EventWriter, tables: Tables, visit: PastVisit): void {
  const { counterId, serviceCode } = visit;
  const ticketId = uuidText(uuidV7(visit.issuedAt));
  const requestId = uuidText(uuidV7(visit.issuedAt));
  const number = formatNumber(SERIES, visit.ordinal);
  const priorityClass = visit.elder ? 'elder' : 'ordinary';
  const priorityReason = visit.elder ? 'stated' : 'none';
  const issued = { ticketId, number, series: SERIES, serviceCode, priorityClass, priorityReason } as const;
  const issueSequence = events.write('ticket.issued', visit.issuedAt, {
    ...issued,
    sequence: visit.ordinal,
    hallTimeMs: visit.issuedAt,
    requestId,
  });
  const called = events.write('ticket.called', visit.calledAt, { ticketId, counterId, callCount: 1 });
  events.write('ticket.started', visit.startedAt, { ticketId, counterId });
  events.write('ticket.finished', visit.finishedAt, { ticketId, counterId, outcome: 'done' });
  const order = (seq: number): number => eventOrder({ epoch: 1, seq });
  const { dayId } = events;
  const row = { ...visit, ...issued, dayId, issueSequence: order(issueSequence) };
  tables.insertTicket.run(row);
  tables.insertVisit.run(row);
  tables.insertCall.run(order(called), dayId, ticketId, counterId, visit.calledAt);
  tables.remember(dayId, requestId);
}
