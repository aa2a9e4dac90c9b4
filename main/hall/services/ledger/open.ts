import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { LedgerMatter } from '../../../../preload/contracts/hall/ledger-values.ts';
import type { HallOperations, LedgerRecordView } from '../../../../preload/contracts/hall-operations.ts';
import type { Caller, Input } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { callForHelp } from '../assist/help.ts';
import type { HallContext } from '../hall-context.ts';
import { serviceDay } from '../service-day.ts';
import { noteStep } from './advance.ts';
import { openRecord, today, type NewRecord } from './open-record.ts';
import { recordNow } from './record-view.ts';
import { takingRefusal } from './refusals.ts';

/** Opens a record. Food that made people ill calls the supervisors in the same commit. */
export function openLedgerRecord(
  hall: HallContext,
  { requestId, matter, scene, taking }: Input<HallOperations, 'openLedgerRecord'>,
  caller: Caller,
): Result<LedgerRecordView, ApiError> {
  const refusal =
    matterRefusal(hall, matter) ?? (taking && takingRefusal(hall, taking, today(hall), 'taking'));
  if (refusal !== undefined) return err(refusal);
  const day = serviceDay(hall);
  if (!day.ok) return day;
  const recordId = openRecord(hall, { ...newRecord(matter), scene });
  const row = hall.stores.ledger.record(recordId);
  if (row === undefined) throw new Error('The record was not kept');
  if (taking !== undefined) noteStep(hall, row, { step: 'take', taking });
  if (matter.source === 'food-safety') {
    const alarm = callForHelp(hall, { requestId, kind: 'supervisor' }, caller);
    if (!alarm.ok) return alarm;
  }
  return ok(recordNow(hall, recordId));
}

/** Days of what has happened are not in the future. */
function matterRefusal(hall: HallContext, matter: LedgerMatter): ApiError | undefined {
  const refuse = (where: string): ApiError => ({
    kind: 'bad-input',
    problems: [{ where, allowed: `a day not after today, ${today(hall)}` }],
  });
  if (matter.source === 'traditional-removed' && matter.removedOn > today(hall))
    return refuse('matter.removedOn');
  if (matter.source === 'food-safety' && matter.foodSafety.on > today(hall))
    return refuse('matter.foodSafety.on');
  return undefined;
}

function newRecord({ source, item, ...about }: LedgerMatter): NewRecord {
  return { source, item, about };
}
