import { randomInt } from 'node:crypto';
import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Caller, Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import type { Vault } from '../../vault/index.ts';
import { newId, openVault, todayOf } from '../elders/elder-people.ts';
import type { HallContext } from '../hall-context.ts';
import { readPeople } from '../new-ticket.ts';
import { serviceDay } from '../service-day.ts';
import { bookingsOf, sealBooked } from './booking-people.ts';
import { timesMissed } from './missed.ts';
import { findSlot } from './slots.ts';

type Wish = Input<HallOperations, 'bookAppointment'>;

/**
 * Somebody is booked under their own name (实名预约). A number that was typed or told on the telephone counts like a card, so
 * nobody has a second booking of the day by another way.
 */
export function bookAppointment(
  hall: HallContext,
  input: Wish,
  { role, name: place }: Caller,
): Result<Output<HallOperations, 'bookAppointment'>, ApiError> {
  const { serviceCode, holder, companion, channel } = input;
  if ((role === 'kiosk') !== (channel === 'kiosk')) return err(badChannel(role === 'kiosk'));
  const slot = findSlot(hall, input);
  if (!slot.ok) return slot;
  const { date, starts, minutes, slotId, service } = slot.value;
  if (companion !== undefined && service.people === 1) return err(ONE_PERSON_ONLY);
  const people = readPeople(hall, { serviceCode, holder, companion });
  if (!people.ok) return people;
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  const numbers = [holder, ...(companion === undefined ? [] : [companion])].map(({ idNumber }) => idNumber);
  const refused = alreadyBooked(hall, vault.value, date, numbers) ?? needsStaff(hall, vault.value, input);
  if (refused !== undefined) return err(refused);
  const day = serviceDay(hall);
  if (!day.ok) return day;
  const appointmentId = newId(hall);
  const code = freeCode(hall);
  hall.journal.append('appointment.booked', 1, {
    ...{ appointmentId, code, serviceCode, date, starts, minutes, people: service.people, channel, place },
    ...sealBooked(vault.value, date, input),
  });
  return ok({ appointmentId, code, slotId });
}

const badChannel = (isKiosk: boolean): ApiError => ({
  kind: 'bad-input',
  problems: [{ where: 'channel', allowed: isKiosk ? 'kiosk' : 'counter, telephone' }],
});

const ONE_PERSON_ONLY: ApiError = {
  kind: 'bad-input',
  problems: [{ where: 'companion', allowed: 'left out: one person comes for this service' }],
};

/** One booking a person and day (一人一日一约), whoever of the two of a couple it is; `except` is one that is being moved. */
export function alreadyBooked(
  hall: HallContext,
  vault: Vault,
  date: string,
  numbers: readonly string[],
  except?: string,
): ApiError | undefined {
  const stands = numbers
    .flatMap((idNumber) => bookingsOf(hall, vault, date, idNumber))
    .some(
      ({ state, appointmentId }) =>
        appointmentId !== except && (state === 'booked' || state === 'checked-in'),
    );
  return stands ? { kind: 'already-booked', date } : undefined;
}

/** Who did not come too often is booked by staff, who ask why: nobody is shut out. */
function needsStaff(hall: HallContext, vault: Vault, { channel, holder }: Wish): ApiError | undefined {
  if (channel !== 'kiosk') return undefined;
  const { noShowLimit: limit } = hall.policy.appointments;
  const missed = timesMissed(hall, vault, todayOf(hall), holder.idNumber);
  return missed > limit ? { kind: 'appointment-needs-staff', reason: 'missed', limit } : undefined;
}

const FIRST_CODE = 10_000_000;
const AFTER_LAST_CODE = 100_000_000;

/** Eight digits that nobody is booked under now; a code may come again later. */
function freeCode({ stores }: HallContext): string {
  for (;;) {
    const code = String(randomInt(FIRST_CODE, AFTER_LAST_CODE));
    if (stores.appointments.byCode(code) === undefined) return code;
  }
}
