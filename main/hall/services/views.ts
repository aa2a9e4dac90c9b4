import type { CallView, CounterView, TicketView } from '../../../preload/contracts/hall-operations.ts';
import { isPriority } from '../../../preload/contracts/priority.ts';
import type { CallRow } from '../store/call-store.ts';
import type { CounterRow } from '../store/counter-store.ts';
import type { TicketRow } from '../store/ticket-row.ts';
import type { ConfiguredCounter, HallContext } from './hall-context.ts';
import { servesAny, servicesOf } from './queue.ts';

/** A ticket as pages may know it. No person. */
export function ticketView(hall: HallContext, row: TicketRow): TicketView {
  return {
    ticketId: row.ticketId,
    number: row.number,
    serviceCode: row.serviceCode,
    serviceName: serviceName(hall, row.serviceCode),
    state: row.state,
    priorityClass: row.priorityClass,
    priorityReason: row.priorityReason,
    issuedAt: hall.localTime.instant(row.issuedAtMs),
    counterId: row.counterId,
    calledAt: row.calledAtMs === null ? null : hall.localTime.instant(row.calledAtMs),
    callCount: row.callCount,
    printState: row.printState,
  };
}

/** A service that has left the catalogue keeps its code as its name: old tickets stay readable. */
export function serviceName(hall: HallContext, serviceCode: string): string {
  return hall.catalogue.get(serviceCode)?.name ?? serviceCode;
}

export function counterView(
  counter: ConfiguredCounter,
  row: CounterRow | undefined,
  waiting: readonly { readonly serviceCode: string }[],
): CounterView {
  const services = servicesOf(counter, row);
  return {
    counterId: counter.counterId,
    name: counter.name,
    state: row?.state ?? 'closed',
    services: [...services],
    ticketId: row?.ticketId ?? null,
    waiting: waiting.filter(({ serviceCode }) => servesAny(services, serviceCode)).length,
  };
}

export function callView(hall: HallContext, call: CallRow, ticket: TicketRow): CallView {
  const counter = hall.policy.counters.find(({ counterId }) => counterId === call.counterId);
  return {
    callSequence: call.callSequence,
    ticketId: call.ticketId,
    number: ticket.number,
    counterId: call.counterId,
    counterName: counter?.name ?? call.counterId,
    priority: isPriority(ticket.priorityClass),
    recall: call.recall,
    calledAt: hall.localTime.instant(call.calledAtMs),
  };
}
