import type { careRows } from '../../../../preload/contracts/hall/care-rows.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Handlers } from '../../../../preload/contracts/operation.ts';
import type { HallContext } from '../hall-context.ts';
import type { Runners } from '../runners.ts';
import { careVisits, followCareVisit, registerCareVisit } from './care-visits.ts';
import { bookHomeVisit, endHomeVisit, homeVisitDays, homeVisits } from './home-visits.ts';
import { revealElder } from './reveal-elder.ts';

/** Visits to people at home. */
export function createCareHandlers(
  hall: HallContext,
  { mutation, unkept }: Runners,
): Pick<Handlers<HallOperations>, keyof typeof careRows> {
  return {
    registerCareVisit: mutation('registerCareVisit', registerCareVisit),
    followCareVisit: mutation('followCareVisit', followCareVisit),
    careVisits: (input) => careVisits(hall, input),
    homeVisitDays: () => homeVisitDays(hall),
    bookHomeVisit: mutation('bookHomeVisit', bookHomeVisit),
    endHomeVisit: mutation('endHomeVisit', endHomeVisit),
    homeVisits: (input) => homeVisits(hall, input),
    revealElder: unkept('revealElder', revealElder),
  };
}
