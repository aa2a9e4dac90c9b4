import type { Database } from '../../foundation/sqlite/open-database.ts';

export type ProxyStore = ReturnType<typeof createProxyStore>;

/**
 * Whom an agent has acted for. Tickets say it both ways: usually the principal holds the number and the agent came along,
 * at a counter it may be the other way round.
 */
export function createProxyStore(database: Database) {
  const sql = (text: string) => database.prepare(text).pluck();
  const daysSince = sql('select day_id from service_day where date >= ?');
  const byTicket = sql(`
    select holder_vault_id from ticket
      where day_id = @dayId and companion_vault_id = @agent and companion_relation = 'agent'
        and holder_vault_id is not null
    union all
    select companion_vault_id from ticket
      where day_id = @dayId and holder_vault_id = @agent and companion_relation = 'principal'
        and companion_vault_id is not null`);
  const byLetter = sql(
    'select principal_vault_id from proxy_letter where agent_vault_id = ? and principal_vault_id is not null',
  );
  return {
    /** Service days from a date (YYYY-MM-DD) on. */
    daysSince: (date: string): string[] => daysSince.all(date) as string[],
    /** Ids of the vault of everyone whom this entry of the vault acted for on that day. */
    principalsOf: (dayId: string, agent: string): string[] =>
      [...byTicket.all({ dayId, agent }), ...byLetter.all(agent)] as string[],
  };
}
