import type { AgeBand } from '../../preload/contracts/age-band.ts';
import type { DayDemand } from '../../main/hall/domain/service-order.ts';

/** So many days on each of which people of a band came, as `{ 'LN-01': 3 }` says. */
export function daysOf(
  days: number,
  ageBand: AgeBand | 'unknown',
  eachDay: Readonly<Record<string, number>>,
): DayDemand[] {
  return Array.from({ length: days }, (_, day) =>
    Object.entries(eachDay).map(([serviceCode, count]) => ({
      ...{ dayId: `day ${String(day).padStart(3, '0')}`, ageBand, serviceCode, count },
    })),
  ).flat();
}
