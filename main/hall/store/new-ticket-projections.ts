import type { JournalEvent } from '../journal/journal-event.ts';
import { eventOrder } from './event-order.ts';
import type { ProjectionStatements } from './projection-statements.ts';
import { serviceColumn } from './ticket-row.ts';

type EventOf<Kind extends JournalEvent['kind']> = Extract<JournalEvent, { kind: Kind }>;
type NewTicket = EventOf<'ticket.issued'> | EventOf<'ticket.served-now'>;

/** A number is given: to somebody who waits, or to somebody who is served at once. */
export function newTicketProjections(run: ProjectionStatements) {
  return {
    'ticket.issued': (event: EventOf<'ticket.issued'>): void => {
      insert(run, event, {
        ...{ state: 'waiting', printState: 'pending', counterId: null, startedAt: null },
        later: serviceColumn(event.body.moreServices ?? []),
      });
    },
    'ticket.served-now': (event: EventOf<'ticket.served-now'>): void => {
      const { counterId, ticketId } = event.body;
      insert(run, event, {
        ...{ state: 'serving', printState: 'none', counterId, startedAt: event.atWall },
        later: null,
      });
      run.occupyCounter.run(ticketId, counterId);
    },
  };
}

interface Place {
  readonly state: string;
  readonly printState: string;
  readonly counterId: string | null;
  readonly startedAt: number | null;
  readonly later: string | null;
}

function insert(run: ProjectionStatements, event: NewTicket, place: Place): void {
  const { body } = event;
  run.useNumber.run(event.dayId, body.series, body.sequence);
  run.insertTicket.run({
    ...place,
    ticketId: body.ticketId,
    dayId: event.dayId,
    issueSequence: eventOrder(event),
    number: body.number,
    series: body.series,
    serviceCode: body.serviceCode,
    priorityClass: body.priorityClass,
    priorityReason: body.priorityReason,
    issuedAt: event.atWall,
    queuedAt: body.hallTimeMs,
    holder: body.holderVaultId ?? null,
    companion: body.companionVaultId ?? null,
    people: body.people ?? 1,
    relation: body.companionRelation ?? null,
  });
}
