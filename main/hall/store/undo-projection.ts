import { z } from 'zod';
import { PRIORITY_CLASSES } from '../../../preload/contracts/priority.ts';
import type { Database } from '../../foundation/sqlite/open-database.ts';
import { priorityCallsAfterUndo } from '../domain/rules/index.ts';
import type { JournalEvent } from '../journal/journal-event.ts';
import { createRestore } from './kept-rows.ts';
import { createUnmeasure } from './measured-times.ts';
import type { ProjectionStatements } from './projection-statements.ts';
import type { StepTraces } from './step-traces.ts';

type Undone = Extract<JournalEvent, { kind: 'step.undone' }>;

const LastStep = z.object({
  ticketId: z.string(),
  order: z.int(),
  before: z.string(),
  traces: z.string().nullable(),
});
const Standing = z.object({
  state: z.string(),
  counterId: z.string().nullable(),
  priorityClass: z.enum(PRIORITY_CLASSES),
});

/** Takes a counter's last step back: every table is as it was, also where other counters have gone on meanwhile. */
export function undoProjection(database: Database, run: ProjectionStatements) {
  const find = database.prepare(
    'select ticket_id as ticketId, step_order as "order", before, traces from last_step where counter_id = ?',
  );
  const standing = database.prepare(
    'select state, counter_id as counterId, priority_class as priorityClass from ticket where ticket_id = ?',
  );
  const dropCall = database.prepare('delete from call where call_sequence = ?');
  const forget = database.prepare('delete from last_step where counter_id = ?');
  const restore = createRestore(database);
  const takeBack = { calls: createCallsUndo(database, run), measured: createUnmeasure(database) };

  return {
    'step.undone': ({ body }: Undone): void => {
      const step = LastStep.parse(find.get(body.counterId));
      if (step.ticketId !== body.ticketId) throw new Error('The step undone is not the last of its counter');
      const { ticketId } = step;
      restore(ticketId, step.before);
      const { state, counterId, priorityClass } = Standing.parse(standing.get(ticketId));
      if (state === 'called' || state === 'serving') run.occupyCounter.run(ticketId, counterId);
      else run.freeCounterOf.run(ticketId);
      dropCall.run(step.order);
      // Written by this program, from its own types.
      const traces = step.traces === null ? {} : (JSON.parse(step.traces) as StepTraces);
      takeBack.calls(traces, step.order, priorityClass);
      if (traces.measured !== undefined) takeBack.measured(traces.measured);
      forget.run(body.counterId);
    },
  };
}

/** The queue's memory of a call: who came nearer by it, and how many priority calls there were in a row. */
function createCallsUndo(database: Database, run: ProjectionStatements) {
  const holdBack = database.prepare(`update ticket set held_back = held_back + 1
    where state = 'waiting' and held_back is not null and ticket_id in (select value from json_each(?))`);
  return (
    { calls, nearer = [] }: StepTraces,
    order: number,
    undone: (typeof PRIORITY_CLASSES)[number],
  ): void => {
    if (nearer.length > 0) holdBack.run(JSON.stringify(nearer));
    if (calls === undefined) return;
    const now = run.queueMemory.get() as { readonly inARow: number; readonly lastCall: number };
    if (now.lastCall === order) run.setPriorityCalls.run(calls.inARow, calls.lastCall);
    else run.setPriorityCalls.run(priorityCallsAfterUndo(now.inARow, calls.inARow, undone), now.lastCall);
  };
}
