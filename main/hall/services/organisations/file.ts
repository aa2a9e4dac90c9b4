import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { readCreditCode, type CreditCodeFault } from '../../domain/social-organisations/credit-code.ts';
import { organisationWay } from '../../domain/social-organisations/ways.ts';
import type { OrganisationRow } from '../../store/organisation-store.ts';
import type { HallContext } from '../hall-context.ts';
import { newId, openVault, todayOf } from '../elders/elder-people.ts';
import { serviceDay } from '../service-day.ts';
import { badInput, outside } from './days-past.ts';
import { organisationNow } from './organisation-view.ts';

type Filing = Input<HallOperations, 'fileOrganisation'>;

/**
 * Enters an organisation. Its way and the reasons are those of the rules in force today; one that has a credit code is
 * registered, whatever it has grown or shrunk to. Who answers for it is sealed under the record's own key.
 */
export function fileOrganisation(
  hall: HallContext,
  input: Filing,
): Result<Output<HallOperations, 'fileOrganisation'>, ApiError> {
  const { name, community, street, group, holder, purpose, activity } = input;
  const today = todayOf(hall);
  const { filedOn = today } = input;
  const late = outside('filedOn', filedOn, { to: today });
  if (late !== undefined) return err(late);
  const code = codeOf(input);
  if (!code.ok) return code;
  const creditCode = code.value;
  const twin = alreadyFiled(hall, input, creditCode);
  if (twin !== undefined) return err(twin);
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  const day = serviceDay(hall);
  if (!day.ok) return day;
  const organisationId = newId(hall);
  const { address, ...head } = holder;
  const headVaultId = vault.value.seal(organisationId, head);
  const placeVaultId = address && vault.value.seal(organisationId, { address });
  const { way, conditions } = organisationWay(group, hall.policy.organisationFigures, today);
  hall.journal.append('organisation.filed', 1, {
    ...{ organisationId, name, community, street, group, purpose, headVaultId, filedOn, on: today },
    ...{ way: creditCode === undefined ? way : 'register', conditions: [...conditions] },
    ...(creditCode !== undefined && { creditCode }),
    ...(activity !== undefined && { activity }),
    ...(placeVaultId !== undefined && { placeVaultId }),
  });
  return ok(organisationNow(hall, organisationId));
}

/** A code as it is written, once it is one of civil affairs and of this kind. */
function codeOf({ creditCode, group }: Filing): Result<string | undefined, ApiError> {
  if (creditCode === undefined) return ok(undefined);
  const reading = readCreditCode(creditCode);
  if (!reading.ok) return err(badInput('creditCode', allowedCode(reading.error)));
  const { code, kind } = reading.value;
  if (kind === undefined)
    return err(
      badInput('creditCode', 'a code that civil affairs gave: it begins with 5. Without one leave it out'),
    );
  const isOther = (kind === 'association' || kind === 'service-body') && kind !== group.kind;
  return isOther ? err(badInput('group.kind', `${kind}: that is what the credit code says`)) : ok(code);
}

function allowedCode(fault: CreditCodeFault): string {
  const whole = '18 digits and capital letters as on the certificate';
  switch (fault.kind) {
    case 'length':
      return `${whole}; here are ${fault.characters}`;
    case 'character':
      return `${whole}, without I, O, S, V and Z; look at character ${fault.at}`;
    case 'division':
      return `${whole}; characters 3 to 8 are the digits of a division`;
    case 'body-check':
      return `${whole}; character 17 does not fit the eight before it: compare characters 9 to 17`;
    case 'check':
      return `${whole}; the last one does not fit the others: compare all of them`;
  }
}

function alreadyFiled(
  { stores }: HallContext,
  { name, community }: Filing,
  creditCode: string | undefined,
): ApiError | undefined {
  const refusal = (by: 'name' | 'creditCode', row: OrganisationRow): ApiError => ({
    ...{ kind: 'already-filed', by, name: row.name, filedOn: row.filedOn },
    organisationId: row.organisationId,
  });
  const named = stores.organisations.organisationNamed(name, community);
  if (named !== undefined) return refusal('name', named);
  const coded = creditCode && stores.organisations.organisationWithCode(creditCode);
  return coded ? refusal('creditCode', coded) : undefined;
}
