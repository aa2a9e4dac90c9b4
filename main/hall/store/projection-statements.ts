import type { Database } from '../../foundation/sqlite/open-database.ts';
import { SUM_UP_OPEN_DAY } from './service-demand-tables.ts';
import { WAITING } from './ticket-row.ts';

export type ProjectionStatements = ReturnType<typeof prepareProjections>;

/** Every statement that changes a projected table, prepared once. */
export function prepareProjections(database: Database) {
  const sql = (text: string) => database.prepare(text);
  return {
    sumUpOpenDay: sql(SUM_UP_OPEN_DAY),
    insertDay: sql('insert into service_day (day_id, date) values (?, ?)'),
    setCurrentDay: sql(
      'insert into current_day values (1, ?) on conflict do update set day_id = excluded.day_id',
    ),
    closeCounters: sql(
      "update counter set state = 'closed', ticket_id = null, pause_reason = null, staff_number = null",
    ),
    setPriorityCalls: sql('update queue_memory set priority_calls_in_a_row = ?, last_call = ?'),
    queueMemory: sql('select priority_calls_in_a_row as inARow, last_call as lastCall from queue_memory'),

    openCounter: sql(`insert into counter (counter_id, state, services, staff_number) values (?, 'open', ?, ?)
      on conflict do update set state = 'open', services = excluded.services, pause_reason = null,
        staff_number = excluded.staff_number`),
    pauseCounter: sql("update counter set state = 'paused', pause_reason = ? where counter_id = ?"),
    closeCounter: sql(`update counter set state = 'closed', pause_reason = null, staff_number = null
      where counter_id = ?`),
    assignServices: sql('update counter set services = ? where counter_id = ?'),
    occupyCounter: sql('update counter set ticket_id = ? where counter_id = ?'),
    freeCounterOf: sql('update counter set ticket_id = null where ticket_id = ?'),

    useNumber: sql(`insert into number_series (day_id, series, last) values (?, ?, ?)
      on conflict do update set last = max(last, excluded.last)`),
    insertTicket: sql(`insert into ticket (ticket_id, day_id, issue_sequence, number, series, service_code,
        priority_class, priority_reason, state, issued_at, queued_at, started_at, counter_id, print_state,
        holder_vault_id, companion_vault_id, people, companion_relation, later_services)
      values (@ticketId, @dayId, @issueSequence, @number, @series, @serviceCode,
        @priorityClass, @priorityReason, @state, @issuedAt, @queuedAt, @startedAt, @counterId, @printState,
        @holder, @companion, @people, @relation, @later)`),
    setState: sql('update ticket set state = ? where ticket_id = ?'),
    call: sql(`update ticket set state = 'called', called_at = @at, counter_id = @counterId,
        call_count = @callCount, held_back = null where ticket_id = @ticketId`),
    letOneOfClassPass: sql(`update ticket set held_back = held_back - 1
      where ${WAITING} and held_back > 0 and priority_class = ? returning ticket_id`).pluck(),
    ordinaryWaiting: sql(
      `select exists (select 1 from ticket where ${WAITING} and priority_class = 'ordinary')`,
    ).pluck(),
    start: sql("update ticket set state = 'serving', started_at = ? where ticket_id = ?"),
    park: sql(`update ticket set state = 'parked', served_ms = served_ms + max(0, @at - started_at),
        started_at = null where ticket_id = @ticketId`),
    resume: sql(`update ticket set state = 'serving', started_at = @at, counter_id = @counterId
      where ticket_id = @ticketId`),
    transfer: sql(`update ticket set state = 'waiting', service_code = @serviceCode, counter_id = null,
        call_count = 0, held_back = null, started_at = null, served_ms = 0, for_counter_id = @forCounterId,
        came_from_counter_id = coalesce(@from, came_from_counter_id),
        came_from_service = iif(@from is null, came_from_service, @fromService) where ticket_id = @ticketId`),
    setPriority: sql(`update ticket set priority_class = ?, priority_reason = 'staff' where ticket_id = ?`),
    finish: sql(
      "update ticket set state = 'done', finished_at = ?, later_services = null where ticket_id = ?",
    ),
    countMiss: sql("update ticket set state = 'missed', missed_count = missed_count + 1 where ticket_id = ?"),
    returnTicket: sql(
      "update ticket set state = 'waiting', held_back = ?, counter_id = null, call_count = 0 where ticket_id = ?",
    ),
    setPrintState: sql('update ticket set print_state = ? where ticket_id = ?'),

    insertCall: sql(`insert into call (call_sequence, day_id, ticket_id, counter_id, called_at, recall)
      values (?, ?, ?, ?, ?, ?)`),

    countFailure: sql(`insert into sign_in_failure (staff_number, device, count, last_at) values (?, ?, 1, ?)
      on conflict do update set count = count + 1, last_at = excluded.last_at`),
    forgetFailuresAt: sql('delete from sign_in_failure where staff_number = ? and device = ?'),
    forgetFailures: sql('delete from sign_in_failure where staff_number = ?'),
  };
}
