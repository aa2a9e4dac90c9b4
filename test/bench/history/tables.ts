import type { Database } from 'better-sqlite3';
import { SUM_UP_OPEN_DAY } from '../../../main/hall/store/service-demand-tables.ts';

export type Tables = ReturnType<typeof prepareTables>;

/** As long as the answer to a ticket is. */
const ANSWER = JSON.stringify({ filler: 'x'.repeat(420) });

/** The projected tables as finished visits leave them. */
export function prepareTables(database: Database) {
  const sql = (text: string) => database.prepare(text);
  const insertDay = sql('insert into service_day (day_id, date) values (?, ?)');
  const setDay = sql(
    'insert into current_day values (1, ?) on conflict do update set day_id = excluded.day_id',
  );
  const sumUp = sql(SUM_UP_OPEN_DAY);
  const forget = sql('delete from request where day_id <> ?');
  const remember = sql(
    "insert into request (request_id, operation, digest, answer, day_id) values (?, 'issueTicket', '', ?, ?)",
  );
  return {
    openDay: (dayId: string, date: string): void => {
      sumUp.run();
      insertDay.run(dayId, date);
      setDay.run(dayId);
      forget.run(dayId);
    },
    useNumbers: sql('insert into number_series (day_id, series, last) values (?, ?, ?)'),
    insertTicket: sql(`insert into ticket (ticket_id, day_id, issue_sequence, number, series, service_code,
        priority_class, priority_reason, state, issued_at, queued_at, called_at, started_at, finished_at, counter_id,
        call_count, print_state)
      values (@ticketId, @dayId, @issueSequence, @number, @series, @serviceCode,
        @priorityClass, @priorityReason, 'done', @issuedAt, @issuedAt, @calledAt, @startedAt, @finishedAt, @counterId,
        1, 'confirmed')`),
    insertVisit:
      sql(`insert into visit (visit_id, day_id, service_code, priority_class, issued_wall, issued_at,
        called_at, counter_id, call_services, started_at, served, end_state, ended_at)
      values (@issueSequence, @dayId, @serviceCode, @priorityClass, @issuedAt, @issuedAt, @calledAt, @counterId,
        null, @startedAt, json_array(json_array(@serviceCode, @counterId, @finishedAt - @startedAt)), 'done',
        @finishedAt)`),
    insertCall: sql(`insert into call (call_sequence, day_id, ticket_id, counter_id, called_at, recall)
      values (?, ?, ?, ?, ?, 0)`),
    /** Mean and spread as Welford's method leaves them. */
    measureServices: sql(`insert into service_time (service_code, count, mean, m2)
      with visit as (
        select service_code, (finished_at - started_at) / 60000.0 as minutes from ticket
      ), mean as (
        select service_code, count(*) as visits, avg(minutes) as minutes from visit group by service_code
      )
      select service_code, visits, mean.minutes, sum((visit.minutes - mean.minutes) * (visit.minutes - mean.minutes))
        from visit join mean using (service_code) group by service_code`),
    /** One answer a ticket; only those of the newest day are kept. */
    remember: (dayId: string, requestId: string): void => void remember.run(requestId, ANSWER, dayId),
  };
}
