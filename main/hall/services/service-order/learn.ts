import { AUDIENCES } from '../../../../preload/contracts/age-band.ts';
import { demandOf, learnFirst } from '../../domain/service-order.ts';
import type { HallContext } from '../hall-context.ts';
import { orderFor } from './orders.ts';

/**
 * A service day opens: what the days before it teach is written down where it changes something, and stands until the next
 * opening. Nothing is learned where the hall wants the program's own order.
 */
export function learnServiceOrder(hall: HallContext): void {
  if (!hall.policy.serviceOrder.learned) return;
  const past = hall.stores.demand.past();
  const known = hall.stores.demand.learned();
  for (const audience of AUDIENCES) {
    const demand = demandOf(audience, past);
    if (demand === undefined) continue;
    const first = learnFirst(orderFor(hall, audience), demand);
    if (known.get(audience)?.first.join() === first.join()) continue;
    const { tickets, days } = demand;
    hall.journal.append('service-order.learned', 1, { audience, first, tickets, days });
  }
}
