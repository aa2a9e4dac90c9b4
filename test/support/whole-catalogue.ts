import { fixedOrder } from '../../main/hall/domain/service-order.ts';
import { loadCatalogue, type HallType } from '../../main/hall/catalogue/catalogue.ts';
import { loadUsualServices } from '../../main/hall/catalogue/usual-services.ts';
import { AUDIENCES } from '../../preload/contracts/age-band.ts';
import type { ServiceView } from '../../preload/contracts/hall-operations.ts';

export const HALL_TYPES = ['comprehensive', 'marriage', 'social_org'] as const satisfies readonly HallType[];

/** Every service of a kind of hall as a kiosk hears of it from a hall that has learned nothing yet. */
export function wholeCatalogue(hallType: HallType): ServiceView[] {
  const services = [...loadCatalogue(hallType).values()];
  const usual = loadUsualServices(hallType);
  const orders = AUDIENCES.map((audience) => [audience, fixedOrder(services, usual, audience)] as const);
  return services.map((service) => ({
    ...service,
    documents: [...service.documents],
    waiting: 0,
    waitMinutes: { low: 0, high: 5 },
    counters: ['1'],
    placeByAge: Object.fromEntries(
      orders.map(([audience, order]) => [audience, order.indexOf(service.serviceCode) + 1]),
    ) as ServiceView['placeByAge'],
  }));
}
