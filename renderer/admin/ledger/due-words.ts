import type { LedgerRecordView, ReportView } from '../../../preload/contracts/hall-operations.ts';
import type { MessageFields, MessageKey } from '../../shared/words/words.ts';

const DAY_MS = 86_400_000;
/** So many days before the last one it is marked. */
const SOON_DAYS = 3;

/** How a last day is told: in words, and marked alike in colour and with a sign. */
export interface DueWords {
  readonly key: MessageKey;
  readonly fields: MessageFields;
  readonly tone: 'late' | 'soon' | 'calm' | 'over';
}

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** Until when a record must be done, or since when it is. Whether it is late is the hall's word. */
export function dueOfRecord(record: LedgerRecordView, today: string): DueWords {
  const { state, closedOn, doneOn, dueOn, overdue } = record;
  if (state === 'closed')
    return { key: 'admin.ledger.due.closed', fields: { date: closedOn ?? '' }, tone: 'over' };
  if (state === 'done') return { key: 'admin.ledger.due.done', fields: { date: doneOn ?? '' }, tone: 'over' };
  const days = daysBetween(today, dueOn);
  if (overdue)
    return { key: 'admin.ledger.due.late', fields: { date: dueOn, days: Math.max(1, -days) }, tone: 'late' };
  if (days <= 0) return { key: 'admin.ledger.due.today', fields: {}, tone: 'soon' };
  return {
    key: 'admin.ledger.due.left',
    fields: { date: dueOn, days },
    tone: days <= SOON_DAYS ? 'soon' : 'calm',
  };
}

/** The countdown of a report to its deadline, and whether it went out in time. */
export function dueOfReport({ deadline, daysLeft, sent, late }: ReportView): DueWords {
  if (sent !== null) {
    const fields = { on: sent.on, to: sent.to };
    return late
      ? { key: 'admin.report.sentLate', fields, tone: 'late' }
      : { key: 'admin.report.sent', fields, tone: 'over' };
  }
  const days = daysLeft ?? 0;
  if (late) return { key: 'admin.report.late', fields: { date: deadline, days: -days }, tone: 'late' };
  if (days === 0) return { key: 'admin.report.today', fields: {}, tone: 'soon' };
  const tone = days <= SOON_DAYS ? 'soon' : 'calm';
  return { key: 'admin.report.left', fields: { date: deadline, days }, tone };
}
