import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Caller, Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { daysAfter } from '../../domain/benefits/dates.ts';
import { isWorkingDay } from '../../domain/rating/working-days.ts';
import type { HallContext } from '../hall-context.ts';
import { newId, openVault, todayOf } from '../elders/elder-people.ts';
import { serviceDay } from '../service-day.ts';
import { checkNumbers, fieldsOf, maskedElder } from './care-people.ts';

type Answer<Name extends keyof HallOperations> = Result<Output<HallOperations, Name>, ApiError>;

/** Nobody plans further ahead. */
const LONGEST_AHEAD_DAYS = 60;

/** As many as stand on a screen with their morning and afternoon. */
const DAYS_OFFERED = 2;

/** The next working days from tomorrow on. */
export function homeVisitDays(hall: HallContext): Answer<'homeVisitDays'> {
  const today = todayOf(hall);
  const ahead = Array.from({ length: LONGEST_AHEAD_DAYS }, (_, at) => daysAfter(today, at + 1));
  const days = ahead.filter((date) => isWorkingDay(date, hall.policy.calendar)).slice(0, DAYS_OFFERED);
  return ok({ days });
}

/** Staff shall come home on a working day from tomorrow on. */
export function bookHomeVisit(
  hall: HallContext,
  { holder, purpose, date, part }: Input<HallOperations, 'bookHomeVisit'>,
  { name: place }: Caller,
): Answer<'bookHomeVisit'> {
  const [first, last] = [daysAfter(todayOf(hall), 1), daysAfter(todayOf(hall), LONGEST_AHEAD_DAYS)];
  if (date < first || date > last || !isWorkingDay(date, hall.policy.calendar))
    return err({
      kind: 'bad-input',
      problems: [{ where: 'date', allowed: `a working day from ${first} to ${last}` }],
    });
  const numbers = checkNumbers(hall, { holder });
  if (!numbers.ok) return numbers;
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  const day = serviceDay(hall);
  if (!day.ok) return day;
  const visitId = newId(hall);
  const vaultId = vault.value.seal(visitId, fieldsOf(holder));
  hall.journal.append('home-visit.booked', 1, { visitId, vaultId, purpose, date, part, place });
  return ok({ visitId, date, part });
}

/** What came of it. A visit that ended is not ended again. */
export function endHomeVisit(
  hall: HallContext,
  { visitId, outcome }: Input<HallOperations, 'endHomeVisit'>,
): Answer<'endHomeVisit'> {
  const visit = hall.stores.care.homeVisit(visitId);
  if (visit === undefined) return err({ kind: 'not-found' });
  if (visit.outcome !== null) return err({ kind: 'not-now', state: visit.outcome, step: 'end' });
  const day = serviceDay(hall);
  if (!day.ok) return day;
  hall.journal.append('home-visit.ended', 1, { visitId, outcome });
  return ok({ outcome });
}

/** By day, mornings first. */
export function homeVisits(
  hall: HallContext,
  { open }: Input<HallOperations, 'homeVisits'>,
): Answer<'homeVisits'> {
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  const today = todayOf(hall);
  const visits = hall.stores.care.homeVisits(open === true).map(({ vaultId, bookedAtMs, ...visit }) => ({
    ...visit,
    ...maskedElder(vault.value, vaultId),
    overdue: visit.outcome === null && visit.date < today,
    bookedAt: hall.localTime.instant(bookedAtMs),
  }));
  return ok({ visits });
}
