import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Caller, Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { daysAfter } from '../../domain/benefits/dates.ts';
import type { HallContext } from '../hall-context.ts';
import { newId, openVault, todayOf } from '../elders/elder-people.ts';
import { serviceDay } from '../service-day.ts';
import { checkNumbers, fieldsOf, maskedElder } from './care-people.ts';

type Answer<Name extends keyof HallOperations> = Result<Output<HallOperations, Name>, ApiError>;

/** What somebody needs is asked at the first visit, not at a machine. */
const NOT_STATED = 'notStated';

/** Somebody consents to be visited. They and whoever helps them are sealed under the record's own key. */
export function registerCareVisit(
  hall: HallContext,
  input: Input<HallOperations, 'registerCareVisit'>,
  { name: place }: Caller,
): Answer<'registerCareVisit'> {
  const { holder, companion, category, wish, need = NOT_STATED } = input;
  const { care } = hall.policy.elders.benefits;
  const today = todayOf(hall);
  const { followUpOn = daysAfter(today, care.followUpDays) } = input;
  const wrong =
    notListed('category', category, care.categories) ??
    (need === NOT_STATED ? undefined : notListed('need', need, care.needs)) ??
    notBefore('followUpOn', followUpOn, today);
  if (wrong !== undefined) return err(wrong);
  const numbers = checkNumbers(hall, { holder, companion });
  if (!numbers.ok) return numbers;
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  const day = serviceDay(hall);
  if (!day.ok) return day;
  const careId = newId(hall);
  const vaultId = vault.value.seal(careId, fieldsOf(holder));
  const helperVaultId = companion && vault.value.seal(careId, fieldsOf(companion));
  hall.journal.append('care.registered', 1, {
    ...{ careId, vaultId, category, wish, need, followUpOn, place },
    ...(helperVaultId !== undefined && { helperVaultId }),
  });
  return ok({ careId, followUpOn });
}

/** What came of a visit, and when the next is due. */
export function followCareVisit(
  hall: HallContext,
  { careId, outcome, nextOn }: Input<HallOperations, 'followCareVisit'>,
): Answer<'followCareVisit'> {
  const visit = hall.stores.care.careVisit(careId);
  if (visit === undefined) return err({ kind: 'not-found' });
  const wrong = nextOn === undefined ? undefined : notBefore('nextOn', nextOn, todayOf(hall));
  if (wrong !== undefined) return err(wrong);
  if (visit.followUpOn === null)
    return err({ kind: 'not-now', state: visit.outcome ?? 'closed', step: 'follow' });
  const day = serviceDay(hall);
  if (!day.ok) return day;
  hall.journal.append('care.followed', 1, { careId, outcome, ...(nextOn !== undefined && { nextOn }) });
  return ok({ followUpOn: nextOn ?? null });
}

/** The register, who is overdue first. */
export function careVisits(
  hall: HallContext,
  { category, overdue }: Input<HallOperations, 'careVisits'>,
): Answer<'careVisits'> {
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  const today = todayOf(hall);
  const { categories, needs } = hall.policy.elders.benefits.care;
  const visits = hall.stores.care.careVisits(category ?? null).map((row) => {
    const { vaultId, helperVaultId, registeredAtMs, ...visit } = row;
    return {
      ...visit,
      ...maskedElder(vault.value, vaultId),
      maskedHelper: helperVaultId === null ? null : maskedElder(vault.value, helperVaultId).maskedName,
      overdue: visit.followUpOn !== null && visit.followUpOn < today,
      registeredAt: hall.localTime.instant(registeredAtMs),
    };
  });
  return ok({ categories, needs, visits: overdue ? visits.filter((visit) => visit.overdue) : visits });
}

function notListed(
  where: string,
  word: string,
  list: readonly { readonly id: string }[],
): ApiError | undefined {
  if (list.some(({ id }) => id === word)) return undefined;
  return { kind: 'bad-input', problems: [{ where, allowed: list.map(({ id }) => id).join(', ') }] };
}

function notBefore(where: string, date: string, today: string): ApiError | undefined {
  if (date >= today) return undefined;
  return { kind: 'bad-input', problems: [{ where, allowed: `${today} or later` }] };
}
