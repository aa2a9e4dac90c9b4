import type { Database } from '../../foundation/sqlite/open-database.ts';
import type { JournalEvent } from '../journal/journal-event.ts';
import { eventOrder } from './event-order.ts';

type EventOf<Kind extends JournalEvent['kind']> = Extract<JournalEvent, { kind: Kind }>;

/** What a change of the catalogue and a check of its channels do to the tables. */
export function catalogueProjections(database: Database) {
  const change = database.prepare(`insert into catalogue_change
    values (@place, @serviceCode, @from, @until, @values, @why, @by, @at)`);
  const audit = database.prepare(`insert into channel_audit
    values (@place, @auditId, @services, @findings, @by, @at)`);
  return {
    'catalogue.changed': (event: EventOf<'catalogue.changed'>): void => {
      const { serviceCode, from, until = null, values, why, by = null } = event.body;
      change.run({
        ...{ place: eventOrder(event), serviceCode, from, until, why, by, at: event.atWall },
        values: JSON.stringify(values),
      });
    },
    'channels.audited': (event: EventOf<'channels.audited'>): void => {
      const { auditId, services, findings, by = null } = event.body;
      audit.run({
        ...{ place: eventOrder(event), auditId, services, by, at: event.atWall },
        findings: JSON.stringify(findings),
      });
    },
  };
}
