import type { Database } from '../../foundation/sqlite/open-database.ts';
import type { JournalEvent } from '../journal/journal-event.ts';
import type { Measure } from './measured-times.ts';
import type { ProjectionStatements } from './projection-statements.ts';
import { serviceColumn, serviceList } from './ticket-row.ts';

type EventOf<Kind extends JournalEvent['kind']> = Extract<JournalEvent, { kind: Kind }>;

interface Lists {
  readonly done: string | null;
  readonly later: string | null;
}

/** Several matters under one number: what is over, what comes next. */
export function matterProjections(database: Database, run: ProjectionStatements, measure: Measure) {
  const lists = database.prepare(
    'select done_services as done, later_services as later from ticket where ticket_id = ?',
  );
  const setLater = database.prepare('update ticket set later_services = ? where ticket_id = ?');
  const goOn =
    database.prepare(`update ticket set service_code = @next, started_at = @startedAt, served_ms = 0,
      done_services = @done, later_services = @later where ticket_id = @ticketId`);
  const waitOn = database.prepare(`update ticket set state = 'waiting', counter_id = null, call_count = 0,
      held_back = null, for_counter_id = null where ticket_id = ?`);
  const listsOf = (ticketId: string) => {
    const { done, later } = lists.get(ticketId) as Lists;
    return { done: serviceList(done), later: serviceList(later) };
  };
  return {
    'ticket.service-added': ({ body }: EventOf<'ticket.service-added'>): void => {
      const { later } = listsOf(body.ticketId);
      setLater.run(serviceColumn([...later, body.serviceCode]), body.ticketId);
    },
    'ticket.matter-finished': ({ body, atWall }: EventOf<'ticket.matter-finished'>): void => {
      const { ticketId, serviceCode, nextServiceCode: next, stays } = body;
      const { done, later } = listsOf(ticketId);
      measure(ticketId, atWall);
      goOn.run({
        ...{ ticketId, next, startedAt: stays ? atWall : null },
        done: serviceColumn([...done, serviceCode]),
        later: serviceColumn(without(later, next)),
      });
      if (stays) return;
      waitOn.run(ticketId);
      run.freeCounterOf.run(ticketId);
    },
    'ticket.transferred': ({ body }: EventOf<'ticket.transferred'>): void => {
      const { ticketId, serviceCode } = body;
      run.transfer.run({
        ...{ ticketId, serviceCode },
        forCounterId: body.toCounterId ?? null,
        from: body.fromCounterId ?? null,
        fromService: body.fromServiceCode,
      });
      run.freeCounterOf.run(ticketId);
      const { later } = listsOf(ticketId);
      if (later.includes(serviceCode)) setLater.run(serviceColumn(without(later, serviceCode)), ticketId);
    },
  };
}

function without(codes: readonly string[], one: string): readonly string[] {
  return codes.filter((code) => code !== one);
}
