import { aheadOf, type WaitingTicket } from '../domain/rules/index.ts';
import { estimateWait, type WaitRange } from '../domain/wait-estimate.ts';
import type { HallContext } from './hall-context.ts';
import { queueNow, type ServingCounters } from './queue.ts';

export interface Wait {
  readonly waitingAhead: number;
  readonly waitMinutes: WaitRange;
}

/** No ticket has this id. */
const NEWCOMER = 'newcomer';
/** A ticket without a typical time in the catalogue is planned with this. */
const UNKNOWN_SERVICE_MINUTES = 12;

/**
 * How many would be called before this ticket at the counters that serve it, and what that means in minutes. A ticket
 * that does not wait (or none): as for somebody who came last.
 */
export function waitOf(hall: HallContext, counters: ServingCounters, ticketId?: string): Wait {
  const { waiting, rule, situation } = queueNow(hall, counters.competes);
  return waitBehind(hall, counters, aheadOf(ticketId, waiting, rule, situation));
}

/** The wait of somebody who is about to be given a ticket: what they are told is kept with it. */
export function waitOfNewcomer(
  hall: HallContext,
  counters: ServingCounters,
  who: Pick<WaitingTicket, 'serviceCode' | 'priorityClass'>,
): Wait {
  const { waiting, rule, situation } = queueNow(hall, counters.competes);
  const newcomer: WaitingTicket = {
    ...who,
    ticketId: NEWCOMER,
    sequence: Number.MAX_SAFE_INTEGER,
    issuedAtMs: situation.nowMs,
    missedCount: 0,
  };
  return waitBehind(hall, counters, aheadOf(NEWCOMER, [...waiting, newcomer], rule, situation));
}

/** The wait of a person whom all of `ahead` go before. */
export function waitBehind(
  hall: HallContext,
  counters: ServingCounters,
  ahead: readonly WaitingTicket[],
): Wait {
  const waitMinutes = estimateWait({
    ahead,
    openCounters: counters.open,
    serviceTimes: hall.stores.serviceTimes.all(),
    typicalMinutes: (code) => hall.everyService.get(code)?.typicalMinutes ?? UNKNOWN_SERVICE_MINUTES,
  });
  return { waitingAhead: ahead.length, waitMinutes };
}
