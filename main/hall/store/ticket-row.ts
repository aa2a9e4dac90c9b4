import { z } from 'zod';
import { companionRelationSchema } from '../../../preload/contracts/hall/closed-lists.ts';
import { priorityClassSchema, priorityReasonSchema } from '../../../preload/contracts/priority.ts';
import { printStateSchema, ticketStateSchema } from '../../../preload/contracts/ticket-state.ts';

const NO_SERVICES: readonly string[] = [];
/** A list of service codes as a column holds it: null for none. */
export const serviceList = (text: string | null): readonly string[] =>
  text === null ? NO_SERVICES : (JSON.parse(text) as string[]);
export const serviceColumn = (codes: readonly string[]): string | null =>
  codes.length === 0 ? null : JSON.stringify(codes);

/** A ticket as it stands in the database. Instants are wall-clock milliseconds, for showing and measuring only. */
const TicketRowSchema = z
  .object({
    ticket_id: z.string(),
    day_id: z.string(),
    issue_sequence: z.int(),
    number: z.string(),
    service_code: z.string(),
    priority_class: priorityClassSchema,
    priority_reason: priorityReasonSchema,
    state: ticketStateSchema,
    issued_at: z.int(),
    queued_at: z.int(),
    called_at: z.int().nullable(),
    started_at: z.int().nullable(),
    counter_id: z.string().nullable(),
    call_count: z.int(),
    missed_count: z.int(),
    held_back: z.int().nullable(),
    print_state: printStateSchema,
    holder_vault_id: z.string().nullable(),
    companion_vault_id: z.string().nullable(),
    people: z.literal([1, 2]),
    companion_relation: companionRelationSchema.nullable(),
    done_services: z.string().nullable(),
    later_services: z.string().nullable(),
    for_counter_id: z.string().nullable(),
    came_from_counter_id: z.string().nullable(),
    came_from_service: z.string().nullable(),
  })
  .transform((row) => ({
    ticketId: row.ticket_id,
    dayId: row.day_id,
    issueSequence: row.issue_sequence,
    number: row.number,
    serviceCode: row.service_code,
    priorityClass: row.priority_class,
    priorityReason: row.priority_reason,
    state: row.state,
    issuedAtMs: row.issued_at,
    /** On the hall's own time, which no clock setting moves: what the rules compare. */
    queuedAtMs: row.queued_at,
    calledAtMs: row.called_at,
    startedAtMs: row.started_at,
    counterId: row.counter_id,
    callCount: row.call_count,
    missedCount: row.missed_count,
    heldBack: row.held_back,
    printState: row.print_state,
    holderVaultId: row.holder_vault_id,
    companionVaultId: row.companion_vault_id,
    people: row.people,
    companionRelation: row.companion_relation,
    /** Matters of this visit that are over, and those still to come, in their order. */
    doneServices: serviceList(row.done_services),
    laterServices: serviceList(row.later_services),
    forCounterId: row.for_counter_id,
    cameFromCounterId: row.came_from_counter_id,
    cameFromService: row.came_from_service,
  }));

export type TicketRow = z.output<typeof TicketRowSchema>;

/** Tickets that are not over yet, in the very words of the index `ticket_live`: else SQLite would read the history. */
export const LIVE = "state in ('waiting', 'called', 'serving', 'parked', 'missed')";
export const WAITING = `${LIVE} and state = 'waiting'`;

export const TICKET_COLUMNS = `ticket_id, day_id, issue_sequence, number, service_code, priority_class,
  priority_reason, state, issued_at, queued_at, called_at, started_at, counter_id, call_count, missed_count, held_back,
  print_state, holder_vault_id, companion_vault_id, people, companion_relation, done_services, later_services, for_counter_id, came_from_counter_id, came_from_service`;

export const ticketRow = (row: unknown): TicketRow => TicketRowSchema.parse(row);
export const maybeTicketRow = (row: unknown): TicketRow | undefined =>
  row === undefined ? undefined : ticketRow(row);
