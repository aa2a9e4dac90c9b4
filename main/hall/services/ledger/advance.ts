import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { LedgerChange, Taking } from '../../../../preload/contracts/hall/ledger-values.ts';
import type { HallOperations, LedgerRecordView } from '../../../../preload/contracts/hall-operations.ts';
import type { Caller, Input } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { possibleSteps, standingOf, type RecordStanding } from '../../domain/ledger/record-history.ts';
import type { LedgerRecordRow } from '../../store/ledger-store.ts';
import { channelOf } from '../catalogue/channels.ts';
import type { HallContext } from '../hall-context.ts';
import { serviceDay } from '../service-day.ts';
import { today } from './open-record.ts';
import { recordNow, usualDue } from './record-view.ts';
import { stepRefusal } from './refusals.ts';

/** One step in the life of a record. */
export function advanceLedgerRecord(
  hall: HallContext,
  { recordId, change }: Input<HallOperations, 'advanceLedgerRecord'>,
  caller: Caller,
): Result<LedgerRecordView, ApiError> {
  const row = hall.stores.ledger.record(recordId);
  if (row === undefined) return err({ kind: 'not-found' });
  const standing = standingOf(hall.stores.ledger.stepsOf(recordId));
  if (!possibleSteps(row, standing).includes(change.step))
    return err({ kind: 'not-now', state: row.state, step: change.step });
  const refusal = stepRefusal(hall, row, standing, change, caller);
  if (refusal !== undefined) return err(refusal);
  const day = serviceDay(hall);
  if (!day.ok) return day;
  noteStep(hall, row, change);
  if (change.step === 'close' && row.source === 'difficulty') settleWith(hall, recordId, standing);
  return ok(recordNow(hall, recordId));
}

/** The term of what comes back begins anew; else it runs from the day of opening, so that nobody gains time by waiting. */
function dueOf(hall: HallContext, { state, openedOn }: LedgerRecordRow, { dueOn, response }: Taking): string {
  return dueOn ?? usualDue(hall, response, state === 'reopened' ? today(hall) : openedOn);
}

/** Writes down one step, inside the caller's transaction. */
export function noteStep(hall: HallContext, row: LedgerRecordRow, change: LedgerChange): void {
  const { source, about, recordId } = row;
  const isMended = change.step === 'close' && source === 'no-offline-channel';
  const after = isMended ? channelOf(hall, about.serviceCode ?? '') : undefined;
  hall.journal.append('ledger.advanced', 1, {
    ...{ recordId, change, on: today(hall) },
    ...(change.step === 'take' && { dueOn: dueOf(hall, row, change.taking) }),
    ...(after !== undefined && { after }),
  });
}

/** The difficulty behind the record is settled with it: here, or by whom it went on to. */
function settleWith(hall: HallContext, difficultyId: string, { level, referral }: RecordStanding): void {
  const wentOn = level !== 'hall' || referral !== null;
  hall.journal.append('difficulty.settled', 1, {
    ...{ difficultyId, result: wentOn ? 'passed-on' : 'solved-here', on: today(hall) },
  });
}
