import type { Database } from 'better-sqlite3';

/** Bookings. Knows people by their ids of the vault only. */
export function createAppointmentTables(database: Database): void {
  database.exec(`
    create table appointment (
      appointment_id     text primary key,
      -- Order of booking: decides every tie, so no clock is ever asked.
      book_order         integer not null,
      code               text not null,
      service_code       text not null,
      date               text not null,
      -- Minutes of the day.
      starts             integer not null,
      minutes            integer not null,
      people             integer not null,
      state              text not null,
      channel            text not null,
      holder_vault_id    text not null,
      companion_vault_id text,
      ticket_id          text
    ) without rowid;
    create index appointment_by_day on appointment(date, starts);
    -- A code may come again once nobody is booked under it.
    create unique index appointment_code on appointment(code) where state = 'booked';
    create index appointment_missed on appointment(date) where state = 'missed';
  `);
}

/** Tables that a replay of the journal rebuilds from nothing. */
export const APPOINTMENT_TABLES = ['appointment'] as const;
