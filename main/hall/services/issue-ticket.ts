import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Caller, Input, Output } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { readIdNumber } from '../../foundation/identity/index.ts';
import { formatNumber, nextOrdinal, seriesLetterFor } from '../domain/number-series.ts';
import type { Priority } from '../domain/priority-from-age.ts';
import { uuidText, uuidV7 } from '../journal/uuid.ts';
import type { HallContext } from './hall-context.ts';
import { priorityOf } from './priority.ts';
import { countersFor } from './queue.ts';
import { noteActivity, serviceDay } from './service-day.ts';
import { waitOf } from './waiting.ts';
import { serviceName } from './views.ts';

type IssueInput = Input<HallOperations, 'issueTicket'>;
type Issued = Output<HallOperations, 'issueTicket'>;
type Person = NonNullable<IssueInput['holder']>;

/**
 * Gives a person a place in the queue. The number comes from the day's counter row inside the caller's transaction, the
 * person's name and number go to the vault, and the ticket exists once the transaction has committed: paper is later.
 */
export function issueTicket(hall: HallContext, input: IssueInput, caller: Caller): Result<Issued, ApiError> {
  if (!hall.catalogue.has(input.serviceCode))
    return err({ kind: 'unknown-service', serviceCode: input.serviceCode });
  if (input.appointmentId !== undefined) return err({ kind: 'unknown-appointment' });
  const people = readPeople(hall, input);
  if (!people.ok) return people;
  const priority = priorityOf(hall, input, input.birthDate ?? people.value.holderBirth, caller);
  if (!priority.ok) return priority;
  const day = serviceDay(hall);
  if (!day.ok) return day;
  const held = alreadyWaiting(hall, day.value.dayId, input);
  if (held !== undefined) return err(held);

  const numbered = nextNumber(hall, day.value.dayId, input.serviceCode);
  if (!numbered.ok) return numbered;

  const ticket = writeTicket(hall, day.value.dayId, input, priority.value, numbered.value);
  noteActivity(hall);
  return ok({ ...ticket, ...describe(hall, ticket.ticketId, input.serviceCode), ...priority.value });
}

/** Checks the numbers given; a birth date that stands in the holder's number need not be said again. */
function readPeople(hall: HallContext, input: IssueInput): Result<{ holderBirth?: string }, ApiError> {
  const today = hall.localTime.date(hall.clock.nowMs());
  let holderBirth: string | undefined;
  for (const [who, person] of [['holder', input.holder] as const, ['companion', input.companion] as const]) {
    if (person?.idNumber === undefined) continue;
    const reading = readIdNumber(person.idNumber, today);
    if (!reading.valid) return err({ kind: 'bad-id-number', where: `${who}.idNumber`, reason: reading.rule });
    if (who === 'holder' && reading.birth !== undefined) holderBirth = reading.birth;
  }
  return ok(holderBirth === undefined ? {} : { holderBirth });
}

function alreadyWaiting(hall: HallContext, dayId: string, input: IssueInput): ApiError | undefined {
  const idNumber = input.holder?.idNumber;
  if (idNumber === undefined || hall.vault === undefined) return undefined;
  const vaultIds = hall.vault.findSamePerson(dayId, idNumber);
  const held = hall.stores.tickets.liveOfHolder(vaultIds, input.serviceCode);
  return held && { kind: 'already-waiting', ticketId: held.ticketId, number: held.number };
}

interface Numbered {
  readonly number: string;
  readonly series: string;
  /** Within the series, from 1. */
  readonly sequence: number;
}

function nextNumber(hall: HallContext, dayId: string, serviceCode: string): Result<Numbered, ApiError> {
  const series = seriesLetterFor(serviceCode, hall.policy.series);
  const ordinal = nextOrdinal(series, hall.stores.days.lastNumber(dayId, series));
  if (!ordinal.ok) return err({ kind: 'numbers-used-up', series });
  return ok({ series, sequence: ordinal.value, number: formatNumber(series, ordinal.value) });
}

function writeTicket(
  hall: HallContext,
  dayId: string,
  input: IssueInput,
  priority: Priority,
  numbered: Numbered,
): Pick<Issued, 'ticketId' | 'number' | 'issuedAt' | 'printState'> {
  const nowMs = hall.clock.nowMs();
  const ticketId = uuidText(uuidV7(nowMs));
  hall.journal.append('ticket.issued', 1, {
    ticketId,
    ...numbered,
    serviceCode: input.serviceCode,
    ...priority,
    hallTimeMs: hall.hallNowMs(),
    requestId: input.requestId,
    ...sealed(hall, dayId, 'holderVaultId', input.holder),
    ...sealed(hall, dayId, 'companionVaultId', input.companion),
  });
  return {
    ticketId,
    number: numbered.number,
    issuedAt: hall.localTime.instant(nowMs),
    printState: 'pending',
  };
}

/** Without the vault's key nothing personal is kept: the queue goes on, and the hall says that its key is lost. */
function sealed<Key extends 'holderVaultId' | 'companionVaultId'>(
  hall: HallContext,
  dayId: string,
  key: Key,
  person: Person | undefined,
): { [K in Key]?: string } {
  if (person === undefined || hall.vault === undefined) return {};
  const { name, idNumber } = person;
  const vaultId = hall.vault.seal(dayId, { name, ...(idNumber !== undefined && { idNumber }) });
  return { [key]: vaultId } as { [K in Key]: string };
}

/** What the person is told besides the number: people ahead, a range of minutes, where to go. */
function describe(
  hall: HallContext,
  ticketId: string,
  serviceCode: string,
): Pick<Issued, 'serviceCode' | 'serviceName' | 'waitingAhead' | 'waitMinutes' | 'counters'> {
  const counters = countersFor(hall, { serviceCode });
  const { waitingAhead, waitMinutes } = waitOf(hall, counters, ticketId);
  return {
    serviceCode,
    serviceName: serviceName(hall, serviceCode),
    waitingAhead,
    waitMinutes,
    counters: [...counters.counterIds],
  };
}
