import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { AppointmentView, HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { arrivalAt, windowOpens } from '../../domain/appointments/arrival.ts';
import { slotIdOf } from '../../domain/appointments/day-slots.ts';
import { localText, timeOfDay } from '../../domain/appointments/local-minutes.ts';
import type { AppointmentRow } from '../../store/appointment-store.ts';
import { openVault, todayOf } from '../elders/elder-people.ts';
import type { HallContext } from '../hall-context.ts';
import { whyNotRevealed } from '../people.ts';
import { serviceName } from '../views.ts';
import { localNow, timeOf } from './booking-clock.ts';
import { bookingsOf } from './booking-people.ts';

/** Bookings from today on that still stand: of a code, or of a person, whichever of two who come together it is. */
export function findAppointment(
  hall: HallContext,
  { code, idNumber }: Input<HallOperations, 'findAppointment'>,
): Result<Output<HallOperations, 'findAppointment'>, ApiError> {
  const rows = code === undefined ? ofPerson(hall, idNumber ?? '') : ok(ofCode(hall, code));
  if (!rows.ok) return rows;
  return ok({ appointments: rows.value.map((row) => appointmentView(hall, row)) });
}

function ofCode(hall: HallContext, code: string): AppointmentRow[] {
  const row = hall.stores.appointments.byCode(code);
  return row === undefined || row.date < todayOf(hall) ? [] : [row];
}

function ofPerson(hall: HallContext, idNumber: string): Result<AppointmentRow[], ApiError> {
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  return ok(
    hall.stores.appointments
      .bookedDates(todayOf(hall))
      .flatMap((date) => bookingsOf(hall, vault.value, date, idNumber))
      .filter(({ state }) => state === 'booked'),
  );
}

/** All bookings of a day, and how each of its times is used. */
export function appointmentDay(
  hall: HallContext,
  { date }: Input<HallOperations, 'appointmentDay'>,
): Result<Output<HallOperations, 'appointmentDay'>, ApiError> {
  const rows = hall.stores.appointments.ofDay(date);
  const times = [...new Set(rows.map(({ starts }) => starts))];
  const slots = times.map((starts) => {
    const here = rows.filter((row) => row.starts === starts);
    const count = (state: AppointmentRow['state']): number =>
      here.filter((row) => row.state === state).length;
    return {
      slotId: slotIdOf(date, { starts }),
      booked: here.length - count('cancelled'),
      checkedIn: count('checked-in'),
      missed: count('missed'),
    };
  });
  return ok({ date, slots, appointments: rows.map((row) => appointmentView(hall, row)) });
}

/** One field in clear, to call the person back. That somebody looked is written before they see it, at every look. */
export function revealAppointment(
  hall: HallContext,
  { appointmentId, who, field }: Input<HallOperations, 'revealAppointment'>,
): Result<Output<HallOperations, 'revealAppointment'>, ApiError> {
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  const row = hall.stores.appointments.byId(appointmentId);
  if (row === undefined) return err({ kind: 'unknown-appointment' });
  const vaultId = who === 'holder' ? row.holderVaultId : row.companionVaultId;
  if (vaultId === null) return err({ kind: 'not-found' });
  const revealed = vault.value.reveal(vaultId, field, 'staff-view');
  if (!revealed.ok) return err(whyNotRevealed(revealed.error));
  hall.journal.append('person.revealed', 1, revealed.value.record);
  return ok({ value: revealed.value.value.revealFor('staff-view') });
}

function appointmentView(hall: HallContext, row: AppointmentRow): AppointmentView {
  const { appointmentId, code, serviceCode, date, starts, state, people, channel, ticketId } = row;
  const time = timeOf(row);
  const { appointments } = hall.policy;
  return {
    ...{ appointmentId, code, serviceCode, date, state, people, channel },
    serviceName: serviceName(hall, serviceCode),
    slotId: slotIdOf(date, { starts }),
    starts: timeOfDay(starts),
    arrival: state === 'booked' ? arrivalAt(localNow(hall), time, appointments) : null,
    checkInFrom: localText(windowOpens(time, appointments)),
    holder: masked(hall, row.holderVaultId),
    companion: masked(hall, row.companionVaultId),
    ticketNumber: ticketId === null ? null : (hall.stores.tickets.byId(ticketId)?.number ?? null),
  };
}

function masked({ vault }: HallContext, vaultId: string | null): AppointmentView['holder'] {
  const person = vaultId === null ? undefined : vault?.personOf(vaultId);
  if (person?.name === undefined) return null;
  return { maskedName: person.name.masked, maskedIdNumber: person.idNumber?.masked ?? null };
}
