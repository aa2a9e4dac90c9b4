import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations, MeasureView } from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import type { HallContext } from '../hall-context.ts';
import { serviceDay } from '../service-day.ts';

/** How far one measure is. The last word counts; the ones before stay in the journal. */
export function noteMeasure(
  hall: HallContext,
  { measure, state, evidence }: Input<HallOperations, 'noteMeasure'>,
): Result<MeasureView, ApiError> {
  const day = serviceDay(hall);
  if (!day.ok) return day;
  hall.journal.append('measure.noted', 1, { measure, state, evidence });
  const noted = measuresOf(hall).find((one) => one.measure === measure);
  return noted === undefined ? err({ kind: 'not-found' }) : ok(noted);
}

export function listMeasures(hall: HallContext): Result<Output<HallOperations, 'listMeasures'>, ApiError> {
  return ok({ measures: measuresOf(hall) });
}

function measuresOf(hall: HallContext): MeasureView[] {
  const { measures, measuresSource } = hall.policy.ledger;
  const notes = new Map(hall.stores.ledger.measures().map((note) => [note.measure, note]));
  return measures.map((measure) => {
    const note = notes.get(measure.measure);
    return {
      ...measure,
      source: measuresSource,
      state: note?.state ?? 'not-begun',
      evidence: note?.evidence ?? null,
      notedAt: note === undefined ? null : hall.localTime.instant(note.atMs),
      notedBy: note?.by ?? null,
    };
  });
}
