import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { HallOperations, TicketView } from '../../../preload/contracts/hall-operations.ts';
import type { Caller, Input } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { nextState } from '../domain/ticket-lifecycle.ts';
import { uuidText, uuidV7 } from '../journal/uuid.ts';
import { ageBandOn } from './age-band.ts';
import { findFreeCounter } from './counters.ts';
import type { HallContext } from './hall-context.ts';
import { alreadyWaiting, nextNumber, peopleOf, readPeople } from './new-ticket.ts';
import { priorityOf } from './priority.ts';
import { noteActivity, serviceDay } from './service-day.ts';
import { ticketView } from './views.ts';

type Wish = Input<HallOperations, 'serveNow'>;

/**
 * Somebody is served who took no number: nobody waits, or it cannot wait. The record is as whole as any other, so the
 * hall's figures are true: a number of the series, state serving at this counter, measured like every matter.
 */
export function serveNow(hall: HallContext, input: Wish, caller: Caller): Result<TicketView, ApiError> {
  const { counterId, serviceCode, priorityClass } = input;
  if (!hall.catalogue.has(serviceCode)) return err({ kind: 'unknown-service', serviceCode });
  const people = readPeople(hall, input);
  if (!people.ok) return people;
  const given = priorityClass === undefined ? {} : { priorityClass, priorityReason: 'staff' as const };
  const priority = priorityOf(hall, given, people.value.holderBirth, caller);
  if (!priority.ok) return priority;
  const day = serviceDay(hall);
  if (!day.ok) return day;
  const { dayId } = day.value;
  const counter = findFreeCounter(hall, counterId);
  if (!counter.ok) return counter;
  const held = alreadyWaiting(hall, dayId, input);
  if (held !== undefined) return err(held);
  const numbered = nextNumber(hall, dayId, serviceCode);
  if (!numbered.ok) return numbered;

  const ticketId = uuidText(uuidV7(hall.clock.nowMs()));
  hall.journal.append('ticket.served-now', 1, {
    ...{ ticketId, ...numbered.value, serviceCode, ...priority.value, counterId },
    ...{ hallTimeMs: hall.hallNowMs(), requestId: input.requestId },
    ...ageBandOn(hall, people.value.holderBirth),
    ...peopleOf(hall, dayId, input),
  });
  noteActivity(hall);
  return view(hall, ticketId);
}

function view(hall: HallContext, ticketId: string): Result<TicketView, ApiError> {
  const row = hall.stores.tickets.byId(ticketId);
  if (row === undefined || row.state !== nextState('not-issued', 'serve-now'))
    throw new Error(`serve-now left the ticket ${row?.state}`);
  return ok(ticketView(hall, row));
}
