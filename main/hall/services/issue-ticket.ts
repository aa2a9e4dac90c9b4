import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Caller, Input, Output } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import type { Priority } from '../domain/priority-from-age.ts';
import type { EventBody } from '../journal/event-catalogue.ts';
import { uuidText, uuidV7 } from '../journal/uuid.ts';
import { ageBandOn } from './age-band.ts';
import { arriveWithBooking, noteCheckIn } from './appointments/check-in.ts';
import type { HallContext } from './hall-context.ts';
import { alreadyWaiting, nextNumber, peopleOf, readPeople } from './new-ticket.ts';
import { priorityOf } from './priority.ts';
import { countersFor } from './queue.ts';
import { noteActivity, serviceDay } from './service-day.ts';
import { serviceName } from './views.ts';
import { waitOfNewcomer } from './waiting.ts';

type IssueInput = Input<HallOperations, 'issueTicket'>;
type Issued = Output<HallOperations, 'issueTicket'>;
type Facts = Priority & Pick<EventBody<'ticket.issued'>, 'number' | 'series' | 'sequence' | 'ageBand'>;

/**
 * Gives a person a place in the queue. The number comes from the day's counter row inside the caller's transaction, the
 * person's name and number go to the vault, and the ticket exists once the transaction has committed: paper is later.
 */
export function issueTicket(hall: HallContext, wish: IssueInput, caller: Caller): Result<Issued, ApiError> {
  const wrong = wrongService(hall, wish);
  if (wrong !== undefined) return err(wrong);
  const arrived = arriveWithBooking(hall, wish);
  if (!arrived.ok) return arrived;
  const { input, booking } = arrived.value;
  const people = readPeople(hall, input);
  if (!people.ok) return people;
  const birthDate = input.birthDate ?? people.value.holderBirth;
  const inAppointmentSlot = booking?.onTime === true;
  const priority = priorityOf(hall, { ...input, inAppointmentSlot }, birthDate, caller);
  if (!priority.ok) return priority;
  const day = serviceDay(hall);
  if (!day.ok) return day;
  const held = alreadyWaiting(hall, day.value.dayId, input);
  if (held !== undefined) return err(held);

  const numbered = nextNumber(hall, day.value.dayId, input.serviceCode);
  if (!numbered.ok) return numbered;

  const told = describe(hall, input.serviceCode, priority.value);
  const facts = { ...numbered.value, ...priority.value, ...ageBandOn(hall, birthDate) };
  const ticket = writeTicket(hall, day.value.dayId, input, facts, told.waitMinutes);
  noteCheckIn(hall, arrived.value, ticket.ticketId);
  noteActivity(hall);
  // The rating's address is added to the answer each time: what is remembered for a retry must not hold it.
  return ok({
    ratingUrl: null,
    ...ticket,
    ...told,
    ...priority.value,
    ...(booking !== undefined && { appointment: booking.onTime ? 'on-time' : 'late' }),
  });
}

function wrongService(hall: HallContext, { serviceCode, moreServices }: IssueInput): ApiError | undefined {
  if (moreServices === undefined)
    return hall.catalogue.has(serviceCode) ? undefined : { kind: 'unknown-service', serviceCode };
  const all = [serviceCode, ...moreServices];
  const unknown = all.find((code) => !hall.catalogue.has(code));
  if (unknown !== undefined) return { kind: 'unknown-service', serviceCode: unknown };
  if (new Set(all).size === all.length) return undefined;
  return { kind: 'bad-input', problems: [{ where: 'moreServices', allowed: 'each service once' }] };
}

function writeTicket(
  hall: HallContext,
  dayId: string,
  input: IssueInput,
  facts: Facts,
  told: Issued['waitMinutes'],
): Pick<Issued, 'ticketId' | 'number' | 'issuedAt' | 'printState'> {
  const { serviceCode, moreServices, requestId } = input;
  const nowMs = hall.clock.nowMs();
  const ticketId = uuidText(uuidV7(nowMs));
  hall.journal.append('ticket.issued', 1, {
    ticketId,
    ...facts,
    serviceCode,
    hallTimeMs: hall.hallNowMs(),
    waitLow: told.low,
    waitHigh: told.high,
    requestId,
    ...peopleOf(hall, dayId, input),
    ...(moreServices !== undefined && { moreServices }),
  });
  return {
    ticketId,
    number: facts.number,
    issuedAt: hall.localTime.instant(nowMs),
    printState: 'pending',
  };
}

/** What the person is told besides the number: people ahead, a range of minutes, where to go. */
function describe(
  hall: HallContext,
  serviceCode: string,
  { priorityClass }: Priority,
): Pick<Issued, 'serviceCode' | 'serviceName' | 'waitingAhead' | 'waitMinutes' | 'counters'> {
  const counters = countersFor(hall, { serviceCode });
  const { waitingAhead, waitMinutes } = waitOfNewcomer(hall, counters, { serviceCode, priorityClass });
  return {
    serviceCode,
    serviceName: serviceName(hall, serviceCode),
    waitingAhead,
    waitMinutes,
    counters: [...counters.counterIds],
  };
}
