import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Output } from '../../../preload/contracts/operation.ts';
import { isPriority, PRIORITY_LABELS, type PriorityClass } from '../../../preload/contracts/priority.ts';
import type { TicketPaper } from '../devices/ticket-printer/index.ts';

export interface PaperFacts {
  readonly hallName: string;
  readonly ticket: Output<HallOperations, 'issueTicket'>;
  readonly holderMasked: string | undefined;
  readonly elderAgeYears: number;
  /** A rehearsal with stand-in devices: the paper says that it is worth nothing. */
  readonly simulated: boolean;
}

/** What the ticket says on paper: all that the person has to know once the screen is gone. */
export function ticketPaperOf(facts: PaperFacts): TicketPaper {
  const { ticket, elderAgeYears } = facts;
  const { priorityClass } = ticket;
  return {
    hallName: facts.hallName,
    number: ticket.number,
    serviceName: ticket.serviceName,
    ...(isPriority(priorityClass) && { priority: priorityWords(priorityClass, elderAgeYears) }),
    waitingAhead: ticket.waitingAhead,
    waitMinutes: ticket.waitMinutes,
    counters: ticket.counters,
    issuedAt: ticket.issuedAt,
    ...(facts.holderMasked !== undefined && { holderMasked: facts.holderMasked }),
    ...(ticket.ratingUrl !== null && { ratingUrl: ticket.ratingUrl }),
    reprint: false,
    simulated: facts.simulated,
  };
}

/** 优先（60周岁及以上）, 优先（孕妇）, 预约（按时到场）. */
function priorityWords(priorityClass: PriorityClass, elderAgeYears: number): TicketPaper['priority'] {
  if (priorityClass === 'appointment') return { label: '预约', reason: '按时到场' };
  if (priorityClass === 'elder') return { label: '优先', reason: `${elderAgeYears}周岁及以上` };
  return { label: '优先', reason: PRIORITY_LABELS[priorityClass].shortZh.replace('优先', '') };
}
