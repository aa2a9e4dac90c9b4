import { AUDIENCES, type Audience } from '../../../../preload/contracts/age-band.ts';
import type { ServiceView } from '../../../../preload/contracts/hall-operations.ts';
import { fixedOrder, wholeOrder } from '../../domain/service-order.ts';
import type { HallContext } from '../hall-context.ts';

/** All services of the hall as they stand for an audience today. */
export function orderFor({ policy, catalogue, stores }: HallContext, audience: Audience): string[] {
  const { learned, usual } = policy.serviceOrder;
  const fixed = fixedOrder([...catalogue.values()], usual, audience);
  const first = learned ? stores.demand.learned().get(audience)?.first : undefined;
  return wholeOrder(first ?? [], fixed);
}

/** The place of each service for each audience, from 1. */
export function placesByAge(hall: HallContext): (serviceCode: string) => ServiceView['placeByAge'] {
  const orders = AUDIENCES.map((audience) => [audience, orderFor(hall, audience)] as const);
  return (serviceCode) =>
    Object.fromEntries(
      orders.map(([audience, order]) => [audience, order.indexOf(serviceCode) + 1]),
    ) as ServiceView['placeByAge'];
}
