import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Caller, Input, Output } from '../../../../preload/contracts/operation.ts';
import { ok, type Result } from '../../../../preload/contracts/result.ts';
import type { HallContext } from '../hall-context.ts';
import { serviceDay } from '../service-day.ts';

/** Writes down that a form was printed, and where. */
export function printForm(
  hall: HallContext,
  { formId, version, size, prefilled, printState }: Input<HallOperations, 'printForm'>,
  { name: place }: Caller,
): Result<Output<HallOperations, 'printForm'>, ApiError> {
  const day = serviceDay(hall);
  if (!day.ok) return day;
  hall.journal.append('form.printed', 1, { formId, version, size, prefilled, printState, place });
  return ok({});
}
