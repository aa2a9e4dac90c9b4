import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { OrganisationChange } from '../../../../preload/contracts/hall/organisation-values.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { changeDue } from '../../domain/social-organisations/duties.ts';
import type { Vault } from '../../vault/index.ts';
import type { HallContext } from '../hall-context.ts';
import { newId, openVault, todayOf } from '../elders/elder-people.ts';
import { serviceDay } from '../service-day.ts';
import { badInput, outside } from './days-past.ts';
import { dutyRules, organisationNow } from './organisation-view.ts';

type Changing = Input<HallOperations, 'changeOrganisation'>;

/**
 * Notes what an organisation reports. It counts from then on, so that the register says what is; until when its papers are
 * due is counted once, by the rules and the holidays known on that day.
 */
export function changeOrganisation(
  hall: HallContext,
  input: Changing,
): Result<Output<HallOperations, 'changeOrganisation'>, ApiError> {
  const { organisationId, change, holder, receivedOn } = input;
  const row = hall.stores.organisations.organisation(organisationId);
  if (row === undefined) return err({ kind: 'not-found' });
  if (row.state !== 'active') return err({ kind: 'not-now', state: row.state, step: change.kind });
  const today = todayOf(hall);
  const wrong =
    holderRefusal(input) ??
    dayRefusal(change, { from: row.filedOn, to: today }) ??
    outside('receivedOn', receivedOn, { from: row.filedOn, to: today });
  if (wrong !== undefined) return err(wrong);
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  const day = serviceDay(hall);
  if (!day.ok) return day;
  const changeId = newId(hall);
  const dueOn = changeDue(change, dutyRules(hall));
  hall.journal.append('organisation.changed', 1, {
    ...{ organisationId, changeId, change, dueOn, on: today },
    ...(receivedOn !== undefined && { receivedOn }),
    ...sealed(vault.value, changeId, change, holder),
  });
  return ok({ changeId, dueOn, organisation: organisationNow(hall, organisationId) });
}

/** What is new of a person comes with the change that it belongs to, and with no other. */
function holderRefusal({ change, holder }: Changing): ApiError | undefined {
  const { name, phone, address } = holder ?? {};
  switch (change.kind) {
    case 'leader':
      if (name === undefined) return badInput('holder.name', 'the name of the new leader');
      if (phone === undefined) return badInput('holder.phone', 'how the new leader is called back');
      return address === undefined
        ? undefined
        : badInput('holder.address', 'not with a new leader: a new address is a change of its own');
    case 'address':
      if (address === undefined) return badInput('holder.address', 'where the organisation is found now');
      return name === undefined && phone === undefined
        ? undefined
        : badInput('holder', 'with a new address the address only');
    default:
      return holder === undefined ? undefined : badInput('holder', 'only with a new leader or a new address');
  }
}

/** A large event may lie ahead; all else has happened. */
function dayRefusal(
  change: OrganisationChange,
  days: { readonly from: string; readonly to: string },
): ApiError | undefined {
  switch (change.kind) {
    case 'large-event':
      return outside('change.on', change.on, { from: days.from });
    case 'dissolution':
      return outside('change.liquidationEndedOn', change.liquidationEndedOn, days);
    default:
      return outside('change.agreedOn', change.agreedOn, days);
  }
}

function sealed(
  vault: Vault,
  changeId: string,
  { kind }: OrganisationChange,
  holder: Changing['holder'],
): { headVaultId?: string; placeVaultId?: string } {
  const { name, phone, address } = holder ?? {};
  if (kind === 'leader' && name !== undefined && phone !== undefined)
    return { headVaultId: vault.seal(changeId, { name, phone }) };
  return kind === 'address' && address !== undefined
    ? { placeVaultId: vault.seal(changeId, { address }) }
    : {};
}
