import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { HallOperations, TicketView } from '../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { chooseNext } from '../domain/rules/index.ts';
import { findFreeCounter } from './counters.ts';
import type { HallContext } from './hall-context.ts';
import { queueNow, servesAny } from './queue.ts';
import { noteActivity, serviceDay } from './service-day.ts';
import { step } from './ticket-step.ts';
import { ticketView } from './views.ts';

/** Calls the person whose turn it is by the hall's rule among those this counter serves. */
export function callNext(
  hall: HallContext,
  { counterId }: Input<HallOperations, 'callNext'>,
): Result<Output<HallOperations, 'callNext'>, ApiError> {
  const day = serviceDay(hall);
  if (!day.ok) return day;
  const counter = findFreeCounter(hall, counterId);
  if (!counter.ok) return counter;
  const { services } = counter.value;
  const { waiting, rule, situation } = queueNow(hall, (code) => servesAny(services, code));
  const next = chooseNext(waiting, rule, situation);
  if (next === undefined) return err({ kind: 'nobody-waiting' });
  const called = step(hall, { ticketId: next.ticketId, counterId }, 'call', (row) =>
    hall.journal.append('ticket.called', 1, {
      ticketId: row.ticketId,
      counterId,
      callCount: row.callCount + 1,
    }),
  );
  if (!called.ok) return called;
  noteActivity(hall);
  const { ticketId, number, serviceCode, priorityClass } = called.value;
  return ok({ ticketId, number, serviceCode, priorityClass });
}

/** Calls the same person once more. Not faster than people can walk: the cool-down is the hall's data. */
export function recallTicket(
  hall: HallContext,
  input: Input<HallOperations, 'recallTicket'>,
): Result<TicketView, ApiError> {
  const ticket = hall.stores.tickets.byId(input.ticketId);
  const sinceMs = hall.clock.nowMs() - (ticket?.calledAtMs ?? 0);
  const { recallCoolDownMs } = hall.policy;
  // A clock set back makes the time since the call negative: then nobody has to wait for it to catch up.
  if (ticket?.state === 'called' && sinceMs >= 0 && sinceMs < recallCoolDownMs) {
    return err({ kind: 'too-soon', retryAfterSeconds: Math.ceil((recallCoolDownMs - sinceMs) / 1000) });
  }
  const recalled = step(hall, input, 'recall', (row) =>
    hall.journal.append('ticket.recalled', 1, {
      ticketId: row.ticketId,
      counterId: row.counterId ?? '',
      callCount: row.callCount + 1,
    }),
  );
  if (!recalled.ok) return recalled;
  noteActivity(hall);
  return ok(ticketView(hall, recalled.value));
}
