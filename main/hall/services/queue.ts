import type { QueueRule, Situation, WaitingTicket } from '../domain/rules/index.ts';
import type { CounterRow } from '../store/counter-store.ts';
import type { ConfiguredCounter, HallContext } from './hall-context.ts';

export interface Queue {
  readonly waiting: readonly WaitingTicket[];
  readonly rule: QueueRule;
  readonly situation: Situation;
}

/** The queue as it stands now; `serves` narrows it to what one counter may call. */
export function queueNow(hall: HallContext, serves: (serviceCode: string) => boolean = () => true): Queue {
  return {
    waiting: hall.stores.tickets.waiting().filter((ticket) => serves(ticket.serviceCode)),
    rule: hall.policy.rule,
    situation: {
      nowMs: hall.hallNowMs(),
      priorityCallsInARow: hall.stores.tickets.priorityCallsInARow(),
    },
  };
}

/** Empty list = all services. */
export function servesAny(services: readonly string[], serviceCode: string): boolean {
  return services.length === 0 || services.includes(serviceCode);
}

export interface ServingCounters {
  /** As written on the wall. */
  readonly counterIds: readonly string[];
  /** How many of them are open now. */
  readonly open: number;
  /** Whether somebody of that service competes for one of these counters. */
  readonly competes: (serviceCode: string) => boolean;
}

/** The counters to which a service is called: those open now, or while none is, those that would be. */
export function countersFor(hall: HallContext, serviceCode: string): ServingCounters {
  const desks = hall.stores.counters.desks();
  const serving = hall.policy.counters
    .map((counter) => ({ counter, row: desks.get(counter.counterId) }))
    .filter(({ counter, row }) => servesAny(servicesOf(counter, row), serviceCode));
  const open = serving.filter(({ row }) => row?.state === 'open');
  const chosen = open.length > 0 ? open : serving;
  return {
    counterIds: chosen.map(({ counter }) => counter.counterId),
    open: open.length,
    competes: (other) => chosen.some(({ counter, row }) => servesAny(servicesOf(counter, row), other)),
  };
}

/** What a counter serves now: what the clerk opened it for, else what the configuration says. */
export function servicesOf(
  counter: ConfiguredCounter,
  row: Pick<CounterRow, 'state' | 'services'> | undefined,
): readonly string[] {
  return row === undefined || row.state === 'closed' ? counter.services : row.services;
}
