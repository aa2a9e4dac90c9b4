import type { AppointmentChannel, AppointmentState } from '../../../preload/contracts/hall/closed-lists.ts';
import type { Database } from '../../foundation/sqlite/open-database.ts';

export interface AppointmentRow {
  readonly appointmentId: string;
  readonly code: string;
  readonly serviceCode: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** Minutes of the day. */
  readonly starts: number;
  readonly minutes: number;
  readonly people: 1 | 2;
  readonly state: AppointmentState;
  readonly channel: AppointmentChannel;
  readonly holderVaultId: string;
  readonly companionVaultId: string | null;
  readonly ticketId: string | null;
}

const ROW = `select appointment_id as appointmentId, code, service_code as serviceCode, date, starts, minutes, people,
    state, channel, holder_vault_id as holderVaultId, companion_vault_id as companionVaultId, ticket_id as ticketId
  from appointment`;
const IN_ORDER = 'order by date, starts, book_order';

export type AppointmentStore = ReturnType<typeof createAppointmentStore>;

/** Mapped and not parsed: only the projections write this table, from events that were parsed. */
export function createAppointmentStore(database: Database) {
  const sql = (text: string) => database.prepare(text);
  const byId = sql(`${ROW} where appointment_id = ?`);
  const byCode = sql(`${ROW} where code = ? and state = 'booked'`);
  const ofDay = sql(`${ROW} where date = ? ${IN_ORDER}`);
  const before = sql(`${ROW} where date < ? and state = 'booked' ${IN_ORDER}`);
  const missedDates = sql(
    "select distinct date from appointment where state = 'missed' and date >= ? order by date",
  ).pluck();
  const bookedDates = sql(
    "select distinct date from appointment where state = 'booked' and date >= ? order by date",
  ).pluck();
  const wasOpen = sql('select exists (select 1 from service_day where date = ?)').pluck();
  return {
    byId: (appointmentId: string): AppointmentRow | undefined =>
      byId.get(appointmentId) as AppointmentRow | undefined,
    /** A booking that stands. */
    byCode: (code: string): AppointmentRow | undefined => byCode.get(code) as AppointmentRow | undefined,
    /** Every booking of a date, whatever became of it, in the order of its times. */
    ofDay: (date: string): AppointmentRow[] => ofDay.all(date) as AppointmentRow[],
    /** Those of days before this one for which nobody came. */
    leftBefore: (date: string): AppointmentRow[] => before.all(date) as AppointmentRow[],
    /** Dates from this one on with bookings to which nobody came. */
    missedDates: (since: string): string[] => missedDates.all(since) as string[],
    /** Dates from this one on for which somebody is booked. */
    bookedDates: (since: string): string[] => bookedDates.all(since) as string[],
    /** Whether a service day was opened on this date. */
    wasOpen: (date: string): boolean => wasOpen.get(date) === 1,
  };
}
