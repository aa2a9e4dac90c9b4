import type { ElderPerson } from '../../../../preload/contracts/hall/elder-person.ts';
import type { ApiError } from '../../../../preload/contracts/errors.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { readIdNumber } from '../../../foundation/identity/index.ts';
import type { PersonFields, Vault } from '../../vault/index.ts';
import type { HallContext } from '../hall-context.ts';
import { todayOf } from '../elders/elder-people.ts';

/** Numbers that break the rules are refused before anything is sealed. */
export function checkNumbers(
  hall: HallContext,
  people: Readonly<Record<string, { readonly idNumber?: string | undefined } | undefined>>,
): Result<void, ApiError> {
  for (const [who, person] of Object.entries(people)) {
    if (person?.idNumber === undefined) continue;
    const read = readIdNumber(person.idNumber, todayOf(hall));
    if (!read.valid) return err({ kind: 'bad-id-number', where: `${who}.idNumber`, reason: read.rule });
  }
  return ok(undefined);
}

/** What was given, without what was not. */
export function fieldsOf({ name, idNumber, phone, address }: ElderPerson): PersonFields {
  return {
    name,
    ...(idNumber !== undefined && { idNumber }),
    ...(phone !== undefined && { phone }),
    ...(address !== undefined && { address }),
  };
}

/** As lists show a person: masked, the address to the street. */
export function maskedElder(vault: Vault, vaultId: string) {
  const masked = (field: 'name' | 'phone' | 'address'): string | null => {
    const revealed = vault.reveal(vaultId, field, 'staff-view');
    return revealed.ok ? revealed.value.value.masked || null : null;
  };
  return { maskedName: masked('name'), street: masked('address'), maskedPhone: masked('phone') };
}
