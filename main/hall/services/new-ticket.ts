import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Input } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { normaliseIdNumber, readIdNumber } from '../../foundation/identity/index.ts';
import { formatNumber, nextOrdinal, seriesLetterFor } from '../domain/number-series.ts';
import type { EventBody } from '../journal/event-catalogue.ts';
import type { HallContext } from './hall-context.ts';

/** Who comes, and with what: what a ticket and serving at once have in common. */
export type Arrival = Pick<
  Input<HallOperations, 'issueTicket'>,
  'serviceCode' | 'holder' | 'companion' | 'companionRelation'
>;
type Person = NonNullable<Arrival['holder']>;
type TicketBody = EventBody<'ticket.issued'>;

/**
 * Checks the numbers given; a birth date that stands in the holder's number need not be said again. The holder's alone
 * decides the class, also where somebody else comes for them: the matter is the elder's, and an elder whom family
 * represents must not wait longer for having stayed at home (亲友代办).
 */
export function readPeople(hall: HallContext, arrival: Arrival): Result<{ holderBirth?: string }, ApiError> {
  const today = hall.localTime.date(hall.clock.nowMs());
  const { holder, companion } = arrival;
  if (isOnePerson(arrival)) return err({ kind: 'same-person' });
  let holderBirth: string | undefined;
  for (const [who, person] of [['holder', holder] as const, ['companion', companion] as const]) {
    if (person?.idNumber === undefined) continue;
    const reading = readIdNumber(person.idNumber, today);
    if (!reading.valid) return err({ kind: 'bad-id-number', where: `${who}.idNumber`, reason: reading.rule });
    if (who === 'holder' && reading.birth !== undefined) holderBirth = reading.birth;
  }
  return ok(holderBirth === undefined ? {} : { holderBirth });
}

/** Nobody acts for themselves (民法典 art. 161, 168). */
function isOnePerson({ holder, companion }: Arrival): boolean {
  if (holder?.idNumber === undefined || companion?.idNumber === undefined) return false;
  return normaliseIdNumber(holder.idNumber) === normaliseIdNumber(companion.idNumber);
}

/** The same person with the same matter, whose number of today is still good. */
export function alreadyWaiting(hall: HallContext, dayId: string, arrival: Arrival): ApiError | undefined {
  const idNumber = arrival.holder?.idNumber;
  if (idNumber === undefined || hall.vault === undefined) return undefined;
  const vaultIds = hall.vault.findSamePerson(dayId, idNumber);
  const held = hall.stores.tickets.liveOfHolder(vaultIds, arrival.serviceCode);
  return held && { kind: 'already-waiting', ticketId: held.ticketId, number: held.number };
}

/** The next number of the day for a service, from the day's counter row. */
export function nextNumber(
  hall: HallContext,
  dayId: string,
  serviceCode: string,
): Result<Pick<TicketBody, 'number' | 'series' | 'sequence'>, ApiError> {
  const series = seriesLetterFor(serviceCode, hall.policy.series);
  const ordinal = nextOrdinal(series, hall.stores.days.lastNumber(dayId, series));
  if (!ordinal.ok) return err({ kind: 'numbers-used-up', series });
  return ok({ series, sequence: ordinal.value, number: formatNumber(series, ordinal.value) });
}

type PeopleOfTicket = Pick<TicketBody, 'holderVaultId' | 'companionVaultId' | 'people' | 'companionRelation'>;

/** Who came, as the journal may know it: ids of the vault, how many, and what they are to each other. */
export function peopleOf(hall: HallContext, dayId: string, arrival: Arrival): PeopleOfTicket {
  const { holder, companion, companionRelation } = arrival;
  const isPair = companion !== undefined || companionRelation !== undefined;
  return {
    ...sealPerson(hall, dayId, 'holderVaultId', holder),
    ...sealPerson(hall, dayId, 'companionVaultId', companion),
    ...(isPair && { people: 2 as const }),
    ...(companionRelation !== undefined && { companionRelation }),
  };
}

/** Without the vault's key nothing personal is kept: the queue goes on, and the hall says that its key is lost. */
export function sealPerson<Key extends string>(
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
