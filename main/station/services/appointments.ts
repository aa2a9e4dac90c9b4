import { randomUUID } from 'node:crypto';
import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { AppointmentView } from '../../../preload/contracts/hall-operations.ts';
import type { Handlers, Input, Output } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import type { BookingView, StationOperations } from '../../../preload/contracts/station-operations.ts';
import type { kioskAppointmentRows } from '../../../preload/contracts/station/appointment-rows.ts';
import { bookingSlip, type BookedTime } from '../forms/booking-slip.ts';
import { holderOfCard } from './person-for-vault.ts';
import { printSheet } from './print-sheet.ts';
import type { RememberedAnswers } from './remembered-answers.ts';
import { today, type StationContext } from './station-context.ts';
import { printIssued } from './take-ticket.ts';

type Answer<Name extends keyof StationOperations> = Promise<
  Result<Output<StationOperations, Name>, ApiError>
>;
type Wish<Name extends keyof StationOperations> = Input<StationOperations, Name>;

/** Bookings: the station adds who the card says they are, and hands it to the hall. */
export function createAppointmentHandlers(
  station: StationContext,
  once: RememberedAnswers,
): Pick<Handlers<StationOperations>, keyof typeof kioskAppointmentRows> {
  const { hall, desk } = station;
  return {
    bookableServices: () => {
      desk.touch();
      return hall.bookableServices({});
    },
    listSlots: ({ serviceCode }) => {
      desk.touch();
      return hall.listSlots({ serviceCode });
    },
    findBookings: (wish) => findBookings(station, wish),
    checkIn: (wish) => once.run('checkIn', wish, () => checkIn(station, wish)),
    bookSlot: (wish) => once.run('bookSlot', wish, () => bookSlot(station, wish)),
    cancelBooking: (wish) => once.run('cancelBooking', wish, () => cancelBooking(station, wish)),
  };
}

/**
 * A person with a card has come: asks the hall what they are booked for. A hall that does not answer shows nothing; a
 * booking is never in the way of what they came for.
 */
export async function lookForBookings(station: StationContext): Promise<void> {
  const { visit } = station.desk;
  if (visit === undefined || cardNumber(station) === undefined) return;
  const found = await ofHall(station, undefined);
  if (found.ok && found.value.length > 0) station.desk.noteBookings(visit.visitId, found.value);
}

function cardNumber({ desk }: StationContext): string | undefined {
  const card = desk.visit?.card;
  return card === undefined || card.warnings.includes('number-not-valid')
    ? undefined
    : card.number.revealFor('vault');
}

/** What the hall knows; the names stay behind. */
async function ofHall(
  station: StationContext,
  code: string | undefined,
): Promise<Result<BookingView[], ApiError>> {
  const idNumber = cardNumber(station);
  if (code === undefined && idNumber === undefined) return ok([]);
  const asked = code === undefined ? { idNumber } : { code };
  const found = await station.hall.findAppointment(asked);
  return found.ok ? ok(found.value.appointments.map((one) => bookingView(one, today(station)))) : found;
}

function bookingView(one: AppointmentView, date: string): BookingView {
  const { appointmentId, code, serviceCode, serviceName, starts, arrival, checkInFrom, people } = one;
  return {
    ...{ appointmentId, code, serviceCode, serviceName, starts, arrival, checkInFrom, people },
    ...{ date: one.date, today: one.date === date },
  };
}

async function findBookings(station: StationContext, { code }: Wish<'findBookings'>): Answer<'findBookings'> {
  const { visit } = station.desk;
  if (visit === undefined) return ok({ bookings: [] });
  station.desk.touch();
  const found = await ofHall(station, code);
  if (!found.ok) return found;
  if (code !== undefined && found.value.length === 0) return err({ kind: 'unknown-appointment' });
  station.desk.noteBookings(visit.visitId, found.value);
  return ok({ bookings: found.value });
}

/** Only what was shown to this very person. */
function shownBooking({ desk }: StationContext, appointmentId: string): Result<BookingView, ApiError> {
  if (desk.visit === undefined) return err({ kind: 'nobody-at-the-kiosk' });
  desk.touch();
  const booking = desk.visit.bookings.find((one) => one.appointmentId === appointmentId);
  return booking === undefined ? err({ kind: 'unknown-appointment' }) : ok(booking);
}

async function checkIn(
  station: StationContext,
  { requestId, appointmentId }: Wish<'checkIn'>,
): Answer<'checkIn'> {
  const booking = shownBooking(station, appointmentId);
  if (!booking.ok) return booking;
  const { visit } = station.desk;
  if (visit === undefined) return err({ kind: 'nobody-at-the-kiosk' });
  const { serviceCode, people } = booking.value;
  const issued = await station.hall.issueTicket({ requestId, serviceCode, appointmentId });
  if (!issued.ok) return issued;
  forget(station, appointmentId);
  const holderMasked = visit.card?.name.masked;
  printIssued(station, visit, issued.value, { people, holderMasked });
  return ok({ ticketId: issued.value.ticketId, number: issued.value.number });
}

async function cancelBooking(
  station: StationContext,
  { requestId, appointmentId }: Wish<'cancelBooking'>,
): Answer<'cancelBooking'> {
  const booking = shownBooking(station, appointmentId);
  if (!booking.ok) return booking;
  const cancelled = await station.hall.cancelAppointment({ requestId, appointmentId });
  if (!cancelled.ok) return cancelled;
  forget(station, appointmentId);
  return ok({});
}

function forget({ desk }: StationContext, appointmentId: string): void {
  const { visit } = desk;
  if (visit === undefined) return;
  desk.noteBookings(
    visit.visitId,
    visit.bookings.filter((one) => one.appointmentId !== appointmentId),
  );
}

/** Booked under one's own name (实名): without a card a counter or the telephone does it. */
async function bookSlot(
  station: StationContext,
  { requestId, serviceCode, slotId }: Wish<'bookSlot'>,
): Answer<'bookSlot'> {
  const { desk, hall } = station;
  const card = desk.visit?.card;
  const { name, idNumber } = card === undefined ? {} : holderOfCard(card);
  if (name === undefined || idNumber === undefined) return err({ kind: 'nobody-at-the-kiosk' });
  desk.touch();
  const wish = { requestId, serviceCode, slotId, channel: 'kiosk', holder: { name, idNumber } } as const;
  const booked = await hall.bookAppointment(wish);
  if (!booked.ok) return booked;
  await lookForBookings(station);
  const { code } = booked.value;
  const serviceName = desk.visit?.bookings.find((one) => one.code === code)?.serviceName ?? serviceCode;
  // It is booked whatever becomes of the slip.
  void printSheet(station, {
    ...{ requestId: randomUUID(), formId: 'appointment', title: '预约单', size: 'large' },
    html: () => Promise.resolve(ok(slipOf(station, { serviceName, slotId, code }))),
  });
  return ok(booked.value);
}

function slipOf(station: StationContext, booking: BookedTime): string {
  const { hallName, telephone } = station.facts;
  const simulated = station.formPrinter?.simulated ?? false;
  return bookingSlip(booking, { hallName, telephone, today: today(station), size: 'large', simulated });
}
