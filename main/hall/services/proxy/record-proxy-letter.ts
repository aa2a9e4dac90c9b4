import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Caller, Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { uuidText, uuidV7 } from '../../journal/uuid.ts';
import type { HallContext } from '../hall-context.ts';
import { readPeople, sealPerson } from '../new-ticket.ts';
import { serviceDay } from '../service-day.ts';

/** What was printed, without a word of the people: they go to the vault, as for a ticket. */
export function recordProxyLetter(
  hall: HallContext,
  input: Input<HallOperations, 'recordProxyLetter'>,
  { name: place }: Caller,
): Result<Output<HallOperations, 'recordProxyLetter'>, ApiError> {
  const { serviceCode, relation, powers, days, printState, holder, companion } = input;
  if (!hall.catalogue.has(serviceCode)) return err({ kind: 'unknown-service', serviceCode });
  const people = readPeople(hall, { serviceCode, holder, companion, companionRelation: 'agent' });
  if (!people.ok) return people;
  const day = serviceDay(hall);
  if (!day.ok) return day;
  const letterId = uuidText(uuidV7(hall.clock.nowMs()));
  hall.journal.append('proxy.letter-printed', 1, {
    ...{ letterId, serviceCode, relation, powers, days, printState, place },
    ...sealPerson(hall, day.value.dayId, 'principalVaultId', holder),
    ...sealPerson(hall, day.value.dayId, 'agentVaultId', companion),
  });
  return ok({ letterId });
}
