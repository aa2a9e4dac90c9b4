import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { Input } from '../../../preload/contracts/operation.ts';
import { ok, type Result } from '../../../preload/contracts/result.ts';
import type { StationOperations } from '../../../preload/contracts/station-operations.ts';
import type { StationContext } from './station-context.ts';

/** Somebody of staff comes. Whoever asked still stands there, whether the hall hears it or not. */
export function callForHelp(
  { desk, help }: StationContext,
  requestId: string,
): Promise<Result<{ helpId: string }, ApiError>> {
  desk.touch();
  return help.call(requestId);
}

export function cancelHelp(
  { desk, help }: StationContext,
  requestId: string,
): Promise<Result<Record<string, never>, ApiError>> {
  desk.touch();
  return help.cancel(requestId);
}

/** Taken at once, also while the hall is away: the person has said it, the rest is this PC's work. */
export function reportDifficulty(
  { desk, difficulties }: StationContext,
  { requestId, kind }: Input<StationOperations, 'reportDifficulty'>,
): Result<Record<string, never>, ApiError> {
  desk.touch();
  difficulties.report({ requestId, kind });
  return ok({});
}
