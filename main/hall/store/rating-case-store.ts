import type { Database } from '../../foundation/sqlite/open-database.ts';
import {
  RatingCaseRowSchema,
  RatingCaseStepRowSchema,
  type RatingCaseRow,
  type RatingCaseStepRow,
} from './rating-case-row.ts';

export type RatingCaseStore = ReturnType<typeof createRatingCaseStore>;

const CASES = `select case_id as caseId, c.ticket_id as ticketId, real_name as realName, received_at as receivedAtMs,
    received_on as receivedOn, c.state as state, judgement, level, channel, r.service_code as serviceCode,
    r.counter_id as counterId, t.number as number, d.date as visitedOn
  from rating_case c join rating r on r.ticket_id = c.ticket_id join ticket t on t.ticket_id = c.ticket_id
    join service_day d on d.day_id = t.day_id`;

/** Reads of the work on bad ratings. */
export function createRatingCaseStore(database: Database) {
  const byId = database.prepare(`${CASES} where case_id = ?`);
  const open = database.prepare(`${CASES} where c.state <> 'closed' order by case_order`);
  const received = database.prepare(`${CASES} where received_on between ? and ? order by case_order`);
  const steps = database.prepare(`select step, done_on as "on", done_at as atMs, note, done_by as "by"
    from rating_case_step where case_id = ? order by step_order`);
  const cases = (rows: unknown[]): RatingCaseRow[] => rows.map((row) => RatingCaseRowSchema.parse(row));
  return {
    byId: (caseId: string): RatingCaseRow | undefined => cases([byId.get(caseId)].filter(Boolean))[0],
    open: (): RatingCaseRow[] => cases(open.all()),
    /** Both days included. */
    received: (from: string, to: string): RatingCaseRow[] => cases(received.all(from, to)),
    stepsOf: (caseId: string): RatingCaseStepRow[] =>
      steps.all(caseId).map((row) => RatingCaseStepRowSchema.parse(row)),
  };
}
