import { AUDIENCES, type Audience } from '../../../../preload/contracts/age-band.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Output } from '../../../../preload/contracts/operation.ts';
import { demandOf, LEARNED_PLACES, LEARNING_DAYS, LEAST_TICKETS } from '../../domain/service-order.ts';
import type { HallContext } from '../hall-context.ts';
import { serviceName } from '../views.ts';
import { orderFor } from './orders.ts';

type Explained = Output<HallOperations, 'serviceOrder'>;

/** Why each service stands where it stands on the kiosks today. */
export function explainServiceOrder(hall: HallContext): Explained {
  return {
    setting: hall.policy.serviceOrder.learned ? 'learned' : 'fixed',
    leastTickets: LEAST_TICKETS,
    learningDays: LEARNING_DAYS,
    audiences: AUDIENCES.map((audience) => explain(hall, audience)),
  };
}

function explain(hall: HallContext, audience: Audience): Explained['audiences'][number] {
  const demand = demandOf(audience, hall.stores.demand.past());
  const learned = hall.policy.serviceOrder.learned ? hall.stores.demand.learned().get(audience) : undefined;
  const tickets = demand?.tickets ?? 0;
  const first = orderFor(hall, audience).slice(0, LEARNED_PLACES);
  return {
    audience,
    learnedSince: learned?.since ?? null,
    learnedFrom: learned === undefined ? null : { tickets: learned.tickets, days: learned.days },
    tickets,
    days: demand?.days ?? 0,
    bands: [...(demand?.bands ?? [])],
    first: first.map((serviceCode) => {
      const count = demand?.services.get(serviceCode)?.tickets ?? 0;
      const perMille = tickets === 0 ? null : Math.round((count * 1000) / tickets);
      return { serviceCode, serviceName: serviceName(hall, serviceCode), tickets: count, perMille };
    }),
  };
}
