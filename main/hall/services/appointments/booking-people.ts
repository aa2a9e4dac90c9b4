import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Input } from '../../../../preload/contracts/operation.ts';
import type { AppointmentRow } from '../../store/appointment-store.ts';
import type { PersonFields, Vault } from '../../vault/index.ts';
import type { HallContext } from '../hall-context.ts';

type Wish = Input<HallOperations, 'bookAppointment'>;
export type WhoIsBooked = Pick<AppointmentRow, 'holderVaultId' | 'companionVaultId'>;

/**
 * The key of the vault for everybody who is booked for a day. It is made with the first booking, long before the service day
 * opens, and dies on its own: what is sealed for a ticket of that day is sealed anew.
 */
export const bookingKey = (date: string): string => `appointments/${date}`;

/** Seals who is booked under the day of the visit. The telephone number belongs to the holder. */
export function sealBooked(
  vault: Vault,
  date: string,
  { holder, companion, phone }: Pick<Wish, 'holder' | 'companion' | 'phone'>,
): { readonly holderVaultId: string; readonly companionVaultId?: string } {
  const key = bookingKey(date);
  const holderVaultId = vault.seal(key, { ...holder, ...(phone !== undefined && { phone }) });
  return companion === undefined
    ? { holderVaultId }
    : { holderVaultId, companionVaultId: vault.seal(key, companion) };
}

/** The same people under another day, for a booking that is moved. */
export function sealAgain(
  vault: Vault,
  date: string,
  { holderVaultId, companionVaultId }: WhoIsBooked,
): { readonly holderVaultId: string; readonly companionVaultId?: string } {
  const again = (vaultId: string): string => {
    const person: PersonFields = vault.personOf(vaultId) ?? {};
    return vault.seal(bookingKey(date), person);
  };
  const holder = again(holderVaultId);
  return companionVaultId === null
    ? { holderVaultId: holder }
    : { holderVaultId: holder, companionVaultId: again(companionVaultId) };
}

/** A person's number out of the vault, for the hall's own checks. */
export function numbersOf(vault: Vault, { holderVaultId, companionVaultId }: WhoIsBooked): string[] {
  return [holderVaultId, companionVaultId].flatMap((vaultId) => {
    const number = vaultId === null ? undefined : vault.personOf(vaultId)?.idNumber;
    return number === undefined ? [] : [number.revealFor('vault')];
  });
}

/** Bookings of a day in which this person is one of those who come, whatever became of them. */
export function bookingsOf(
  { stores }: HallContext,
  vault: Vault,
  date: string,
  idNumber: string,
): AppointmentRow[] {
  const known = new Set(vault.findSamePerson(bookingKey(date), idNumber));
  if (known.size === 0) return [];
  return stores.appointments
    .ofDay(date)
    .filter(
      ({ holderVaultId, companionVaultId }) =>
        known.has(holderVaultId) || (companionVaultId !== null && known.has(companionVaultId)),
    );
}
