import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type {
  AppointmentView,
  BookableServiceView,
  HallOperations,
  SlotDayView,
} from '../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../preload/contracts/operation.ts';
import { useClerk } from './clerk-store.ts';

/** What a clerk writes down of who is booked. */
export type BookingWish = Omit<Input<HallOperations, 'bookAppointment'>, 'requestId'>;

/** Bookings as staff make, find and end them. Nobody's name is kept here: the hall shows them masked. */
export const useAppointments = defineStore('appointments', () => {
  const clerk = useClerk();
  const services = shallowRef<readonly BookableServiceView[]>([]);
  const days = shallowRef<readonly SlotDayView[]>([]);
  const ofDay = shallowRef<readonly AppointmentView[]>([]);
  const booked = shallowRef<Output<HallOperations, 'bookAppointment'> | null>(null);
  const number = shallowRef<string | null>(null);

  async function askServices(): Promise<void> {
    const answer = await clerk.take('bookable services', (hall) => hall.bookableServices({}));
    if (answer?.ok === true) services.value = answer.value.services;
  }
  async function askSlots(serviceCode: string): Promise<boolean> {
    const answer = await clerk.take(`slots ${serviceCode}`, (hall) => hall.listSlots({ serviceCode }));
    if (answer?.ok !== true) return false;
    days.value = answer.value.days;
    return true;
  }
  async function askDay(date: string): Promise<void> {
    const answer = await clerk.take(`day ${date}`, (hall) => hall.appointmentDay({ date }));
    if (answer?.ok === true) ofDay.value = answer.value.appointments;
  }
  async function book(wish: BookingWish): Promise<boolean> {
    const answer = await clerk.take(`book ${JSON.stringify(wish)}`, (hall, requestId) =>
      hall.bookAppointment({ requestId, ...wish }),
    );
    if (answer?.ok === true) booked.value = answer.value;
    return answer?.ok === true;
  }
  async function checkIn({ appointmentId, serviceCode }: AppointmentView): Promise<boolean> {
    const answer = await clerk.take(`check in ${appointmentId}`, (hall, requestId) =>
      hall.issueTicket({ requestId, serviceCode, appointmentId }),
    );
    if (answer?.ok === true) number.value = answer.value.number;
    return answer?.ok === true;
  }
  async function cancel({ appointmentId }: AppointmentView): Promise<boolean> {
    const answer = await clerk.take(`cancel ${appointmentId}`, (hall, requestId) =>
      hall.cancelAppointment({ requestId, appointmentId }),
    );
    return answer?.ok === true;
  }
  const phoneOf = createPhoneOf(clerk);
  return {
    ...{ services, days, ofDay, booked, number },
    ...{ askServices, askSlots, askDay, book, checkIn, cancel, phoneOf },
  };
});

/** To call back: told to who asked, and kept nowhere. */
function createPhoneOf(clerk: ReturnType<typeof useClerk>) {
  return async ({ appointmentId }: AppointmentView): Promise<string | null> => {
    const answer = await clerk.take(`phone ${appointmentId}`, (hall, requestId) =>
      hall.revealAppointment({ requestId, appointmentId, who: 'holder', field: 'phone' }),
    );
    return answer?.ok === true ? answer.value.value : null;
  };
}
