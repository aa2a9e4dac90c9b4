import type { appointmentRows } from '../../../../preload/contracts/hall/appointment-rows.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Handlers } from '../../../../preload/contracts/operation.ts';
import type { HallContext } from '../hall-context.ts';
import type { Runners } from '../runners.ts';
import { bookAppointment } from './book.ts';
import { cancelAppointment, moveAppointment } from './change.ts';
import { appointmentDay, findAppointment, revealAppointment } from './looking.ts';
import { bookableServices, listSlots } from './slots.ts';

/** Coming at a time that was agreed on. Who comes for one takes a number: that is `issueTicket`. */
export function createAppointmentHandlers(
  hall: HallContext,
  { mutation, unkept }: Runners,
): Pick<Handlers<HallOperations>, keyof typeof appointmentRows> {
  return {
    bookableServices: () => bookableServices(hall),
    listSlots: (input) => listSlots(hall, input),
    bookAppointment: mutation('bookAppointment', bookAppointment),
    moveAppointment: mutation('moveAppointment', moveAppointment),
    cancelAppointment: mutation('cancelAppointment', cancelAppointment),
    findAppointment: (input) => findAppointment(hall, input),
    appointmentDay: (input) => appointmentDay(hall, input),
    revealAppointment: unkept('revealAppointment', revealAppointment),
  };
}
