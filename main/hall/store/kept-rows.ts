import type { Database } from '../../foundation/sqlite/open-database.ts';

/**
 * What steps at a counter change of a ticket. Its paper is left out: a printer goes on printing whatever the clerk takes
 * back.
 */
const TICKET_COLUMNS = [
  'state',
  'service_code',
  'called_at',
  'started_at',
  'served_ms',
  'finished_at',
  'counter_id',
  'call_count',
  'missed_count',
  'held_back',
  'for_counter_id',
  'done_services',
  'later_services',
] as const;

/** What statistics know of the visit. */
const VISIT_COLUMNS = [
  'called_at',
  'counter_id',
  'call_services',
  'started_at',
  'served_before',
  'served',
  'missed_count',
  'end_state',
  'ended_at',
] as const;

interface KeptTable {
  readonly table: string;
  readonly key: string;
  readonly columns: readonly string[];
}

const KEPT: readonly KeptTable[] = [
  { table: 'ticket', key: 'ticket_id = @ticketId', columns: TICKET_COLUMNS },
  {
    table: 'visit',
    key: 'visit_id = (select issue_sequence from ticket where ticket_id = @ticketId)',
    columns: VISIT_COLUMNS,
  },
];

/** An SQL expression: the ticket's rows in all tables that its steps change, as one JSON object by table. */
export function keptRows(): string {
  const rows = KEPT.map(({ table, key, columns }) => {
    const fields = columns.map((column) => `'${column}', ${column}`).join(', ');
    // SQLite forgets that a sub-query answers JSON.
    return `'${table}', json((select json_object(${fields}) from ${table} where ${key}))`;
  });
  return `json_object(${rows.join(', ')})`;
}

/** Writes them back. */
export function createRestore(database: Database): (ticketId: string, rows: string) => void {
  const updates = KEPT.map(({ table, key, columns }) => {
    const fields = columns.map((column) => `${column} = json_extract(@rows, '$.${table}.${column}')`);
    return database.prepare(`update ${table} set ${fields.join(', ')} where ${key}`);
  });
  return (ticketId, rows) => {
    for (const update of updates) update.run({ ticketId, rows });
  };
}
