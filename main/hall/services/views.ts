import type {
  CallView,
  CounterView,
  TicketView,
  VisitService,
} from '../../../preload/contracts/hall-operations.ts';
import { isPriority } from '../../../preload/contracts/priority.ts';
import type { CallRow } from '../store/call-store.ts';
import type { CounterRow } from '../store/counter-store.ts';
import type { TicketRow } from '../store/ticket-row.ts';
import type { Destination } from '../domain/meant-for.ts';
import type { ConfiguredCounter, HallContext } from './hall-context.ts';
import { mayCall, servicesOf } from './queue.ts';

/** A ticket as pages may know it. No person. */
export function ticketView(hall: HallContext, row: TicketRow): TicketView {
  return {
    ticketId: row.ticketId,
    number: row.number,
    serviceCode: row.serviceCode,
    serviceName: serviceName(hall, row.serviceCode),
    services: servicesOfVisit(hall, row),
    state: row.state,
    priorityClass: row.priorityClass,
    priorityReason: row.priorityReason,
    issuedAt: hall.localTime.instant(row.issuedAtMs),
    counterId: row.counterId,
    calledAt: row.calledAtMs === null ? null : hall.localTime.instant(row.calledAtMs),
    callCount: row.callCount,
    callsLeft: Math.max(0, hall.policy.recallLimit - row.callCount),
    forCounterId: row.forCounterId,
    cameFromCounterId: row.cameFromCounterId,
    printState: row.printState,
    people: row.people,
    companionRelation: row.companionRelation,
  };
}

function servicesOfVisit(
  hall: HallContext,
  { doneServices, serviceCode, laterServices, state }: TicketRow,
): VisitService[] {
  const as = (codes: readonly string[], standing: VisitService['state']): VisitService[] =>
    codes.map((code) => ({ serviceCode: code, serviceName: serviceName(hall, code), state: standing }));
  return [
    ...as(doneServices, 'done'),
    ...as([serviceCode], state === 'done' ? 'done' : 'now'),
    ...as(laterServices, 'later'),
  ];
}

/** A service that has left the catalogue keeps its code as its name: old tickets stay readable. */
export function serviceName(hall: HallContext, serviceCode: string): string {
  return hall.everyService.get(serviceCode)?.name ?? serviceCode;
}

export function counterView(
  hall: HallContext,
  counter: ConfiguredCounter,
  row: CounterRow | undefined,
  waiting: readonly Destination[],
  undoable: CounterView['undoable'],
): CounterView {
  const services = servicesOf(counter, row);
  const staffNumber = row?.staffNumber ?? null;
  return {
    counterId: counter.counterId,
    name: counter.name,
    state: row?.state ?? 'closed',
    pauseReason: row?.pauseReason ?? null,
    staff: staffNumber === null ? null : { staffNumber, name: hall.staffName(staffNumber) },
    services: [...services],
    ticketId: row?.ticketId ?? null,
    waiting: waiting.filter(mayCall(hall, { counterId: counter.counterId, services })).length,
    undoable,
  };
}

export function callView(hall: HallContext, call: CallRow): CallView {
  const counter = hall.policy.counters.find(({ counterId }) => counterId === call.counterId);
  return {
    callSequence: call.callSequence,
    ticketId: call.ticketId,
    number: call.number,
    counterId: call.counterId,
    counterName: counter?.name ?? call.counterId,
    priority: isPriority(call.priorityClass),
    recall: call.recall,
    calledAt: hall.localTime.instant(call.calledAtMs),
  };
}
