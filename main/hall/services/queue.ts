import { takes, type CallingDesk, type Destination } from '../domain/meant-for.ts';
import type { QueueRule, Situation, WaitingTicket } from '../domain/rules/index.ts';
import type { CounterRow } from '../store/counter-store.ts';
import type { ConfiguredCounter, HallContext } from './hall-context.ts';

export interface Queue {
  readonly waiting: readonly WaitingTicket[];
  readonly rule: QueueRule;
  readonly situation: Situation;
}

/** The queue as it stands now; `mayCall` narrows it to what one counter, or some of them, may call. */
export function queueNow(hall: HallContext, mayCall: (ticket: Destination) => boolean = () => true): Queue {
  return {
    waiting: hall.stores.tickets.waiting().filter(mayCall),
    rule: hall.policy.rule,
    situation: {
      nowMs: hall.hallNowMs(),
      priorityCallsInARow: hall.stores.tickets.priorityCallsInARow(),
    },
  };
}

/** Which of the tickets waiting this counter may call. */
export function mayCall(hall: HallContext, desk: CallingDesk): (ticket: Destination) => boolean {
  const isClosed = closedCounters(hall);
  return (ticket) => takes(desk, ticket, isClosed);
}

export interface ServingCounters {
  /** As written on the wall. */
  readonly counterIds: readonly string[];
  /** How many of them are open now. */
  readonly open: number;
  /** Whether another ticket competes for one of these counters. */
  readonly competes: (ticket: Destination) => boolean;
}

/** The counters to which a ticket is called: those open now, or while none is, those that would be. */
export function countersFor(hall: HallContext, ticket: Destination): ServingCounters {
  const desks = hall.stores.counters.desks();
  const isClosed = closedCounters(hall);
  const serving = hall.policy.counters
    .map((counter) => ({ desk: deskOf(counter, desks.get(counter.counterId)), counter }))
    .filter(({ desk }) => takes(desk, ticket, isClosed));
  const open = serving.filter(({ counter }) => desks.get(counter.counterId)?.state === 'open');
  const chosen = open.length > 0 ? open : serving;
  return {
    counterIds: chosen.map(({ counter }) => counter.counterId),
    open: open.length,
    competes: (other) => chosen.some(({ desk }) => takes(desk, other, isClosed)),
  };
}

/** What a counter serves now: what the clerk opened it for, else what the configuration says. */
export function servicesOf(
  counter: ConfiguredCounter,
  row: Pick<CounterRow, 'state' | 'services'> | undefined,
): readonly string[] {
  return row === undefined || row.state === 'closed' ? counter.services : row.services;
}

function deskOf(
  counter: ConfiguredCounter,
  row: Pick<CounterRow, 'state' | 'services'> | undefined,
): CallingDesk {
  return { counterId: counter.counterId, services: servicesOf(counter, row) };
}

function closedCounters({ stores }: HallContext): (counterId: string) => boolean {
  const desks = stores.counters.desks();
  return (counterId) => (desks.get(counterId)?.state ?? 'closed') === 'closed';
}
