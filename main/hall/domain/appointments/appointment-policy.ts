/** A service that can be booked, and what one booking of it needs. */
export interface BookableService {
  readonly serviceCode: string;
  /** Planned for one booking; null: as long as the catalogue says, or a whole slot where no window is used. */
  readonly minutes: number | null;
  /** Bookings at once where no window is used, such as rooms or people at a memorial site; null: it needs a window. */
  readonly places: number | null;
  /** Who comes together with one booking: a couple is two people with one number. */
  readonly people: 1 | 2;
  /** Whether the festival's own share counts for it. */
  readonly festival: boolean;
  /** Days of the visits, YYYY-MM-DD, both included. */
  readonly from: string;
  readonly until?: string | undefined;
}

/** A day on which many want the same: one of every year, or one of the lunar calendar by its dates. */
export interface Festival {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** MM-DD. */
  readonly monthDay?: string | undefined;
  /** YYYY-MM-DD. */
  readonly dates?: readonly string[] | undefined;
}

/** "08:30" to "12:00". */
export interface OpenRange {
  readonly opens: string;
  readonly closes: string;
}

/** The hall's choices about appointments, as data. */
export interface AppointmentPolicy {
  readonly services: readonly BookableService[];
  readonly openHours: readonly OpenRange[];
  readonly slotMinutes: number;
  /** Part of the windows' time that is kept for people without a booking, 0 to 1. */
  readonly walkInShare: number;
  /** Working days ahead, first and last that can be booked; 0: today. */
  readonly fromDaysAhead: number;
  readonly daysAhead: number;
  /** Who comes within these minutes of the time is on time. */
  readonly windowBeforeMinutes: number;
  readonly windowAfterMinutes: number;
  /** Until so long before, people cancel by themselves; later staff do. */
  readonly cancelHours: number;
  /** Who did not come more often than that within so many days is booked by staff. */
  readonly noShowLimit: number;
  readonly noShowDays: number;
  readonly festivals: readonly Festival[];
  readonly festivalWalkInShare: number;
  /** Open besides the usual hours on a festival, for services of the festival. */
  readonly festivalHours: readonly OpenRange[];
}

/** The line that counts for a visit on this day; undefined where the service cannot be booked then. */
export function bookableOn(
  { services }: Pick<AppointmentPolicy, 'services'>,
  serviceCode: string,
  date: string,
): BookableService | undefined {
  return services.find(
    (one) =>
      one.serviceCode === serviceCode && one.from <= date && (one.until === undefined || date <= one.until),
  );
}

/** The festival of a day, if it is one. */
export function festivalOn(festivals: readonly Festival[], date: string): Festival | undefined {
  return festivals.find(
    ({ monthDay, dates }) => monthDay === date.slice('YYYY-'.length) || dates?.includes(date) === true,
  );
}
