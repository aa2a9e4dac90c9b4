import type { Database } from '../../foundation/sqlite/open-database.ts';
import type { WaitingTicket } from '../domain/rules/index.ts';
import { liveAfter, type LiveTickets } from './live-tickets.ts';
import type { Memory } from './memory.ts';
import { LIVE, maybeTicketRow, TICKET_COLUMNS, ticketRow, WAITING, type TicketRow } from './ticket-row.ts';
import { waitingAfter, waitingTicket, WAITING_COLUMNS, type WaitingRow } from './waiting-row.ts';

export type TicketStore = ReturnType<typeof createTicketStore>;

/** Reads of the ticket table. Everything that changes it is a projection of an event. */
export function createTicketStore(database: Database, memory: Memory) {
  const select = (where: string) => database.prepare(`select ${TICKET_COLUMNS} from ticket where ${where}`);
  const byId = select('ticket_id = ?');
  const byNumber = select('day_id = ? and number = ?');
  const byNumberSince = database.prepare(
    `select ${TICKET_COLUMNS} from ticket where number = ? and day_id in (select day_id from service_day where date >= ?)`,
  );
  const waiting = database
    .prepare(`select ${WAITING_COLUMNS} from ticket where ${WAITING} order by issue_sequence`)
    .raw();
  const live = select(`${LIVE} order by issue_sequence`);
  const liveOfHolder = select(`${LIVE} and service_code = ? and holder_vault_id = ?`);
  const countLive = database.prepare(`select count(*) from ticket where ${LIVE}`).pluck();

  const priorityCalls = database.prepare('select priority_calls_in_a_row from queue_memory').pluck();
  const lastQueuedAt = database.prepare('select max(queued_at) from ticket where day_id = ?').pluck();

  const ticketById = (ticketId: string): TicketRow | undefined => maybeTicketRow(byId.get(ticketId));
  const keptLive = memory.keep<LiveTickets>(
    () =>
      new Map(
        live
          .all()
          .map(ticketRow)
          .map((row) => [row.ticketId, row]),
      ),
    (known, event) => liveAfter(known, event, ticketById),
  );

  return {
    byId: ticketById,
    byNumber: (dayId: string, number: string): TicketRow | undefined =>
      maybeTicketRow(byNumber.get(dayId, number)),
    /** Tickets with this number of this day and later ones: one a day at most. */
    byNumberSince: (number: string, date: string): TicketRow[] =>
      byNumberSince.all(number, date).map(ticketRow),
    /** All who wait, as the rules see them, in order of issue. Some hundred at the worst, whatever the hall's history. */
    waiting: memory.keep<readonly WaitingTicket[]>(
      () => (waiting.all() as WaitingRow[]).map(waitingTicket),
      waitingAfter,
    ),
    /** All that are not over yet, in order of issue. Asked at every change: each ticket is read when it has changed. */
    live: (): TicketRow[] => [...keptLive().values()],
    /** Priority calls since the last ordinary one, while ordinary people waited. */
    priorityCallsInARow: (): number => priorityCalls.get() as number,
    /** The latest hall time of the day; undefined while nobody came. Asked once, at a start. */
    lastQueuedAtMs: (dayId: string): number | undefined =>
      (lastQueuedAt.get(dayId) as number | null) ?? undefined,
    /** Finished tickets of a day that belong to one of these entries of the vault, in order of issue. */
    doneOf: doneOf(database),
    countLive: (): number => countLive.get() as number,
    /** The ticket with which this person already waits for this service. */
    liveOfHolder: (vaultIds: readonly string[], serviceCode: string): TicketRow | undefined =>
      vaultIds
        .map((vaultId) => maybeTicketRow(liveOfHolder.get(serviceCode, vaultId)))
        .find((row) => row !== undefined),
  };
}

function doneOf(database: Database) {
  const rows = database.prepare(`select ${TICKET_COLUMNS} from ticket where day_id = @dayId and state = 'done'
    and (holder_vault_id = @vaultId or companion_vault_id = @vaultId) order by issue_sequence`);
  return (dayId: string, vaultIds: readonly string[]): TicketRow[] =>
    vaultIds.flatMap((vaultId) => rows.all({ dayId, vaultId }).map(ticketRow));
}
