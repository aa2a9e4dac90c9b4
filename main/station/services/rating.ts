import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { Input } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import type { StationOperations } from '../../../preload/contracts/station-operations.ts';
import type { StationContext } from './station-context.ts';

/**
 * A person with a card has come: asks the hall which visits of today they can still rate. A hall that does not answer
 * offers nothing; rating is never in the way of what they came for.
 */
export async function lookForRatable({ desk, hall }: StationContext): Promise<void> {
  const { visit } = desk;
  if (visit?.card === undefined || visit.card.warnings.includes('number-not-valid')) return;
  const answer = await hall.ratableVisits({ idNumber: visit.card.number.revealFor('vault') });
  if (answer.ok && answer.value.visits.length > 0) desk.noteRatable(visit.visitId, answer.value.visits);
}

/** Only what was offered to this very person. */
export async function rateVisit(
  { desk, hall }: StationContext,
  { requestId, ticketId, level }: Input<StationOperations, 'rateVisit'>,
): Promise<Result<Record<string, never>, ApiError>> {
  const { visit } = desk;
  if (visit === undefined) return err({ kind: 'nobody-at-the-kiosk' });
  desk.touch();
  if (!visit.ratable.some((one) => one.ticketId === ticketId)) return err({ kind: 'unknown-ticket' });
  const rated = await hall.rateVisit({ requestId, ticketId, level, channel: 'kiosk' });
  if (!rated.ok && rated.error.kind !== 'already-rated') return rated;
  desk.noteRatable(
    visit.visitId,
    visit.ratable.filter((one) => one.ticketId !== ticketId),
  );
  return rated.ok ? ok({}) : rated;
}
