import type { Database } from '../../foundation/sqlite/open-database.ts';
import { sameNameKey } from '../domain/social-organisations/duties.ts';
import type { JournalEvent } from '../journal/journal-event.ts';
import { eventOrder } from './event-order.ts';

type EventOf<Kind extends JournalEvent['kind']> = Extract<JournalEvent, { kind: Kind }>;

/** What becomes of the register of organisations. */
export function organisationProjections(database: Database) {
  return {
    'organisation.filed': filing(database),
    'organisation.changed': changing(database),
    'organisation.reported': reporting(database),
  };
}

function filing(database: Database) {
  const file = database.prepare(`insert into organisation
    values (@place, @organisationId, @name, @nameKey, @community, @communityKey, @street, @kind, @way, @conditions,
      @creditCode, @purpose, @activity, @head, @address, @filedOn, @on, 'active')`);
  return (event: EventOf<'organisation.filed'>): void => {
    const { organisationId, name, community, street, group, way, purpose, filedOn, on } = event.body;
    const { creditCode = null, activity = null, headVaultId, placeVaultId = null } = event.body;
    file.run({
      ...{ place: eventOrder(event), organisationId, name, nameKey: sameNameKey(name) },
      ...{ community, communityKey: sameNameKey(community), street, kind: group.kind, way },
      ...{ conditions: JSON.stringify(event.body.conditions), creditCode, purpose, activity },
      ...{ head: headVaultId, address: placeVaultId, filedOn, on },
    });
  };
}

function changing(database: Database) {
  const note = database.prepare(`insert into organisation_change
    values (@place, @organisationId, @changeId, @kind, @change, @dueOn, @on, @receivedOn, @by)`);
  const becomes = database.prepare(`update organisation set
      purpose = coalesce(@purpose, purpose), activity = coalesce(@activity, activity),
      head_vault_id = coalesce(@head, head_vault_id), place_vault_id = coalesce(@address, place_vault_id),
      state = coalesce(@state, state)
    where organisation_id = @organisationId`);
  return (event: EventOf<'organisation.changed'>): void => {
    const { organisationId, changeId, change, dueOn, on, receivedOn = null, by = null } = event.body;
    const { headVaultId: head = null, placeVaultId: address = null } = event.body;
    note.run({
      ...{ place: eventOrder(event), organisationId, changeId, kind: change.kind },
      ...{ change: JSON.stringify(change), dueOn, on, receivedOn, by },
    });
    becomes.run({
      ...{ organisationId, head, address },
      purpose: change.kind === 'purpose' ? change.purpose : null,
      activity: change.kind === 'activity' ? change.activity : null,
      state: change.kind !== 'dissolution' ? null : receivedOn === null ? 'ending' : 'ended',
    });
  };
}

function reporting(database: Database) {
  const period = database.prepare(`insert into organisation_report
    values (@place, @organisationId, @to, @period, @until, @receivedOn, @by)`);
  const papers = database.prepare('update organisation_change set received_on = ? where change_id = ?');
  const end = database.prepare(`update organisation set state = 'ended' where organisation_id = ? and exists
      (select 1 from organisation_change where change_id = ? and kind = 'dissolution')`);
  return (event: EventOf<'organisation.reported'>): void => {
    const { organisationId, report, until, receivedOn, by = null } = event.body;
    if (report.of === 'period') {
      const { to, period: name } = report;
      period.run({ place: eventOrder(event), organisationId, to, period: name, until, receivedOn, by });
      return;
    }
    papers.run(receivedOn, report.changeId);
    end.run(organisationId, report.changeId);
  };
}
