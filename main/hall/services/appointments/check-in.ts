import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Input } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { nextAppointmentState } from '../../domain/appointments/appointment-lifecycle.ts';
import { arrivalAt, windowOpens } from '../../domain/appointments/arrival.ts';
import { localText } from '../../domain/appointments/local-minutes.ts';
import type { AppointmentRow } from '../../store/appointment-store.ts';
import { todayOf } from '../elders/elder-people.ts';
import type { HallContext } from '../hall-context.ts';
import { localNow, timeOf } from './booking-clock.ts';

type IssueInput = Input<HallOperations, 'issueTicket'>;
type Person = NonNullable<IssueInput['holder']>;

/** Who takes a number, with what a booking adds to it. */
export interface Arrived {
  readonly input: IssueInput;
  readonly booking?: { readonly row: AppointmentRow; readonly onTime: boolean };
}

/**
 * Who comes for a booking. In its window it gives the class of those who are booked; after it they wait like everybody and
 * are told so; before it they are told from when. The people are those of the booking: two come with one number.
 */
export function arriveWithBooking(hall: HallContext, input: IssueInput): Result<Arrived, ApiError> {
  if (input.appointmentId === undefined) return ok({ input });
  const row = hall.stores.appointments.byId(input.appointmentId);
  if (row === undefined || row.date < todayOf(hall)) return err({ kind: 'unknown-appointment' });
  const wrong = wrongWish(input, row) ?? notToCheckIn(hall, row);
  if (wrong !== undefined) return err(wrong);
  const { appointments } = hall.policy;
  const arrival = arrivalAt(localNow(hall), timeOf(row), appointments);
  if (arrival === 'early')
    return err({ kind: 'too-early', from: localText(windowOpens(timeOf(row), appointments)) });
  return ok({
    input: { ...input, ...peopleOfBooking(hall, row) },
    booking: { row, onTime: arrival === 'on-time' },
  });
}

/** The fact that a booking became a number. */
export function noteCheckIn(hall: HallContext, { booking }: Arrived, ticketId: string): void {
  if (booking === undefined) return;
  const { appointmentId } = booking.row;
  hall.journal.append('appointment.checked-in', 1, { appointmentId, ticketId, onTime: booking.onTime });
}

function wrongWish(input: IssueInput, { serviceCode }: AppointmentRow): ApiError | undefined {
  const problem = (where: string, allowed: string): ApiError => ({
    kind: 'bad-input',
    problems: [{ where, allowed }],
  });
  if (input.serviceCode !== serviceCode)
    return problem('serviceCode', `${serviceCode}, the service of this booking`);
  for (const who of ['holder', 'companion', 'companionRelation'] as const)
    if (input[who] !== undefined) return problem(who, 'left out: the booking says who comes');
  return undefined;
}

function notToCheckIn({ stores }: HallContext, { state, ticketId }: AppointmentRow): ApiError | undefined {
  if (nextAppointmentState(state, 'check-in') !== undefined) return undefined;
  const ticket = ticketId === null ? undefined : stores.tickets.byId(ticketId);
  return ticket === undefined
    ? { kind: 'not-now', state, step: 'check-in' }
    : { kind: 'already-waiting', ticketId: ticket.ticketId, number: ticket.number };
}

/** Without the vault's key the number is given without names, as for everybody. */
function peopleOfBooking(
  { vault }: HallContext,
  { people, holderVaultId, companionVaultId }: AppointmentRow,
): Pick<IssueInput, 'holder' | 'companion' | 'companionRelation'> {
  const person = (vaultId: string | null): Person | undefined => {
    const { name, idNumber } = (vaultId === null ? undefined : vault?.personOf(vaultId)) ?? {};
    if (name === undefined) return undefined;
    const number = idNumber?.revealFor('vault');
    return { name: name.revealFor('vault'), ...(number !== undefined && { idNumber: number }) };
  };
  const [holder, companion] = [person(holderVaultId), person(companionVaultId)];
  return {
    ...(holder !== undefined && { holder }),
    ...(companion !== undefined && { companion }),
    // Whoever is booked as two comes to marry or to part.
    ...(people === 2 && { companionRelation: 'spouse' as const }),
  };
}
