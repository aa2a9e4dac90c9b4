import type { Database } from '../../foundation/sqlite/open-database.ts';
import type { ProactiveState } from '../../../preload/contracts/hall/benefit-values.ts';
import type { JournalEvent } from '../journal/journal-event.ts';
import { eventOrder } from './event-order.ts';

type EventOf<Kind extends JournalEvent['kind']> = Extract<JournalEvent, { kind: Kind }>;

/** What lists of elders, their checks and answers do to the tables. */
export function elderProjections(database: Database) {
  return {
    ...listProjections(database),
    ...checkProjections(database),
    ...offerProjections(database),
    ...stopProjections(database),
  };
}

function listProjections(database: Database) {
  const replaceOthers = database.prepare('update elder_list set replaced = 1 where list_id <> ?');
  const insertList = database.prepare('insert or ignore into elder_list (list_id, place) values (?, ?)');
  const upsert =
    database.prepare(`insert into elder (beneficiary_id, place, list_id, vault_id, benefits, has_phone)
    values (@beneficiaryId, @place, @listId, @vaultId, @benefits, @hasPhone)
    on conflict (beneficiary_id) do update set place = excluded.place, list_id = excluded.list_id, vault_id = excluded.vault_id,
      benefits = excluded.benefits, has_phone = excluded.has_phone`);
  return {
    'elder.list-imported': (event: EventOf<'elder.list-imported'>): void => {
      insertList.run(event.body.listId, eventOrder(event));
      replaceOthers.run(event.body.listId);
    },
    'elder.listed': (event: EventOf<'elder.listed'>): void => {
      const { beneficiaryId, listId, vaultId, benefits, hasPhone } = event.body;
      upsert.run({
        ...{ beneficiaryId, place: eventOrder(event), listId, vaultId },
        ...{ benefits: JSON.stringify(benefits), hasPhone: Number(hasPhone) },
      });
    },
  };
}

function checkProjections(database: Database) {
  const insert = database.prepare(`insert into certification values
    (@certificationId, @dayId, @beneficiaryId, @cycle, @benefits, @mode, @result, @confirmed, @by)`);
  const check = database.prepare('update certification set confirmed = ? where certification_id = ?');
  return {
    'elder.certified': ({ body, dayId }: EventOf<'elder.certified'>): void => {
      const { certificationId, beneficiaryId, cycle, benefits, mode, result, confirmed, by = null } = body;
      insert.run({
        ...{ certificationId, dayId, beneficiaryId, cycle, mode, result, by },
        ...{ benefits: JSON.stringify(benefits), confirmed: confirmed === true ? 1 : null },
      });
    },
    'elder.certification-checked': ({ body }: EventOf<'elder.certification-checked'>): void =>
      void check.run(Number(body.agrees), body.certificationId),
  };
}

function offerProjections(database: Database) {
  const setState = database.prepare('update elder set proactive = ? where beneficiary_id = ?');
  const notify = database.prepare(
    `update elder set proactive = 'NOTIFIED' where beneficiary_id = ? and proactive in ('SELECTED', 'NOTIFIED')`,
  );
  const confirm = database.prepare(
    'update elder set proactive = ?, tier_confirmed = ? where beneficiary_id = ?',
  );
  const answer = database.prepare('insert into elder_answer values (?, ?, ?, ?, ?)');
  const become = (state: ProactiveState, beneficiaryId: string): void =>
    void setState.run(state, beneficiaryId);
  return {
    'elder.reminders-exported': ({ body }: EventOf<'elder.reminders-exported'>): void => {
      for (const beneficiaryId of body.beneficiaryIds) notify.run(beneficiaryId);
    },
    'elder.answered': (event: EventOf<'elder.answered'>): void => {
      const { beneficiaryId, answer: given, how } = event.body;
      become(given === 'agreed' ? 'CONSENTED' : 'DECLINED', beneficiaryId);
      answer.run(eventOrder(event), event.dayId, beneficiaryId, given, how);
    },
    'elder.offer-accepted': ({ body }: EventOf<'elder.offer-accepted'>): void =>
      become('ACCEPTED', body.beneficiaryId),
    'elder.tier-confirmed': ({ body }: EventOf<'elder.tier-confirmed'>): void =>
      void confirm.run('TIER_CHANGED' satisfies ProactiveState, body.on, body.beneficiaryId),
  };
}

function stopProjections(database: Database) {
  const report = database.prepare(
    'insert into stop_task (task_id, beneficiary_id, cause, reported_at) values (?, ?, ?, ?)',
  );
  const decide = database.prepare(
    'update stop_task set decision = ?, decided_by = ?, decided_day_id = ? where task_id = ?',
  );
  return {
    'elder.stop-reported': ({ body, atWall }: EventOf<'elder.stop-reported'>): void =>
      void report.run(body.taskId, body.beneficiaryId, body.cause, atWall),
    'elder.stop-decided': ({ body, dayId }: EventOf<'elder.stop-decided'>): void =>
      void decide.run(body.decision, body.by ?? null, dayId, body.taskId),
  };
}
