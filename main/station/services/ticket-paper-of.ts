import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Output } from '../../../preload/contracts/operation.ts';
import { isPriority, PRIORITY_LABELS, type PriorityClass } from '../../../preload/contracts/priority.ts';
import type { CounterLooks, TicketPaper } from '../devices/ticket-printer/index.ts';
import type { StationFacts } from './views.ts';

export interface PaperFacts {
  readonly station: Pick<StationFacts, 'hallName' | 'waitingArea' | 'telephone' | 'counterLooks'>;
  readonly ticket: Output<HallOperations, 'issueTicket'>;
  /** What to bring for it. */
  readonly documents: readonly string[];
  /** How many share the number. */
  readonly people: 1 | 2;
  readonly holderMasked: string | undefined;
  readonly elderAgeYears: number;
  /** A rehearsal with stand-in devices: the paper says that it is worth nothing. */
  readonly simulated: boolean;
}

/** What the ticket says on paper: all that the person has to know once the screen is gone. */
export function ticketPaperOf(facts: PaperFacts): TicketPaper {
  const { station, ticket, elderAgeYears } = facts;
  const { priorityClass } = ticket;
  return {
    hallName: station.hallName,
    number: ticket.number,
    serviceName: ticket.serviceName,
    ...(isPriority(priorityClass) && { priority: priorityWords(priorityClass, elderAgeYears) }),
    waitingAhead: ticket.waitingAhead,
    waitMinutes: ticket.waitMinutes,
    people: facts.people,
    counters: ticket.counters,
    counterLooks: looksOf(ticket.counters, station.counterLooks),
    documents: facts.documents,
    ...(station.waitingArea !== null && { waitingArea: station.waitingArea }),
    ...(station.telephone !== null && { telephone: station.telephone }),
    issuedAt: ticket.issuedAt,
    ...(facts.holderMasked !== undefined && { holderMasked: facts.holderMasked }),
    ...(ticket.ratingUrl !== null && { ratingUrl: ticket.ratingUrl }),
    reprint: false,
    simulated: facts.simulated,
  };
}

/** Of the counters named on the paper only. */
function looksOf(counters: readonly string[], looks: StationFacts['counterLooks']): CounterLooks {
  return Object.fromEntries(Object.entries(looks).filter(([id]) => counters.includes(id)));
}

/** 优先（60周岁及以上）, 优先（孕妇）, 预约（按时到场）. */
function priorityWords(priorityClass: PriorityClass, elderAgeYears: number): TicketPaper['priority'] {
  if (priorityClass === 'appointment') return { label: '预约', reason: '按时到场' };
  if (priorityClass === 'elder') return { label: '优先', reason: `${elderAgeYears}周岁及以上` };
  return { label: '优先', reason: PRIORITY_LABELS[priorityClass].shortZh.replace('优先', '') };
}
