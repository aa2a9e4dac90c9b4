import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations, ReportView } from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { within } from '../../domain/ledger/count-ledger.ts';
import { uuidText, uuidV7 } from '../../journal/uuid.ts';
import type { ReportRow } from '../../store/ledger-store.ts';
import type { HallContext } from '../hall-context.ts';
import { badSpan } from '../rating/days-asked.ts';
import { serviceDay } from '../service-day.ts';
import { countsOf, dueRecords, isUnclosed } from './list.ts';
import { today } from './open-record.ts';

const MS_PER_DAY = 86_400_000;

/** Makes a report with the numbers as they stand: what was sent upward is never counted anew. */
export function makeReport(
  hall: HallContext,
  wish: Input<HallOperations, 'makeReport'>,
): Result<ReportView, ApiError> {
  const { from, to, deadline, recipient, problems, experience } = wish;
  const wrong = badSpan({ from, to });
  if (wrong !== undefined) return err(wrong);
  const day = serviceDay(hall);
  if (!day.ok) return day;
  const records = dueRecords(hall);
  const reportId = uuidText(uuidV7(hall.clock.nowMs()));
  hall.journal.append('report.made', 1, {
    ...{ reportId, from, to, deadline, recipient, problems, experience },
    counts: { ...countsOf(records, { from, to }), homeVisits: homeVisitsDone(hall, from, to) },
    items: records
      .filter((record) => isUnclosed(record) || within(record.openedOn, { from, to }))
      .map(({ recordId, number, state, overdue }) => ({ recordId, number, state, overdue })),
  });
  return reportNow(hall, reportId);
}

/** Visits at home that took place (上门服务). */
function homeVisitsDone({ stores }: HallContext, from: string, to: string): number {
  return stores.care.homeVisitCounts(from, to)['done'] ?? 0;
}

/** Who sent it, when, and to whom. Said once. */
export function sendReport(
  hall: HallContext,
  { reportId, on, to }: Input<HallOperations, 'sendReport'>,
): Result<ReportView, ApiError> {
  const row = hall.stores.ledger.report(reportId);
  if (row === undefined) return err({ kind: 'not-found' });
  if (row.sentOn !== null) return err({ kind: 'not-now', state: 'sent', step: 'send-report' });
  const madeOn = hall.localTime.date(row.madeAtMs);
  if (on < madeOn || on > today(hall)) {
    const allowed = `a day from ${madeOn}, when it was made, to ${today(hall)}`;
    return err({ kind: 'bad-input', problems: [{ where: 'on', allowed }] });
  }
  const day = serviceDay(hall);
  if (!day.ok) return day;
  hall.journal.append('report.sent', 1, { reportId, on, to });
  return reportNow(hall, reportId);
}

export function listReports(hall: HallContext): Result<Output<HallOperations, 'listReports'>, ApiError> {
  return ok({ reports: hall.stores.ledger.reports().map((row) => reportView(hall, row)) });
}

function reportNow(hall: HallContext, reportId: string): Result<ReportView, ApiError> {
  const row = hall.stores.ledger.report(reportId);
  return row === undefined ? err({ kind: 'not-found' }) : ok(reportView(hall, row));
}

function reportView(hall: HallContext, row: ReportRow): ReportView {
  const { report, madeAtMs, madeBy, sentOn, sentTo, sentBy } = row;
  return {
    ...report,
    madeAt: hall.localTime.instant(madeAtMs),
    madeBy,
    sent: sentOn === null || sentTo === null ? null : { on: sentOn, to: sentTo, by: sentBy },
    daysLeft: sentOn === null ? daysBetween(today(hall), report.deadline) : null,
    late: (sentOn ?? today(hall)) > report.deadline,
  };
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / MS_PER_DAY;
}
