import type { Database } from '../../foundation/sqlite/open-database.ts';
import type { JournalEvent } from '../journal/journal-event.ts';
import { eventOrder } from './event-order.ts';

type Note = (event: JournalEvent) => void;

/**
 * What each event means for statistics, beside what it does to the ticket. Called before the ticket changes: a counter's
 * services and a ticket's service are read as they were at that moment.
 */
export function visitProjections(database: Database): Note {
  const run = prepareVisits(database);
  const at = ({ atMono, atWall }: JournalEvent) => ({ mono: atMono, wall: atWall });
  return (event) => {
    switch (event.kind) {
      case 'hall.started':
        if (event.body.hallTimeMs !== undefined) run.setClock.run(event.body.hallTimeMs - event.atMono);
        return;
      case 'ticket.issued':
        return void run.issue.run({
          ...newVisit(event),
          waitLow: event.body.waitLow ?? null,
          waitHigh: event.body.waitHigh ?? null,
        });
      case 'ticket.served-now':
        return void run.serveNow.run({ ...newVisit(event), counterId: event.body.counterId });
      case 'ticket.called':
        return void run.call.run({
          ...at(event),
          ticketId: event.body.ticketId,
          counterId: event.body.counterId,
        });
      case 'ticket.started':
      case 'ticket.resumed':
        return void run.start.run({ ...at(event), ticketId: event.body.ticketId });
      case 'ticket.parked':
        return void run.park.run({ ...at(event), ticketId: event.body.ticketId });
      case 'ticket.transferred':
        return void run.transfer.run(event.body.ticketId);
      case 'ticket.matter-finished': {
        const { ticketId, counterId, stays } = event.body;
        run.finishMatter.run({ ...at(event), ticketId, counterId });
        return void run.next.run({ ...at(event), ticketId, stays: stays ? 1 : 0 });
      }
      case 'ticket.finished': {
        const { ticketId, counterId } = event.body;
        run.finishMatter.run({ ...at(event), ticketId, counterId });
        return void run.end.run({ ...at(event), ticketId, state: 'done' });
      }
      case 'ticket.missed':
        return void run.miss.run(event.body.ticketId);
      case 'ticket.priority-corrected':
        return void run.correct.run(event.body.priorityClass, event.body.ticketId);
      case 'ticket.cancelled':
        return void run.end.run({ ...at(event), ticketId: event.body.ticketId, state: 'cancelled' });
      case 'ticket.lapsed':
        return void run.end.run({ ...at(event), ticketId: event.body.ticketId, state: 'lapsed' });
    }
  };
}

function newVisit(event: Extract<JournalEvent, { kind: 'ticket.issued' | 'ticket.served-now' }>) {
  const { serviceCode, priorityClass, hallTimeMs, ageBand } = event.body;
  return {
    visitId: eventOrder(event),
    dayId: event.dayId,
    serviceCode,
    priorityClass,
    issuedWall: event.atWall,
    issuedAt: hallTimeMs,
    ageBand: ageBand ?? null,
  };
}

/** The event's place on the hall's own time; the wall clock where no start ever told it. */
const NOW = 'coalesce((select offset_ms from hall_clock) + @mono, @wall)';
const ITS_VISIT =
  '(day_id, visit_id) = (select day_id, issue_sequence from ticket where ticket_id = @ticketId)';
const THE_VISIT = '(day_id, visit_id) = (select day_id, issue_sequence from ticket where ticket_id = ?)';
const ITS_SERVICE = '(select service_code from ticket where ticket_id = @ticketId)';

function prepareVisits(database: Database) {
  const sql = (text: string) => database.prepare(text);
  return {
    setClock: sql(`insert into hall_clock values (1, ?)
      on conflict do update set offset_ms = excluded.offset_ms`),
    issue:
      sql(`insert into visit (visit_id, day_id, service_code, priority_class, issued_wall, issued_at, wait_low,
        wait_high, age_band)
      values (@visitId, @dayId, @serviceCode, @priorityClass, @issuedWall, @issuedAt, @waitLow, @waitHigh,
        @ageBand)`),
    serveNow: sql(`insert into visit (visit_id, day_id, service_code, priority_class, issued_wall, issued_at,
        counter_id, queued, started_at, age_band)
      values (@visitId, @dayId, @serviceCode, @priorityClass, @issuedWall, @issuedAt, @counterId, 0, @issuedAt,
        @ageBand)`),
    call: sql(`update visit set called_at = ${NOW}, counter_id = @counterId,
        call_services = (select services from counter where counter_id = @counterId)
      where ${ITS_VISIT} and called_at is null`),
    start: sql(`update visit set started_at = ${NOW} where ${ITS_VISIT}`),
    park: sql(`update visit set served_before = served_before + max(0, ${NOW} - started_at), started_at = null
      where ${ITS_VISIT} and started_at is not null`),
    transfer: sql(`update visit set started_at = null, served_before = 0
      where ${THE_VISIT}`),
    finishMatter: sql(`update visit set served = json_insert(coalesce(served, '[]'), '$[#]',
        json_array(${ITS_SERVICE}, @counterId, served_before + max(0, ${NOW} - coalesce(started_at, ${NOW}))))
      where ${ITS_VISIT}`),
    next: sql(
      `update visit set served_before = 0, started_at = iif(@stays, ${NOW}, null) where ${ITS_VISIT}`,
    ),
    miss: sql(`update visit set missed_count = missed_count + 1
      where ${THE_VISIT}`),
    correct: sql(`update visit set priority_class = ?
      where ${THE_VISIT}`),
    end: sql(`update visit set end_state = @state, ended_at = ${NOW} where ${ITS_VISIT}`),
  };
}
