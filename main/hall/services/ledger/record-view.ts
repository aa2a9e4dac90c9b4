import type { LedgerRecordView } from '../../../../preload/contracts/hall-operations.ts';
import { figureOn } from '../../domain/dated-figures.ts';
import { possibleSteps, standingOf, termOf, type Referral } from '../../domain/ledger/record-history.ts';
import { isLedgerOverdue } from '../../domain/ledger/record-lifecycle.ts';
import { lastDayOfTerm } from '../../domain/rating/working-days.ts';
import type { LedgerRecordRow, LedgerStepRow } from '../../store/ledger-store.ts';
import type { HallContext } from '../hall-context.ts';
import { today } from './open-record.ts';

export const colleague = (hall: HallContext, staffNumber: string | null) =>
  staffNumber === null ? null : { staffNumber, name: hall.staffName(staffNumber) };

/** The last day of the usual term of a response, counted from a day in working days. */
export function usualDue(
  { policy }: HallContext,
  response: LedgerRecordRow['response'],
  from: string,
): string {
  const term = figureOn(policy.ledger.terms, termOf(response), from);
  if (term === undefined) throw new Error(`No ${termOf(response)} on ${from}`);
  return lastDayOfTerm(from, term.value, policy.calendar);
}

/** Until when, and whether that day is over. */
export function dueOf(hall: HallContext, row: LedgerRecordRow): { dueOn: string; overdue: boolean } {
  const dueOn = row.dueOn ?? usualDue(hall, row.response, row.openedOn);
  return { dueOn, overdue: isLedgerOverdue(row.state, dueOn, today(hall)) };
}

/** A record as staff see it. */
export function ledgerRecordView(hall: HallContext, row: LedgerRecordRow): LedgerRecordView {
  const steps = hall.stores.ledger.stepsOf(row.recordId);
  const standing = standingOf(steps);
  const { recordId, number, source, about, scene, item, openedOn, state, response, closedOn } = row;
  return {
    ...{ recordId, number, source, about, scene, item, openedOn, state, response, closedOn },
    openedAt: hall.localTime.instant(row.openedAtMs),
    openedBy: colleague(hall, row.openedBy),
    owner: colleague(hall, row.owner),
    guidance: standing.guidance ?? null,
    ...dueOf(hall, row),
    doneOn: standing.finished?.on ?? null,
    level: standing.level,
    referral: referralView(hall, standing.referral),
    steps: steps.map((step) => stepView(hall, step)),
    possible: possibleSteps(row, standing),
  };
}

function referralView(hall: HallContext, referral: Referral | null): LedgerRecordView['referral'] {
  if (referral === null) return null;
  return { ...referral, overdue: referral.reply === null && today(hall) > referral.replyBy };
}

function stepView(hall: HallContext, { change, on, atMs, by, after }: LedgerStepRow) {
  return { change, on, at: hall.localTime.instant(atMs), by: colleague(hall, by), after };
}

/** The record as it stands after what was just written. */
export function recordNow(hall: HallContext, recordId: string): LedgerRecordView {
  const row = hall.stores.ledger.record(recordId);
  if (row === undefined) throw new Error('The record is gone');
  return ledgerRecordView(hall, row);
}
