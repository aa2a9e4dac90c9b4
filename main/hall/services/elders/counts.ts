import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { ok, type Result } from '../../../../preload/contracts/result.ts';
import type { HallContext } from '../hall-context.ts';

/** How much was done between two days, for a report. Needs no vault: counts know nobody. */
export function benefitCounts(
  { stores: { elders, care } }: HallContext,
  { from, to }: Input<HallOperations, 'benefitCounts'>,
): Result<Output<HallOperations, 'benefitCounts'>, ApiError> {
  return ok({
    listed: elders.elders().length,
    certifications: elders.certificationCounts(from, to),
    answers: elders.answerCounts(from, to),
    stopDecisions: elders.stopCounts(from, to),
    careVisits: care.careCounts(from, to),
    homeVisits: care.homeVisitCounts(from, to),
  });
}
