import type { Database } from '../../foundation/sqlite/open-database.ts';
import type { JournalEvent } from '../journal/journal-event.ts';
import { eventOrder } from './event-order.ts';

type EventOf<Kind extends JournalEvent['kind']> = Extract<JournalEvent, { kind: Kind }>;

/** What visits to people at home do to the tables. */
export function careProjections(database: Database) {
  const register = database.prepare(`insert into care_visit
      (care_id, vault_id, helper_vault_id, category, wish, need, follow_up_on, registered_at, staff_number)
    values (@careId, @vaultId, @helper, @category, @wish, @need, @followUpOn, @at, @by)`);
  const follow = database.prepare('update care_visit set outcome = ?, follow_up_on = ? where care_id = ?');
  const followed = database.prepare('insert into care_followed values (?, ?, ?, ?)');
  const book = database.prepare(`insert into home_visit (visit_id, vault_id, purpose, date, part, booked_at)
    values (@visitId, @vaultId, @purpose, @date, @part, @at)`);
  const end = database.prepare('update home_visit set outcome = ?, ended_day_id = ? where visit_id = ?');
  return {
    'care.registered': ({ body, atWall }: EventOf<'care.registered'>): void => {
      const { careId, vaultId, helperVaultId: helper = null, category, wish, need, followUpOn } = body;
      register.run({
        ...{ careId, vaultId, helper, category, wish, need, followUpOn },
        ...{ at: atWall, by: body.by ?? null },
      });
    },
    'care.followed': (event: EventOf<'care.followed'>): void => {
      const { careId, outcome, nextOn = null } = event.body;
      follow.run(outcome, nextOn, careId);
      followed.run(eventOrder(event), event.dayId, careId, outcome);
    },
    'home-visit.booked': ({ body, atWall }: EventOf<'home-visit.booked'>): void => {
      const { visitId, vaultId, purpose, date, part } = body;
      book.run({ visitId, vaultId, purpose, date, part, at: atWall });
    },
    'home-visit.ended': ({ body, dayId }: EventOf<'home-visit.ended'>): void =>
      void end.run(body.outcome, dayId, body.visitId),
  };
}
