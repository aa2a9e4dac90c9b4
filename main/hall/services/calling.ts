import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { HallOperations, TicketView } from '../../../preload/contracts/hall-operations.ts';
import type { Caller, Input, Output } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { chooseNext } from '../domain/rules/index.ts';
import type { TicketRow } from '../store/ticket-row.ts';
import { findFreeCounter } from './counters.ts';
import type { HallContext } from './hall-context.ts';
import { mayCall, queueNow } from './queue.ts';
import { noteActivity, serviceDay } from './service-day.ts';
import { step, type StepTarget } from './ticket-step.ts';
import { ticketView } from './views.ts';

type CallWish = Input<HallOperations, 'callTicket'>;
type Called = Output<HallOperations, 'callNext'>;

/** Calls the person whose turn it is by the hall's rule among those this counter serves. */
export function callNext(
  hall: HallContext,
  { counterId }: Input<HallOperations, 'callNext'>,
): Result<Called, ApiError> {
  const day = serviceDay(hall);
  if (!day.ok) return day;
  const counter = findFreeCounter(hall, counterId);
  if (!counter.ok) return counter;
  const { waiting, rule, situation } = queueNow(hall, mayCall(hall, counter.value));
  const next = chooseNext(waiting, rule, situation);
  if (next === undefined) return err({ kind: 'nobody-waiting' });
  return call(hall, { ticketId: next.ticketId, counterId });
}

/**
 * Calls one person whom staff name, whatever the rule says: out of order, so it needs a reason and, for somebody who waits,
 * the right to do so. Who was missed may be named by any clerk: the second chance of people who walk slowly.
 */
export function callTicket(
  hall: HallContext,
  { counterId, ticketId, why }: CallWish,
  caller: Caller,
): Result<Called, ApiError> {
  const day = serviceDay(hall);
  if (!day.ok) return day;
  const ticket = hall.stores.tickets.byId(ticketId);
  if (ticket === undefined) return err({ kind: 'unknown-ticket' });
  if (ticket.state === 'waiting' && !mayCallOutOfOrder(hall, caller)) {
    return err({ kind: 'not-allowed', role: caller.staff?.role ?? caller.role, operation: 'callTicket' });
  }
  const counter = findFreeCounter(hall, counterId);
  return counter.ok ? call(hall, { ticketId, counterId }, why) : counter;
}

function mayCallOutOfOrder({ policy }: HallContext, { staff }: Caller): boolean {
  return staff?.role === 'supervisor' || (staff?.role === 'clerk' && policy.clerksCallOutOfOrder);
}

function call(
  hall: HallContext,
  { ticketId, counterId }: StepTarget & { readonly counterId: string },
  why?: CallWish['why'],
): Result<Called, ApiError> {
  const write = (): void =>
    void hall.journal.append('ticket.called', 1, {
      ticketId,
      counterId,
      callCount: 1,
      ...(why !== undefined && { why }),
    });
  const called = step(hall, { ticketId }, 'call', write);
  if (!called.ok) return called;
  noteActivity(hall);
  const { number, serviceCode, priorityClass } = called.value;
  return ok({ ticketId, number, serviceCode, priorityClass });
}

/** Calls the same person once more: not faster than people can walk, and not for ever. Both are the hall's data. */
export function recallTicket(
  hall: HallContext,
  input: Input<HallOperations, 'recallTicket'>,
): Result<TicketView, ApiError> {
  const ticket = hall.stores.tickets.byId(input.ticketId);
  const refusal = ticket?.state === 'called' ? recallRefusal(hall, ticket) : undefined;
  if (refusal !== undefined) return err(refusal);
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

function recallRefusal(
  { policy, clock }: HallContext,
  { callCount, calledAtMs }: TicketRow,
): ApiError | undefined {
  const { recallLimit, recallCoolDownMs } = policy;
  if (callCount >= recallLimit) return { kind: 'recall-limit', limit: recallLimit };
  const sinceMs = clock.nowMs() - (calledAtMs ?? 0);
  // A clock set back makes the time since the call negative: then nobody has to wait for it to catch up.
  if (sinceMs < 0 || sinceMs >= recallCoolDownMs) return undefined;
  return { kind: 'too-soon', retryAfterSeconds: Math.ceil((recallCoolDownMs - sinceMs) / 1000) };
}
