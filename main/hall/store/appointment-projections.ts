import type { Database } from '../../foundation/sqlite/open-database.ts';
import type { JournalEvent } from '../journal/journal-event.ts';
import { eventOrder } from './event-order.ts';

type EventOf<Kind extends JournalEvent['kind']> = Extract<JournalEvent, { kind: Kind }>;

/** What bookings do to the tables. */
export function appointmentProjections(database: Database) {
  const sql = (text: string) => database.prepare(text);
  const book = sql(`insert into appointment
      (appointment_id, book_order, code, service_code, date, starts, minutes, people, state, channel,
        holder_vault_id, companion_vault_id)
    values (@appointmentId, @order, @code, @serviceCode, @date, @starts, @minutes, @people, 'booked', @channel,
        @holder, @companion)`);
  const move = sql(`update appointment set date = @date, starts = @starts, holder_vault_id = @holder,
      companion_vault_id = @companion where appointment_id = @appointmentId`);
  const setState = sql('update appointment set state = ? where appointment_id = ?');
  const checkIn = sql("update appointment set state = 'checked-in', ticket_id = ? where appointment_id = ?");
  return {
    'appointment.booked': (event: EventOf<'appointment.booked'>): void => {
      const { appointmentId, code, serviceCode, date, starts, minutes, people, channel } = event.body;
      book.run({
        ...{ appointmentId, code, serviceCode, date, starts, minutes, people, channel },
        order: eventOrder(event),
        holder: event.body.holderVaultId,
        companion: event.body.companionVaultId ?? null,
      });
    },
    'appointment.moved': ({ body }: EventOf<'appointment.moved'>): void => {
      const { appointmentId, date, starts, holderVaultId, companionVaultId = null } = body;
      move.run({ appointmentId, date, starts, holder: holderVaultId, companion: companionVaultId });
    },
    'appointment.cancelled': ({ body }: EventOf<'appointment.cancelled'>): void =>
      void setState.run('cancelled', body.appointmentId),
    'appointment.checked-in': ({ body }: EventOf<'appointment.checked-in'>): void =>
      void checkIn.run(body.ticketId, body.appointmentId),
    'appointment.missed': ({ body }: EventOf<'appointment.missed'>): void =>
      void setState.run('missed', body.appointmentId),
  };
}
