import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { Input } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import type { StationOperations } from '../../../preload/contracts/station-operations.ts';
import type { StationContext } from './station-context.ts';

/** Puts an invented person's card on the virtual reader, or takes it away. A real reader only reads real cards. */
export function simulateCard(
  { virtualReader }: StationContext,
  card: Input<StationOperations, 'simulateCard'>['card'],
): Result<Record<string, never>, ApiError> {
  if (virtualReader === undefined) return err({ kind: 'simulated-devices-only' });
  if (card === null) {
    virtualReader.liftCard();
    return ok({});
  }
  const placed = virtualReader.placeCard({ name: card.name, birth: card.birthDate, sex: card.sex });
  if (placed.ok) return ok({});
  return err({
    kind: 'bad-input',
    problems: [{ where: 'card', allowed: 'a name of at most 15 characters' }],
  });
}
