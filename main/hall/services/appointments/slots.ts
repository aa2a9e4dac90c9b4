import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations, SlotDayView } from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import {
  bookableOn,
  festivalOn,
  type BookableService,
} from '../../domain/appointments/appointment-policy.ts';
import { bookingDays } from '../../domain/appointments/booking-days.ts';
import { daySlots, readSlotId, slotIdOf, type Slot } from '../../domain/appointments/day-slots.ts';
import { localMinutes, timeOfDay } from '../../domain/appointments/local-minutes.ts';
import { placesLeft, type WindowTime } from '../../domain/appointments/places-left.ts';
import type { HallContext } from '../hall-context.ts';
import { serviceName } from '../views.ts';
import { localNow } from './booking-clock.ts';

/** Days on which people can be booked now, the first first. */
export function daysToBook({ policy, clock, localTime }: HallContext): readonly string[] {
  return bookingDays(localTime.date(clock.nowMs()), policy.appointments, policy.calendar);
}

/** Services that can be booked for some day that can be booked now. */
export function bookableServices(
  hall: HallContext,
): Result<Output<HallOperations, 'bookableServices'>, ApiError> {
  const services = daysToBook(hall)
    .flatMap((date) =>
      hall.policy.appointments.services.filter(
        (one) => bookableOn(hall.policy.appointments, one.serviceCode, date) === one,
      ),
    )
    .filter(({ serviceCode }, at, all) => all.findIndex((one) => one.serviceCode === serviceCode) === at)
    .filter(({ serviceCode }) => hall.catalogue.has(serviceCode))
    .map(({ serviceCode, people }) => ({
      serviceCode,
      serviceName: serviceName(hall, serviceCode),
      people,
    }));
  return ok({ services });
}

/** The days and times of a service with what is left of them. A day without a time at all is left out. */
export function listSlots(
  hall: HallContext,
  { serviceCode, from = '' }: Input<HallOperations, 'listSlots'>,
): Result<Output<HallOperations, 'listSlots'>, ApiError> {
  if (!hall.catalogue.has(serviceCode)) return err({ kind: 'unknown-service', serviceCode });
  const days = daysToBook(hall).flatMap((date) => {
    const service = bookableOn(hall.policy.appointments, serviceCode, date);
    return service === undefined || date < from ? [] : [{ service, day: slotDay(hall, service, date) }];
  });
  const [first] = days;
  const isOffered = hall.policy.appointments.services.some((one) => one.serviceCode === serviceCode);
  if (!isOffered) return err({ kind: 'not-bookable', serviceCode });
  return ok({
    serviceCode,
    serviceName: serviceName(hall, serviceCode),
    people: first?.service.people ?? 1,
    days: days.map(({ day }) => day).filter(({ slots }) => slots.length > 0),
  });
}

function slotDay(hall: HallContext, service: BookableService, date: string): SlotDayView {
  const plan = dayPlan(hall, service, date);
  const festival = festivalOn(hall.policy.appointments.festivals, date);
  return {
    date,
    festival:
      festival === undefined ? null : { id: festival.id, nameZh: festival.nameZh, nameEn: festival.nameEn },
    slots: openSlots(hall, plan, date).map((slot) => ({
      slotId: slotIdOf(date, slot),
      starts: timeOfDay(slot.starts),
      ends: timeOfDay(slot.ends),
      places: placesLeft(slot, plan),
    })),
  };
}

/** Slots that are still to come, in which a booking of this length ends with the half-day. */
function openSlots(hall: HallContext, { slots, minutes }: WindowTime, date: string): readonly Slot[] {
  const now = localNow(hall);
  return slots.filter(
    ({ starts, half }) => starts + minutes <= half.closes && localMinutes(date, timeOfDay(starts)) > now,
  );
}

export interface FoundSlot {
  readonly service: BookableService;
  readonly slotId: string;
  readonly date: string;
  readonly starts: number;
  /** Planned for one booking. */
  readonly minutes: number;
}

/** The slot of this name with room for one more; `except` is a booking that is being moved and makes room itself. */
export function findSlot(
  hall: HallContext,
  { serviceCode, slotId }: { readonly serviceCode: string; readonly slotId: string },
  except?: string,
): Result<FoundSlot, ApiError> {
  if (!hall.catalogue.has(serviceCode)) return err({ kind: 'unknown-service', serviceCode });
  const { date = '' } = readSlotId(slotId) ?? {};
  const service = bookableOn(hall.policy.appointments, serviceCode, date);
  const isOffered = hall.policy.appointments.services.some((one) => one.serviceCode === serviceCode);
  if (!isOffered) return err({ kind: 'not-bookable', serviceCode });
  const plan = service && daysToBook(hall).includes(date) ? dayPlan(hall, service, date, except) : undefined;
  const slot = plan && openSlots(hall, plan, date).find((one) => slotIdOf(date, one) === slotId);
  if (service === undefined || plan === undefined || slot === undefined)
    return err({
      kind: 'bad-input',
      problems: [{ where: 'slotId', allowed: 'a slot of this service that listSlots names now' }],
    });
  if (placesLeft(slot, plan) === 0) return err({ kind: 'slot-full', slotId });
  return ok({ service, slotId, date, starts: slot.starts, minutes: plan.minutes });
}

/** What a service has of a day: its windows or places, and who is booked for them already. */
function dayPlan(hall: HallContext, service: BookableService, date: string, except?: string): WindowTime {
  const { appointments } = hall.policy;
  const isFestival = service.festival && festivalOn(appointments.festivals, date) !== undefined;
  const slots = daySlots(
    appointments.openHours,
    isFestival ? appointments.festivalHours : [],
    appointments.slotMinutes,
  );
  const competing = hall.stores.appointments
    .ofDay(date)
    .filter(({ appointmentId, state }) => appointmentId !== except && state !== 'cancelled')
    .filter((row) => needsTheSame(hall, service, row.serviceCode, date));
  return {
    slots,
    windows: service.places ?? windowsFor(hall, service.serviceCode).length,
    minutes: minutesOf(hall, service),
    walkInShare: isFestival ? appointments.festivalWalkInShare : appointments.walkInShare,
    competing,
  };
}

function minutesOf(hall: HallContext, { minutes, places, serviceCode }: BookableService): number {
  if (minutes !== null) return minutes;
  const { slotMinutes } = hall.policy.appointments;
  return places === null ? (hall.everyService.get(serviceCode)?.typicalMinutes ?? slotMinutes) : slotMinutes;
}

/** Bookings of services with places of their own share nothing; the others share a window that serves both. */
function needsTheSame(hall: HallContext, service: BookableService, other: string, date: string): boolean {
  if (service.places !== null || service.serviceCode === other) return service.serviceCode === other;
  const otherPlaces = bookableOn(hall.policy.appointments, other, date)?.places ?? null;
  if (otherPlaces !== null) return false;
  const theirs = windowsFor(hall, other);
  return windowsFor(hall, service.serviceCode).some((counterId) => theirs.includes(counterId));
}

/** Windows of the hall's plan that serve it, whether they are open now or not. */
function windowsFor({ policy }: HallContext, serviceCode: string): readonly string[] {
  return policy.counters
    .filter(({ services }) => services.length === 0 || services.includes(serviceCode))
    .map(({ counterId }) => counterId);
}
