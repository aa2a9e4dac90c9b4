import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Caller, Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import {
  nextAppointmentState,
  type AppointmentEvent,
} from '../../domain/appointments/appointment-lifecycle.ts';
import { isEarlyEnoughToCancel } from '../../domain/appointments/arrival.ts';
import type { AppointmentRow } from '../../store/appointment-store.ts';
import { openVault } from '../elders/elder-people.ts';
import type { HallContext } from '../hall-context.ts';
import { serviceDay } from '../service-day.ts';
import { alreadyBooked } from './book.ts';
import { localNow, timeOf } from './booking-clock.ts';
import { numbersOf, sealAgain } from './booking-people.ts';
import { findSlot } from './slots.ts';

/** The person does not come. Shortly before the time only staff free the place, who may have somebody for it. */
export function cancelAppointment(
  hall: HallContext,
  { appointmentId }: Input<HallOperations, 'cancelAppointment'>,
  caller: Caller,
): Result<Output<HallOperations, 'cancelAppointment'>, ApiError> {
  const found = changeable(hall, appointmentId, 'cancel', caller);
  if (!found.ok) return found;
  const day = serviceDay(hall);
  if (!day.ok) return day;
  hall.journal.append('appointment.cancelled', 1, { appointmentId, why: 'asked' });
  return ok({ appointmentId });
}

/** Another time for the same service, people and code. */
export function moveAppointment(
  hall: HallContext,
  { appointmentId, slotId }: Input<HallOperations, 'moveAppointment'>,
  caller: Caller,
): Result<Output<HallOperations, 'moveAppointment'>, ApiError> {
  const found = changeable(hall, appointmentId, 'move', caller);
  if (!found.ok) return found;
  const { serviceCode, code } = found.value;
  const slot = findSlot(hall, { serviceCode, slotId }, appointmentId);
  if (!slot.ok) return slot;
  const { date, starts } = slot.value;
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  const numbers = numbersOf(vault.value, found.value);
  const refused = alreadyBooked(hall, vault.value, date, numbers, appointmentId);
  if (refused !== undefined) return err(refused);
  const day = serviceDay(hall);
  if (!day.ok) return day;
  const who = sealAgain(vault.value, date, found.value);
  hall.journal.append('appointment.moved', 1, { appointmentId, date, starts, ...who });
  return ok({ appointmentId, code, slotId });
}

function changeable(
  hall: HallContext,
  appointmentId: string,
  event: AppointmentEvent,
  { role }: Caller,
): Result<AppointmentRow, ApiError> {
  const row = hall.stores.appointments.byId(appointmentId);
  if (row === undefined) return err({ kind: 'unknown-appointment' });
  if (nextAppointmentState(row.state, event) === undefined)
    return err({ kind: 'not-now', state: row.state, step: event });
  const { appointments } = hall.policy;
  if (role !== 'kiosk' || isEarlyEnoughToCancel(localNow(hall), timeOf(row), appointments)) return ok(row);
  return err({ kind: 'appointment-needs-staff', reason: 'late', limit: appointments.cancelHours });
}
