import { FINAL_TICKET_STATES } from '../../../preload/contracts/ticket-state.ts';
import type { JournalEvent } from '../journal/journal-event.ts';
import type { TicketRow } from './ticket-row.ts';

/** Tickets that are not over yet by their id, in order of issue. */
export type LiveTickets = ReadonlyMap<string, TicketRow>;

const OVER: readonly string[] = FINAL_TICKET_STATES;

/** Events that change no ticket. */
const UNTOUCHED: ReadonlySet<JournalEvent['kind']> = new Set([
  'counter.opened',
  'counter.paused',
  'counter.closed',
  'help.asked',
  'help.answered',
  'help.ended',
  'difficulty.reported',
  'difficulty.settled',
  'person.revealed',
  'appointment.booked',
  'appointment.moved',
  'appointment.cancelled',
  'appointment.checked-in',
  'appointment.missed',
]);

/** Those not over after an event, given those before it: the ticket it names is read. Undefined where all must be. */
export function liveAfter(
  live: LiveTickets,
  event: JournalEvent,
  read: (ticketId: string) => TicketRow | undefined,
): LiveTickets | undefined {
  if (UNTOUCHED.has(event.kind)) return live;
  const { ticketId } = event.body as { readonly ticketId?: string };
  if (ticketId === undefined || changesOthers(live, event)) return undefined;
  const row = read(ticketId);
  if (row === undefined) return undefined;
  const isOver = OVER.includes(row.state);
  if (!live.has(row.ticketId) && !isOver && event.kind !== 'ticket.issued') return undefined;
  const after = new Map(live);
  if (isOver) after.delete(row.ticketId);
  else after.set(row.ticketId, row);
  return after;
}

/** A call lets those pass on who came back to the queue and wait for some calls to go by; taken back, it holds them again. */
function changesOthers(live: LiveTickets, { kind }: JournalEvent): boolean {
  const isCall = kind === 'ticket.called' || kind === 'step.undone';
  return isCall && [...live.values()].some(({ heldBack }) => heldBack !== null);
}
