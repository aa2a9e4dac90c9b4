import type { Database } from '../../foundation/sqlite/open-database.ts';
import {
  printJobRow,
  reasonedJobRow,
  type JobState,
  type PrintJobRow,
  type ReasonedJobRow,
  type TicketJobRow,
} from './print-job.ts';

const COLUMNS = 'job_id as jobId, kind, ticket_id as ticketId, number, copy, state, paper';

export type NewPrintJob = { readonly jobId: string; readonly copy: number; readonly paper: string } & (
  | { readonly kind: 'ticket'; readonly ticketId: string; readonly number: string }
  | { readonly kind: 'step-card'; readonly ticketId: null; readonly number: null }
);

export type PrintJobStore = ReturnType<typeof createPrintJobStore>;

function prepareStatements(database: Database) {
  return {
    insert: database.prepare(
      `insert into print_job (job_id, kind, ticket_id, number, copy, state, paper, changed_at_ms)
       values (@jobId, @kind, @ticketId, @number, @copy, 'queued', @paper, @nowMs)`,
    ),
    oldestQueued: database.prepare(
      // A number is waited for; a step card is not.
      `select ${COLUMNS} from print_job where state = 'queued' order by kind = 'step-card', seq limit 1`,
    ),
    queued: database.prepare(`select ${COLUMNS} from print_job where state = 'queued' order by seq`),
    queuedBefore: database.prepare(
      `select ${COLUMNS} from print_job where state = 'queued' and kind = ? and changed_at_ms < ? order by seq`,
    ),
    newestChanged: database.prepare(
      `select ${COLUMNS}, reason from print_job as job
        where kind = 'ticket' and changed_at_ms >= ? and copy = (select max(copy) from print_job where ticket_id = job.ticket_id)
        order by seq`,
    ),
    newestOfTicket: database.prepare(
      `select ${COLUMNS} from print_job where ticket_id = ? order by copy desc limit 1`,
    ),
    ofId: database.prepare(`select ${COLUMNS} from print_job where job_id = ?`),
    newestStepCard: database.prepare(
      `select ${COLUMNS} from print_job where kind = 'step-card' order by seq desc limit 1`,
    ),
    interrupted: database.prepare(
      `select ${COLUMNS} from print_job where state in ('sending', 'awaiting-fence') order by seq`,
    ),
    change: database.prepare(
      `update print_job set state = @state, reason = @reason, changed_at_ms = @nowMs where job_id = @jobId`,
    ),
    replacePaper: database.prepare(`update print_job set paper = @paper where job_id = @jobId`),
    forgetFinished: database.prepare(
      `update print_job set paper = null
        where paper is not null and state in ('confirmed', 'unknown') and changed_at_ms < ?`,
    ),
  };
}

/** SQL of the spool. Every call is one durable transaction; faults of the disk are thrown as SQLite reports them. */
export function createPrintJobStore(database: Database) {
  const sql = prepareStatements(database);
  const one = (row: unknown): PrintJobRow | undefined =>
    row === undefined ? undefined : printJobRow.parse(row);

  return {
    /** The same job, or the same copy of a ticket, twice is a bug and throws: look first. */
    insert: (job: NewPrintJob, nowMs: number): void => void sql.insert.run({ ...job, nowMs }),
    oldestQueued: (): PrintJobRow | undefined => one(sql.oldestQueued.get()),
    queued: (): PrintJobRow[] => sql.queued.all().map((row) => printJobRow.parse(row)),
    /** Queued, and nothing became of them since. */
    queuedBefore: (kind: PrintJobRow['kind'], ms: number): PrintJobRow[] =>
      sql.queuedBefore.all(kind, ms).map((row) => printJobRow.parse(row)),
    /** The newest paper of each ticket whose state changed since, and why where that is known. */
    newestChangedSince: (ms: number): ReasonedJobRow[] =>
      sql.newestChanged.all(ms).map((row) => reasonedJobRow.parse(row)),
    newestOfTicket: (ticketId: string): TicketJobRow | undefined => {
      const job = one(sql.newestOfTicket.get(ticketId));
      return job?.kind === 'ticket' ? job : undefined;
    },
    ofId: (jobId: string): PrintJobRow | undefined => one(sql.ofId.get(jobId)),
    newestStepCard: (): PrintJobRow | undefined => one(sql.newestStepCard.get()),
    interrupted: (): PrintJobRow[] => sql.interrupted.all().map((row) => printJobRow.parse(row)),
    /** The state and, where given, what is left of the paper, together. */
    change: database.transaction(
      (jobId: string, to: { state: JobState; reason?: string; paper?: string }, nowMs: number): void => {
        sql.change.run({ jobId, state: to.state, reason: to.reason ?? null, nowMs });
        if (to.paper !== undefined) sql.replacePaper.run({ jobId, paper: to.paper });
      },
    ),
    forgetFinishedBefore: (ms: number): number => sql.forgetFinished.run(ms).changes,
  };
}
