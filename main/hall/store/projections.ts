import type { Database } from '../../foundation/sqlite/open-database.ts';
import { priorityCallsAfter } from '../domain/rules/index.ts';
import type { JournalEvent } from '../journal/journal-event.ts';
import { appointmentProjections } from './appointment-projections.ts';
import { assistProjections } from './assist-projections.ts';
import { careProjections } from './care-projections.ts';
import { catalogueProjections } from './catalogue-projections.ts';
import { draftProjections } from './draft-store.ts';
import { elderProjections } from './elder-projections.ts';
import { eventOrder } from './event-order.ts';
import { PROJECTED_TABLES } from './hall-tables.ts';
import { matterProjections } from './matter-projections.ts';
import { ledgerProjections } from './ledger-projections.ts';
import { createMeasure, type Measure } from './measured-times.ts';
import type { Memory } from './memory.ts';
import { newTicketProjections } from './new-ticket-projections.ts';
import { organisationProjections } from './organisation-projections.ts';
import { prepareProjections, type ProjectionStatements } from './projection-statements.ts';
import { proxyProjections } from './proxy-projections.ts';
import { ratingProjections } from './rating-projections.ts';
import { serviceOrderProjection } from './service-demand-projections.ts';
import { visitProjections } from './visit-projections.ts';
import { createStepRecorder, type StepRecorder } from './step-recorder.ts';
import type { StepTraces } from './step-traces.ts';
import { undoProjection } from './undo-projection.ts';

type EventOf<Kind extends JournalEvent['kind']> = Extract<JournalEvent, { kind: Kind }>;
type Projection<Kind extends JournalEvent['kind']> = (event: EventOf<Kind>) => void;
type Projections = { readonly [Kind in JournalEvent['kind']]: Projection<Kind> };

/** What each event does to the tables, and to what is kept of them. Pure in the event: a replay builds the same tables. */
export function createProjector(database: Database, memory: Memory): (event: JournalEvent) => void {
  const statements = prepareProjections(database);
  const steps = createStepRecorder(database);
  const measure = createMeasure(database, steps);
  const table: Projections = {
    ...dayProjections(statements),
    ...counterProjections(statements),
    ...newTicketProjections(statements),
    ...ticketProjections(statements, measure),
    ...matterProjections(database, statements, measure),
    ...passingOnProjections(statements),
    ...callProjections(statements, steps),
    ...ratingProjections(database),
    ...staffProjections(statements),
    ...undoProjection(database, statements),
    ...assistProjections(database),
    ...proxyProjections(database),
    ...draftProjections(database),
    ...elderProjections(database),
    ...careProjections(database),
    ...catalogueProjections(database),
    ...appointmentProjections(database),
    ...ledgerProjections(database),
    ...organisationProjections(database),
    ...serviceOrderProjection(database),
    'hall.started': nothing,
    'clock.stepped': nothing,
    'configuration.changed': nothing,
    'form.printed': nothing,
    'draft.recalled': nothing,
    'call.unanswered': nothing,
    'staff.signed-out': nothing,
    'staff.pin-changed': nothing,
    'person.revealed': nothing,
    'person.day-erased': nothing,
  };
  const noteVisit = visitProjections(database);
  return (event) => {
    steps.begin(event);
    noteVisit(event);
    (table[event.kind] as (event: JournalEvent) => void)(event);
    steps.end(event);
    memory.note(event);
  };
}

/** Empties the projected tables, for a replay. Inside the caller's transaction. */
export function emptyProjections(database: Database): void {
  for (const table of PROJECTED_TABLES) database.exec(`delete from ${table}`);
  database.exec('insert into queue_memory values (1, 0, 0)');
}

function nothing(): void {}

function dayProjections(run: ProjectionStatements): Pick<Projections, 'day.opened'> {
  return {
    'day.opened': (event) => {
      const { dayId, body } = event;
      run.sumUpOpenDay.run();
      run.insertDay.run(dayId, body.date);
      run.setCurrentDay.run(dayId);
      run.closeCounters.run();
      run.setPriorityCalls.run(0, eventOrder(event));
    },
  };
}

function counterProjections(
  run: ProjectionStatements,
): Pick<Projections, 'counter.opened' | 'counter.paused' | 'counter.closed' | 'counter.assigned'> {
  return {
    'counter.opened': ({ body }) =>
      run.openCounter.run(body.counterId, JSON.stringify(body.services), body.by ?? null),
    'counter.paused': ({ body }) => run.pauseCounter.run(body.reason, body.counterId),
    'counter.closed': ({ body }) => run.closeCounter.run(body.counterId),
    'counter.assigned': ({ body }) => run.assignServices.run(JSON.stringify(body.services), body.counterId),
  };
}

function ticketProjections(
  run: ProjectionStatements,
  measure: Measure,
): Pick<
  Projections,
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
    'ticket.started': ({ body, atWall }) => run.start.run(atWall, body.ticketId),
    'ticket.finished': ({ body, atWall }) => {
      measure(body.ticketId, atWall);
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
): Pick<Projections, 'ticket.parked' | 'ticket.resumed' | 'ticket.priority-corrected'> {
  return {
    'ticket.parked': ({ body, atWall }) => {
      run.park.run({ ticketId: body.ticketId, at: atWall });
      run.freeCounterOf.run(body.ticketId);
    },
    'ticket.resumed': ({ body, atWall }) => {
      run.resume.run({ ...body, at: atWall });
      run.occupyCounter.run(body.ticketId, body.counterId);
    },
    'ticket.priority-corrected': ({ body }) => run.setPriority.run(body.priorityClass, body.ticketId),
  };
}

function callProjections(
  run: ProjectionStatements,
  steps: StepRecorder,
): Pick<Projections, 'ticket.called' | 'ticket.recalled'> {
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
      const { priorityClass } = steps.before;
      const nearer = run.letOneOfClassPass.all(priorityClass) as string[];
      const ordinaryWaiting = run.ordinaryWaiting.get() === 1;
      const calls = run.queueMemory.get() as NonNullable<StepTraces['calls']>;
      run.setPriorityCalls.run(
        priorityCallsAfter(calls.inARow, priorityClass, ordinaryWaiting),
        eventOrder(event),
      );
      steps.trace(nearer.length === 0 ? { calls } : { calls, nearer });
    },
    'ticket.recalled': (event) => record(event, 1),
  };
}

function staffProjections(
  run: ProjectionStatements,
): Pick<Projections, 'staff.signed-in' | 'staff.sign-in-refused' | 'staff.unlocked'> {
  return {
    'staff.signed-in': ({ body }) => run.forgetFailuresAt.run(body.staffNumber, body.device),
    'staff.sign-in-refused': ({ body, atWall }) =>
      run.countFailure.run(body.staffNumber ?? '', body.device, atWall),
    'staff.unlocked': ({ body }) => run.forgetFailures.run(body.staffNumber),
  };
}
