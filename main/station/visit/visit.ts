import { randomUUID } from 'node:crypto';
import type { PriorityClass, PriorityReason } from '../../../preload/contracts/priority.ts';
import type { VisitView } from '../../../preload/contracts/station-operations.ts';
import { ageOn } from '../../foundation/identity/index.ts';
import type { IdCard } from '../devices/id-card-reader/port.ts';
import { proxyView, type Proxy } from '../proxy/proxy.ts';

export type VisitTicket = VisitView['tickets'][number];

/** One person before the kiosk. Lives in memory only and is forgotten when they leave. */
export interface Visit {
  readonly visitId: string;
  /** Undefined for somebody without a card. */
  readonly card: IdCard | undefined;
  readonly cardPresent: boolean;
  readonly tickets: readonly VisitTicket[];
  /** What they may still rate of today, once the hall has said so. */
  readonly ratable: VisitView['ratable'];
  /** What they are booked for, once the hall has said so. */
  readonly bookings: VisitView['bookings'];
  /** What is prepared for somebody else. */
  readonly proxy?: Proxy | undefined;
}

export function beginVisit(card: IdCard | undefined): Visit {
  return {
    ...{ visitId: randomUUID(), card, cardPresent: card !== undefined },
    ...{ tickets: [], ratable: [], bookings: [] },
  };
}

/** Adds a ticket, or replaces what was known of it. */
export function withTicket(visit: Visit, ticket: VisitTicket): Visit {
  const others = visit.tickets.filter(({ ticketId }) => ticketId !== ticket.ticketId);
  return { ...visit, tickets: [...others, ticket] };
}

export interface VisitPolicy {
  readonly elderAgeYears: number;
  /** YYYY-MM-DD by the station's own clock. */
  readonly today: string;
}

/** What a page may know of the person: a masked name, the age, the priority they will have. */
export function visitView(visit: Visit, policy: VisitPolicy): VisitView {
  const { card } = visit;
  const age = card === undefined ? null : (ageOn(card.birth, policy.today) ?? null);
  return {
    visitId: visit.visitId,
    person: card === undefined ? 'no-card' : 'card',
    maskedName: card?.name.masked ?? null,
    age,
    ...priorityByAge(age, policy.elderAgeYears),
    cardPresent: visit.cardPresent,
    cardExpired: card?.expired(policy.today) ?? false,
    ratable: [...visit.ratable],
    bookings: [...visit.bookings],
    tickets: [...visit.tickets],
    proxy: visit.proxy === undefined ? null : proxyView(visit.proxy, policy.today),
  };
}

/** For the greeting; the hall decides when the ticket is issued. */
function priorityByAge(
  age: number | null,
  elderAgeYears: number,
): { readonly priorityClass: PriorityClass; readonly priorityReason: PriorityReason } {
  const isElder = age !== null && age >= elderAgeYears;
  return isElder
    ? { priorityClass: 'elder', priorityReason: 'age' }
    : { priorityClass: 'ordinary', priorityReason: 'none' };
}
