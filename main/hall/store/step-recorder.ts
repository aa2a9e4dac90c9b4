import type { UndoableStep } from '../../../preload/contracts/hall/closed-lists.ts';
import type { Database } from '../../foundation/sqlite/open-database.ts';
import type { JournalEvent } from '../journal/journal-event.ts';
import { eventOrder } from './event-order.ts';
import { keptRows } from './kept-rows.ts';
import type { StepTraces, TicketBefore } from './step-traces.ts';

/** The facts that a clerk may take back, each with the step it is. */
const UNDOABLE = {
  'ticket.called': 'call',
  'ticket.started': 'start',
  'ticket.finished': 'finish',
  'ticket.matter-finished': 'finish',
  'ticket.missed': 'miss',
  'ticket.parked': 'park',
} as const satisfies Partial<Record<JournalEvent['kind'], UndoableStep>>;
type UndoableKind = keyof typeof UNDOABLE;
type UndoableEvent = Extract<JournalEvent, { kind: UndoableKind }>;

/**
 * After these nothing earlier at that counter, or with that ticket, can be taken back. A rating is not among them: that
 * it was given must not show at the counter (see services/undo.ts).
 */
const TOUCHING: ReadonlySet<JournalEvent['kind']> = new Set([
  'counter.opened',
  'counter.paused',
  'counter.closed',
  'ticket.recalled',
  'ticket.returned',
  'ticket.resumed',
  'ticket.transferred',
  'ticket.cancelled',
  'ticket.priority-corrected',
  'ticket.service-added',
  'ticket.served-now',
]);

/** Writes down each counter's last step and how everything stood before it: around each event, begin and end. */
export interface StepRecorder {
  /** Before the tables change. */
  begin(event: JournalEvent): void;
  /** The ticket before the step that has begun. */
  readonly before: TicketBefore;
  /** What else the step changed, while it is under way. */
  trace(traces: StepTraces): void;
  end(event: JournalEvent): void;
}

export function createStepRecorder(database: Database): StepRecorder {
  const read = database.prepare(
    `select priority_class as priorityClass, ${keptRows()} as rows from ticket where ticket_id = @ticketId`,
  );
  // Replaces the counter's step before, and another counter's step with the same ticket.
  const record = database.prepare(`insert or replace into last_step
      (counter_id, ticket_id, step, step_order, boot_id, at_mono, at_wall, before, traces)
    values (@counterId, @ticketId, @step, @order, @bootId, @atMono, @atWall, @rows, @traces)`);
  const forget = database.prepare('delete from last_step where ticket_id = ? or counter_id = ?');
  const forgetAll = database.prepare('delete from last_step');

  let before: TicketBefore | undefined;
  let traces: StepTraces | undefined;

  const stepDone = (event: UndoableEvent): void => {
    const { kind, bootId, atMono, atWall, body } = event;
    record.run({
      ...{
        counterId: body.counterId,
        ticketId: body.ticketId,
        step: UNDOABLE[kind],
        order: eventOrder(event),
      },
      ...{ bootId, atMono, atWall, rows: before?.rows },
      traces: traces === undefined ? null : JSON.stringify(traces),
    });
  };
  return {
    begin: (event) => {
      traces = undefined;
      before = isUndoable(event)
        ? (read.get({ ticketId: event.body.ticketId }) as TicketBefore | undefined)
        : undefined;
    },
    get before() {
      if (before === undefined) throw new Error('No step is under way with a ticket of this hall');
      return before;
    },
    trace: (what) => {
      traces = { ...traces, ...what };
    },
    end: (event) => {
      if (isUndoable(event)) stepDone(event);
      else if (event.kind === 'day.opened') forgetAll.run();
      else if (TOUCHING.has(event.kind)) {
        const touched = event.body as { readonly ticketId?: string; readonly counterId?: string };
        forget.run(touched.ticketId ?? '', touched.counterId ?? '');
      }
    },
  };
}

function isUndoable(event: JournalEvent): event is UndoableEvent {
  return Object.hasOwn(UNDOABLE, event.kind);
}
