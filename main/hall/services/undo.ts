import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { CounterView, HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import type { LastStep } from '../store/step-store.ts';
import { findCounter } from './counters.ts';
import type { HallContext } from './hall-context.ts';
import { ticketView } from './views.ts';

/**
 * A wrong key is no drama: for a few seconds the counter's last step can be taken back, as long as nothing else has happened
 * to its ticket or at the counter. Seconds are counted on the monotonic clock; another run of the program cannot know
 * how many went by, so after a restart it is too late.
 */
export function undoStep(
  hall: HallContext,
  { counterId }: Input<HallOperations, 'undoStep'>,
): Result<Output<HallOperations, 'undoStep'>, ApiError> {
  const counter = findCounter(hall, counterId);
  if (!counter.ok) return counter;
  const last = hall.stores.steps.of(counterId);
  if (last === undefined || !isInTime(hall, last) || isRated(hall, last))
    return err({ kind: 'undo-too-late', limitSeconds: hall.policy.undoMs / 1000 });
  const { ticketId, step: undone } = last;
  hall.journal.append('step.undone', 1, { ticketId, counterId, undone });
  const ticket = hall.stores.tickets.byId(ticketId);
  return ticket === undefined
    ? err({ kind: 'unknown-ticket' })
    : ok({ undone, ticket: ticketView(hall, ticket) });
}

/** What each counter can take back now, by counter. */
export function undoableSteps(hall: HallContext): ReadonlyMap<string, CounterView['undoable']> {
  const steps = hall.stores.steps.all().filter((last) => isInTime(hall, last));
  return new Map(
    steps.map(({ counterId, step, number, atWallMs }) => [
      counterId,
      { step, number, until: hall.localTime.instant(atWallMs + hall.policy.undoMs) },
    ]),
  );
}

/** A visit that was rated is over. Only who tries hears it: that a rating was given must not show at the counter. */
function isRated({ stores }: HallContext, { step, ticketId }: LastStep): boolean {
  return step === 'finish' && stores.ratings.isRated(ticketId);
}

function isInTime({ bootId, clock, policy }: HallContext, last: LastStep): boolean {
  return last.bootId === bootId && clock.monotonicMs() - last.atMonoMs < policy.undoMs;
}
