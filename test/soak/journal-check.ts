import type { Database } from '../../main/foundation/sqlite/open-database.ts';
import {
  nextState,
  type TicketEvent,
  type TicketStateOrNone,
} from '../../main/hall/domain/ticket-lifecycle.ts';

/** One fact about a ticket, as the journal has it. */
export interface TicketFact {
  readonly kind: string;
  readonly ticketId: string;
  readonly priorityClass?: string;
}

const EVENTS: Readonly<Record<string, TicketEvent>> = {
  'ticket.issued': 'issue',
  'ticket.called': 'call',
  'ticket.recalled': 'recall',
  'ticket.started': 'start',
  'ticket.finished': 'finish',
  'ticket.missed': 'miss',
  'ticket.returned': 'return',
  'ticket.parked': 'park',
  'ticket.resumed': 'resume',
  'ticket.transferred': 'transfer',
  'ticket.cancelled': 'cancel',
  'ticket.lapsed': 'lapse',
};
const UNDER_WAY: readonly TicketStateOrNone[] = ['waiting', 'called', 'serving', 'parked'];

/** The facts about tickets in their only order. */
export function factsOf(database: Pick<Database, 'prepare'>): TicketFact[] {
  const rows = database
    .prepare(
      "select kind, cast(body as text) as body from event where kind like 'ticket.%' order by epoch, seq",
    )
    .all() as { kind: string; body: string }[];
  return rows
    .filter(({ kind }) => kind in EVENTS)
    .map(({ kind, body }) => ({ kind, ...(JSON.parse(body) as Omit<TicketFact, 'kind'>) }));
}

/**
 * What must never be, as sentences; none: everybody who took a ticket was treated as the life cycle says, each call was
 * told to one clerk, and nobody of a class passed somebody of the same class who came earlier.
 */
export function complaints(
  facts: readonly TicketFact[],
  issued: readonly string[],
  told: readonly string[],
): string[] {
  return [...brokenLives(facts), ...lost(facts, issued), ...calledTwice(facts, told), ...skipped(facts)];
}

function brokenLives(facts: readonly TicketFact[]): string[] {
  const states = new Map<string, TicketStateOrNone>();
  const found: string[] = [];
  for (const { kind, ticketId } of facts) {
    const state = states.get(ticketId) ?? 'not-issued';
    const event = EVENTS[kind];
    const next = event && nextState(state, event);
    if (next === undefined) found.push(`${ticketId}: ${kind} while ${state}`);
    else states.set(ticketId, next);
  }
  const left = [...states].filter(([, state]) => UNDER_WAY.includes(state));
  return [...found, ...left.map(([ticketId, state]) => `${ticketId}: still ${state} at the end of the day`)];
}

function lost(facts: readonly TicketFact[], issued: readonly string[]): string[] {
  const written = new Set(
    facts.filter(({ kind }) => kind === 'ticket.issued').map(({ ticketId }) => ticketId),
  );
  const given = new Set(issued);
  return [
    ...issued
      .filter((ticketId) => !written.has(ticketId))
      .map((ticketId) => `${ticketId}: given, not written`),
    ...[...written]
      .filter((ticketId) => !given.has(ticketId))
      .map((ticketId) => `${ticketId}: written, not given`),
    ...(given.size === issued.length ? [] : ['a ticket was given to two people']),
  ];
}

/** Every call in the journal was told to exactly one clerk, in any order. */
function calledTwice(facts: readonly TicketFact[], told: readonly string[]): string[] {
  const open = new Map<string, number>();
  for (const ticketId of told) open.set(ticketId, (open.get(ticketId) ?? 0) + 1);
  for (const { kind, ticketId } of facts)
    if (kind === 'ticket.called') open.set(ticketId, (open.get(ticketId) ?? 0) - 1);
  return [...open]
    .filter(([, difference]) => difference !== 0)
    .map(
      ([ticketId, difference]) => `${ticketId}: told ${difference > 0 ? 'more' : 'less'} often than called`,
    );
}

/** Who never left the line: first come, first called within each class. */
function skipped(facts: readonly TicketFact[]): string[] {
  const left = new Set(
    facts
      .filter(({ kind }) => ['ticket.missed', 'ticket.transferred', 'ticket.cancelled'].includes(kind))
      .map(({ ticketId }) => ticketId),
  );
  const stayed = facts.filter(({ ticketId }) => !left.has(ticketId));
  const lines = new Map<string, string[]>();
  const classes = new Map<string, string>();
  return stayed.flatMap(({ kind, ticketId, priorityClass = '' }) => {
    if (kind === 'ticket.issued') {
      classes.set(ticketId, priorityClass);
      lines.set(priorityClass, [...(lines.get(priorityClass) ?? []), ticketId]);
    }
    if (kind !== 'ticket.called') return [];
    const line = lines.get(classes.get(ticketId) ?? '') ?? [];
    const passed = line[0] === ticketId ? [] : [`${ticketId}: called before ${line[0] ?? 'nobody'}`];
    lines.set(
      classes.get(ticketId) ?? '',
      line.filter((other) => other !== ticketId),
    );
    return passed;
  });
}
