import type { Database } from '../../foundation/sqlite/open-database.ts';
import type { JournalEvent } from '../journal/journal-event.ts';

type EventOf<Kind extends JournalEvent['kind']> = Extract<JournalEvent, { kind: Kind }>;

/** What a printed letter of authority does to the tables. */
export function proxyProjections(database: Database) {
  const insert =
    database.prepare(`insert into proxy_letter (letter_id, day_id, principal_vault_id, agent_vault_id)
    values (@letterId, @dayId, @principal, @agent)`);
  return {
    'proxy.letter-printed': ({ body, dayId }: EventOf<'proxy.letter-printed'>): void => {
      const { letterId, principalVaultId = null, agentVaultId = null } = body;
      insert.run({ letterId, dayId, principal: principalVaultId, agent: agentVaultId });
    },
  };
}
