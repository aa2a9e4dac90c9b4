import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { CounterView, HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Caller, Input } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import type { CounterRow } from '../store/counter-store.ts';
import type { ConfiguredCounter, HallContext } from './hall-context.ts';
import { serviceDay } from './service-day.ts';
import { counterView } from './views.ts';

export interface Counter {
  readonly configured: ConfiguredCounter;
  /** Undefined until it was opened for the first time. */
  readonly row: CounterRow | undefined;
}

/** The counter by the id on its wall; refused when the configuration has none. */
export function findCounter(hall: HallContext, counterId: string): Result<Counter, ApiError> {
  const configured = hall.policy.counters.find((counter) => counter.counterId === counterId);
  if (configured === undefined) return err({ kind: 'unknown-counter', counterId });
  return ok({ configured, row: hall.stores.counters.byId(counterId) });
}

/** A counter that may call: open, nobody at it. */
export function findFreeCounter(hall: HallContext, counterId: string): Result<CounterRow, ApiError> {
  const counter = findCounter(hall, counterId);
  if (!counter.ok) return counter;
  const { row } = counter.value;
  if (row === undefined || row.state === 'closed') return err({ kind: 'counter-closed', counterId });
  const busy = busyError(hall, row);
  if (busy !== undefined) return err(busy);
  return row.state === 'paused' ? err({ kind: 'counter-paused', counterId }) : ok(row);
}

/** Opens a counter, or opens it again for other services or by another person. A second time changes nothing. */
export function openCounter(
  hall: HallContext,
  { counterId, services }: Input<HallOperations, 'openCounter'>,
  { staff }: Caller,
): Result<CounterView, ApiError> {
  const day = serviceDay(hall);
  if (!day.ok) return day;
  const counter = findCounter(hall, counterId);
  if (!counter.ok) return counter;
  const unknown = services?.find((code) => !hall.catalogue.has(code));
  if (unknown !== undefined) return err({ kind: 'unknown-service', serviceCode: unknown });
  const wanted = [...(services ?? counter.value.configured.services)];
  const { row } = counter.value;
  const isSo =
    row?.state === 'open' &&
    row.services.join() === wanted.join() &&
    row.staffNumber === (staff?.staffNumber ?? null);
  if (!isSo) {
    hall.journal.append('counter.opened', 1, { counterId, services: wanted });
  }
  return viewOf(hall, counterId);
}

/** Stops calling, with the reason; asked again with another reason, that one counts from then on. */
export function pauseCounter(
  hall: HallContext,
  { counterId, reason }: Input<HallOperations, 'pauseCounter'>,
): Result<CounterView, ApiError> {
  const counter = findCounter(hall, counterId);
  if (!counter.ok) return counter;
  const { row } = counter.value;
  if (row === undefined || row.state === 'closed') return err({ kind: 'counter-closed', counterId });
  if (row.state === 'open' || row.pauseReason !== reason)
    hall.journal.append('counter.paused', 1, { counterId, reason });
  return viewOf(hall, counterId);
}

/** Refused while somebody is there: nobody is left behind at a closed window. */
export function closeCounter(
  hall: HallContext,
  { counterId }: Input<HallOperations, 'closeCounter'>,
): Result<CounterView, ApiError> {
  const counter = findCounter(hall, counterId);
  if (!counter.ok) return counter;
  const { row } = counter.value;
  const busy = row && busyError(hall, row);
  if (busy !== undefined) return err(busy);
  if (row !== undefined && row.state !== 'closed') hall.journal.append('counter.closed', 1, { counterId });
  return viewOf(hall, counterId);
}

function busyError(hall: HallContext, { counterId, ticketId }: CounterRow): ApiError | undefined {
  const ticket = ticketId === null ? undefined : hall.stores.tickets.byId(ticketId);
  return ticket && { kind: 'counter-busy', counterId, ticketId: ticket.ticketId, number: ticket.number };
}

/** A counter as pages see it now. */
export function viewOf(hall: HallContext, counterId: string): Result<CounterView, ApiError> {
  const counter = findCounter(hall, counterId);
  if (!counter.ok) return counter;
  const { configured, row } = counter.value;
  // Opening, pausing and closing end what could be taken back.
  return ok(counterView(hall, configured, row, hall.stores.tickets.waiting(), null));
}
