import type { TierChangeView } from '../../../../preload/contracts/hall/benefit-values.ts';
import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { dueOf } from '../../domain/benefits/certification.ts';
import { reaching, reminderDate, tierChanges, type TierChange } from '../../domain/benefits/tiers.ts';
import type { CertificationRow } from '../../store/elder-store.ts';
import type { Vault } from '../../vault/index.ts';
import type { HallContext } from '../hall-context.ts';
import { openDue, pendingOf } from './certifications.ts';
import {
  certified,
  cycleOfToday,
  elderView,
  elderWithNumber,
  knownElders,
  openVault,
  tableOf,
  tierView,
  todayOf,
  type KnownElder,
} from './elder-people.ts';
import { offerOf, stateOf } from './offers.ts';

type Answer<Name extends keyof HallOperations> = Result<Output<HallOperations, Name>, ApiError>;

/** Who must still be certified in the cycle of today. All checks of the cycle are read once. */
export function listDue(hall: HallContext): Answer<'listDue'> {
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  const [cycle, today] = [cycleOfToday(hall), todayOf(hall)];
  const checks = new Map<string, CertificationRow[]>();
  for (const check of hall.stores.elders.certificationsOfCycle(cycle.cycle))
    checks.set(check.beneficiaryId, [...(checks.get(check.beneficiaryId) ?? []), check]);
  const people = knownElders(hall, vault.value).flatMap((known) => {
    const own = checks.get(known.elder.beneficiaryId) ?? [];
    const benefits = certified(hall, known.elder.benefits);
    const due = dueOf(benefits, own, cycle, today);
    if (due === undefined) return [];
    const waiting = own.find(({ result, confirmed }) => result === 'PASS' && confirmed === null);
    return {
      ...elderView(hall, vault.value, known),
      due: benefits.filter((benefit) => due.benefits.includes(benefit)),
      ...{ state: due.state, certificationId: waiting?.certificationId ?? null },
    };
  });
  return ok({ cycle, people });
}

/** Who reaches a tier within two months. */
export function listReaching(hall: HallContext): Answer<'listReaching'> {
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  return ok({ people: peopleReaching(hall, vault.value).map(({ view }) => view) });
}

/** The same with their ids of the vault, for a list that leaves the hall. */
export function peopleReaching(
  hall: HallContext,
  vault: Vault,
): readonly { readonly known: KnownElder; readonly view: TierChangeView }[] {
  const [table, today] = [tableOf(hall), todayOf(hall)];
  return knownElders(hall, vault)
    .flatMap((known) => {
      const change = reaching(table, known.birth, today);
      return change === undefined ? [] : [{ known, view: changeView(hall, vault, known, change) }];
    })
    .toSorted((one, other) => one.view.on.localeCompare(other.view.on));
}

/** Whose amount changes between two days. */
export function listTierChanges(
  hall: HallContext,
  { from, to }: Input<HallOperations, 'listTierChanges'>,
): Answer<'listTierChanges'> {
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  const table = tableOf(hall);
  const people = knownElders(hall, vault.value).flatMap((known) =>
    tierChanges(table, known.birth, from, to)
      .filter(({ on }) => known.elder.tierConfirmed !== on)
      .map((change) => changeView(hall, vault.value, known, change)),
  );
  return ok({ people: people.toSorted((one, other) => one.on.localeCompare(other.on)) });
}

function changeView(
  hall: HallContext,
  vault: Vault,
  known: KnownElder,
  { on, before, after }: TierChange,
): TierChangeView {
  return {
    ...elderView(hall, vault, known),
    ...{ on, before: before && tierView(before), after: after && tierView(after) },
    proactive: stateOf(known, on, todayOf(hall)),
    remindFrom: reminderDate(on),
  };
}

/** What is open for the person at the counter. */
export function findBeneficiary(
  hall: HallContext,
  { holder }: Input<HallOperations, 'findBeneficiary'>,
): Answer<'findBeneficiary'> {
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  const known =
    holder.idNumber === undefined ? undefined : elderWithNumber(hall, vault.value, holder.idNumber);
  if (known === undefined) return err({ kind: 'not-found' });
  const due = openDue(hall, known.elder);
  const offer = offerOf(hall, known);
  return ok({
    ...elderView(hall, vault.value, known),
    due: certified(hall, known.elder.benefits).filter((benefit) => due?.benefits.includes(benefit) === true),
    dueState: due?.state ?? null,
    certificationId: pendingOf(hall, known.elder)?.certificationId ?? null,
    proactive: offer?.state ?? stateOf(known, undefined, todayOf(hall)),
    begins: offer?.begins ?? null,
  });
}
