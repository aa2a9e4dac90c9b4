import type { Database } from '../../foundation/sqlite/open-database.ts';
import { priorityCallsAfter } from '../domain/rules/index.ts';
import type { JournalEvent } from '../journal/journal-event.ts';
import { eventOrder } from './event-order.ts';
import { PROJECTED_TABLES } from './hall-tables.ts';
import type { Memory } from './memory.ts';
import { prepareProjections, type ProjectionStatements } from './projection-statements.ts';
import { ratingProjections } from './rating-projections.ts';

/** Longer than any matter at a counter: a measured time beyond it is a clock that jumped, not a service. */
const LONGEST_SERVICE_MINUTES = 480;
const MINUTE_MS = 60_000;

type EventOf<Kind extends JournalEvent['kind']> = Extract<JournalEvent, { kind: Kind }>;
type Projection<Kind extends JournalEvent['kind']> = (event: EventOf<Kind>) => void;
type Projections = { readonly [Kind in JournalEvent['kind']]: Projection<Kind> };

/** What each event does to the tables, and to what is kept of them. Pure in the event: a replay builds the same tables. */
export function createProjector(database: Database, memory: Memory): (event: JournalEvent) => void {
  const statements = prepareProjections(database);
  const table: Projections = {
    ...dayProjections(statements),
    ...counterProjections(statements),
    ...ticketProjections(statements),
    ...passingOnProjections(statements),
    ...callProjections(statements),
    ...ratingProjections(database),
    'hall.started': nothing,
    'clock.stepped': nothing,
    'configuration.changed': nothing,
    'call.unanswered': nothing,
    'person.revealed': nothing,
    'person.day-erased': nothing,
  };
  return (event) => {
    (table[event.kind] as (event: JournalEvent) => void)(event);
    memory.note(event);
  };
}

/** Empties the projected tables, for a replay. Inside the caller's transaction. */
export function emptyProjections(database: Database): void {
  for (const table of PROJECTED_TABLES) database.exec(`delete from ${table}`);
  database.exec('insert into queue_memory values (1, 0)');
}

function nothing(): void {}

function dayProjections(run: ProjectionStatements): Pick<Projections, 'day.opened'> {
  return {
    'day.opened': ({ dayId, body }) => {
      run.insertDay.run(dayId, body.date);
      run.setCurrentDay.run(dayId);
      run.closeCounters.run();
      run.setPriorityCalls.run(0);
    },
  };
}

function counterProjections(
  run: ProjectionStatements,
): Pick<Projections, 'counter.opened' | 'counter.paused' | 'counter.closed'> {
  return {
    'counter.opened': ({ body }) =>
      run.openCounter.run(body.counterId, JSON.stringify(body.services), body.by ?? null),
    'counter.paused': ({ body }) => run.pauseCounter.run(body.reason, body.counterId),
    'counter.closed': ({ body }) => run.closeCounter.run(body.counterId),
  };
}

function ticketProjections(
  run: ProjectionStatements,
): Pick<
  Projections,
  | 'ticket.issued'
  | 'ticket.started'
  | 'ticket.finished'
  | 'ticket.missed'
  | 'ticket.returned'
  | 'ticket.cancelled'
  | 'ticket.lapsed'
  | 'ticket.print-changed'
> {
  const leave = (state: string, ticketId: string): void => {
    run.setState.run(state, ticketId);
    run.freeCounterOf.run(ticketId);
  };
  return {
    'ticket.issued': (event) => issue(run, event),
    'ticket.started': ({ body, atWall }) => run.start.run(atWall, body.ticketId),
    'ticket.finished': ({ body, atWall }) => {
      measure(run, body.ticketId, atWall);
      run.finish.run(atWall, body.ticketId);
      run.freeCounterOf.run(body.ticketId);
    },
    'ticket.missed': ({ body }) => {
      run.countMiss.run(body.ticketId);
      run.freeCounterOf.run(body.ticketId);
    },
    'ticket.returned': ({ body }) => run.returnTicket.run(body.afterCalls, body.ticketId),
    'ticket.cancelled': ({ body }) => leave('cancelled', body.ticketId),
    'ticket.lapsed': ({ body }) => leave('lapsed', body.ticketId),
    'ticket.print-changed': ({ body }) => run.setPrintState.run(body.printState, body.ticketId),
  };
}

function passingOnProjections(
  run: ProjectionStatements,
): Pick<
  Projections,
  'ticket.parked' | 'ticket.resumed' | 'ticket.transferred' | 'ticket.priority-corrected'
> {
  return {
    'ticket.parked': ({ body, atWall }) => {
      run.park.run({ ticketId: body.ticketId, at: atWall });
      run.freeCounterOf.run(body.ticketId);
    },
    'ticket.resumed': ({ body, atWall }) => {
      run.resume.run({ ...body, at: atWall });
      run.occupyCounter.run(body.ticketId, body.counterId);
    },
    'ticket.transferred': ({ body }) => {
      run.transfer.run({
        ticketId: body.ticketId,
        serviceCode: body.serviceCode,
        forCounterId: body.toCounterId ?? null,
        from: body.fromCounterId ?? null,
        fromService: body.fromServiceCode,
      });
      run.freeCounterOf.run(body.ticketId);
    },
    'ticket.priority-corrected': ({ body }) => run.setPriority.run(body.priorityClass, body.ticketId),
  };
}

function issue(run: ProjectionStatements, event: EventOf<'ticket.issued'>): void {
  const { body } = event;
  run.useNumber.run(event.dayId, body.series, body.sequence);
  run.insertTicket.run({
    ticketId: body.ticketId,
    dayId: event.dayId,
    issueSequence: eventOrder(event),
    number: body.number,
    series: body.series,
    serviceCode: body.serviceCode,
    priorityClass: body.priorityClass,
    priorityReason: body.priorityReason,
    issuedAt: event.atWall,
    queuedAt: body.hallTimeMs,
    holder: body.holderVaultId ?? null,
    companion: body.companionVaultId ?? null,
  });
}

function callProjections(run: ProjectionStatements): Pick<Projections, 'ticket.called' | 'ticket.recalled'> {
  const record = (event: EventOf<'ticket.called'> | EventOf<'ticket.recalled'>, recall: 0 | 1): void => {
    const { ticketId, counterId, callCount } = event.body;
    run.call.run({ ticketId, counterId, callCount, at: event.atWall });
    run.insertCall.run(eventOrder(event), event.dayId, ticketId, counterId, event.atWall, recall);
  };
  return {
    'ticket.called': (event) => {
      record(event, 0);
      const { ticketId, counterId } = event.body;
      run.occupyCounter.run(ticketId, counterId);
      const priorityClass = run.classOf.get(ticketId) as EventOf<'ticket.issued'>['body']['priorityClass'];
      run.letOneOfClassPass.run(priorityClass);
      const ordinaryWaiting = run.ordinaryWaiting.get() === 1;
      const before = run.priorityCalls.get() as number;
      run.setPriorityCalls.run(priorityCallsAfter(before, priorityClass, ordinaryWaiting));
    },
    'ticket.recalled': (event) => record(event, 1),
  };
}

interface StartedRow {
  readonly service_code: string;
  readonly started_at: number | null;
  readonly served_ms: number;
}

/** Welford's running mean and spread: one row a service, whatever the history. */
function measure(run: ProjectionStatements, ticketId: string, finishedAtMs: number): void {
  const row = run.startOf.get(ticketId) as StartedRow | undefined;
  if (row === undefined || row.started_at === null) return;
  const minutes = (finishedAtMs - row.started_at + row.served_ms) / MINUTE_MS;
  if (minutes <= 0 || minutes > LONGEST_SERVICE_MINUTES) return;
  const known = run.serviceTime.get(row.service_code) as
    { count: number; mean: number; m2: number } | undefined;
  const { count: before, mean: oldMean, m2: oldM2 } = known ?? { count: 0, mean: 0, m2: 0 };
  const count = before + 1;
  const mean = oldMean + (minutes - oldMean) / count;
  const m2 = oldM2 + (minutes - oldMean) * (minutes - mean);
  run.setServiceTime.run(row.service_code, count, mean, m2);
}
