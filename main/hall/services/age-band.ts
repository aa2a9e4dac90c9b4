import { ageBandOf, type AgeBand } from '../../../preload/contracts/age-band.ts';
import { ageInYears } from '../domain/priority-from-age.ts';
import type { HallContext } from './hall-context.ts';

/** All that is kept of a birth date: the ten years in which the age lies. Nothing where the date is missing or cannot be. */
export function ageBandOn(hall: HallContext, birthDate: string | undefined): { ageBand?: AgeBand } {
  if (birthDate === undefined) return {};
  const age = ageInYears(birthDate, hall.localTime.date(hall.clock.nowMs()));
  return age.ok ? { ageBand: ageBandOf(age.value) } : {};
}
