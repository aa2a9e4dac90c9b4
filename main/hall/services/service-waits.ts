import type { ServiceView, ServiceWait } from '../../../preload/contracts/hall-operations.ts';
import type { Service } from '../catalogue/catalogue.ts';
import { orderWaiting, type WaitingTicket } from '../domain/rules/index.ts';
import type { WaitRange } from '../domain/wait-estimate.ts';
import type { HallContext } from './hall-context.ts';
import { countersFor, queueNow, type ServingCounters } from './queue.ts';
import { placesByAge } from './service-order/orders.ts';
import { waitBehind } from './waiting.ts';

interface ServiceNow {
  readonly service: Service;
  readonly waiting: number;
  readonly counters: ServingCounters;
  readonly waitMinutes: WaitRange;
}

/** The services of the hall with the wait of somebody who came now. */
export function listServices(hall: HallContext): ServiceView[] {
  const placeByAge = placesByAge(hall);
  return servicesNow(hall).map(({ service, waiting, counters, waitMinutes }) => ({
    serviceCode: service.serviceCode,
    name: service.name,
    elderRelevant: service.elderRelevant,
    documents: [...service.documents],
    typicalMinutes: service.typicalMinutes,
    waiting,
    waitMinutes,
    counters: [...counters.counterIds],
    proxy: service.proxy,
    proxyRule: service.proxyRule,
    placeByAge: placeByAge(service.serviceCode),
  }));
}

/** The same for the displays: only services that somebody waits for or that somebody serves now. */
export function serviceWaits(hall: HallContext): ServiceWait[] {
  return servicesNow(hall)
    .filter(({ waiting, counters }) => waiting > 0 || counters.open > 0)
    .map(({ service: { serviceCode, name }, waiting, counters, waitMinutes }) => ({
      serviceCode,
      name,
      waiting,
      waitMinutes,
      openCounters: counters.open,
    }));
}

function servicesNow(hall: HallContext): ServiceNow[] {
  const { waiting } = queueNow(hall);
  const orders = new Map<string, readonly WaitingTicket[]>();
  /** Services called to the same counters share one queue: it is ordered once. */
  const orderAt = (counters: ServingCounters): readonly WaitingTicket[] => {
    const key = counters.counterIds.join();
    const known = orders.get(key);
    if (known !== undefined) return known;
    const queue = queueNow(hall, counters.competes);
    const order = orderWaiting(queue.waiting, queue.rule, queue.situation);
    orders.set(key, order);
    return order;
  };
  return [...hall.catalogue.values()].map((service) => {
    const counters = countersFor(hall, service);
    return {
      service,
      waiting: waiting.filter(({ serviceCode }) => serviceCode === service.serviceCode).length,
      counters,
      waitMinutes: waitBehind(hall, counters, orderAt(counters)).waitMinutes,
    };
  });
}
