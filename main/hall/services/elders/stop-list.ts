import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { ListFault } from '../../../../preload/contracts/hall/benefit-values.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { readStops } from '../../elder-lists/read-elders.ts';
import type { HallContext } from '../hall-context.ts';
import { serviceDay } from '../service-day.ts';
import { elderOf, elderView, elderWithNumber, newId, openVault, todayOf } from './elder-people.ts';
import { wholeFault } from './import-list.ts';

type Answer<Name extends keyof HallOperations> = Result<Output<HallOperations, Name>, ApiError>;

/** Each match is a task for staff, and nothing else: no payment stops, and no kiosk refuses anybody by a list. */
export function importStopList(
  hall: HallContext,
  { content }: Input<HallOperations, 'importStopList'>,
): Answer<'importStopList'> {
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  const { rows, faults } = readStops(Buffer.from(content, 'base64'), todayOf(hall));
  const whole = wholeFault(faults);
  if (whole !== undefined) return err(whole);
  const day = serviceDay(hall);
  if (!day.ok) return day;
  const unmatched: ListFault[] = [];
  let tasks = 0;
  for (const { row, idNumber, cause } of rows) {
    const known = elderWithNumber(hall, vault.value, idNumber);
    if (known === undefined) {
      const fault = 'not-on-the-hall-list' as const;
      unmatched.push({ row, column: 'idNumber', fault, allowed: 'people of the hall’s list' });
      continue;
    }
    const { beneficiaryId } = known.elder;
    if (hall.stores.elders.openStopOf(beneficiaryId) !== undefined) continue;
    hall.journal.append('elder.stop-reported', 1, { taskId: newId(hall), beneficiaryId, cause });
    tasks += 1;
  }
  const all = [...faults, ...unmatched].toSorted((one, other) => one.row - other.row);
  return ok({ tasks, faults: all });
}

/** The matches. Who no longer stands on the list has none. */
export function stopTasks(
  hall: HallContext,
  { open = false }: Input<HallOperations, 'stopTasks'>,
): Answer<'stopTasks'> {
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  const tasks = hall.stores.elders.stopTasks(open).flatMap((task) => {
    const { taskId, beneficiaryId, cause, reportedAtMs, decision, decidedBy } = task;
    const known = elderOf(hall, vault.value, beneficiaryId);
    if (!known.ok) return [];
    const reportedAt = hall.localTime.instant(reportedAtMs);
    return [{ ...elderView(hall, vault.value, known.value), taskId, cause, reportedAt, decision, decidedBy }];
  });
  return ok({ tasks });
}

/** What somebody found. Once decided it stays: a new match is a new task. */
export function decideStopTask(
  hall: HallContext,
  { taskId, decision }: Input<HallOperations, 'decideStopTask'>,
): Answer<'decideStopTask'> {
  const task = hall.stores.elders.stopTask(taskId);
  if (task === undefined) return err({ kind: 'not-found' });
  if (task.decision !== null) return err({ kind: 'not-now', state: task.decision, step: 'decide' });
  const day = serviceDay(hall);
  if (!day.ok) return day;
  hall.journal.append('elder.stop-decided', 1, { taskId, decision });
  return ok({ decision });
}
