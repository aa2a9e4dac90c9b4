import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { CounterView, HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Input } from '../../../preload/contracts/operation.ts';
import { err, type Result } from '../../../preload/contracts/result.ts';
import { findCounter, viewOf } from './counters.ts';
import type { HallContext } from './hall-context.ts';

/**
 * A supervisor changes what an open or paused counter calls. Whoever is there is served to the end; the next call follows
 * the new list. The same list a second time changes nothing.
 */
export function assignServices(
  hall: HallContext,
  { counterId, services }: Input<HallOperations, 'assignServices'>,
): Result<CounterView, ApiError> {
  const counter = findCounter(hall, counterId);
  if (!counter.ok) return counter;
  const unknown = services.find((code) => !hall.catalogue.has(code));
  if (unknown !== undefined) return err({ kind: 'unknown-service', serviceCode: unknown });
  const { row } = counter.value;
  if (row === undefined || row.state === 'closed') return err({ kind: 'counter-closed', counterId });
  const wanted = [...new Set(services)];
  if (row.services.join() !== wanted.join()) {
    hall.journal.append('counter.assigned', 1, { counterId, services: wanted });
  }
  return viewOf(hall, counterId);
}
