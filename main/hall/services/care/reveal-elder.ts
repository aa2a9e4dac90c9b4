import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import type { HallContext } from '../hall-context.ts';
import { openVault } from '../elders/elder-people.ts';
import { whyNotRevealed } from '../people.ts';

type Wish = Input<HallOperations, 'revealElder'>;

/** One field in clear. That somebody looked is written before they see it, at every look. */
export function revealElder(
  hall: HallContext,
  { of, id, field, purpose }: Wish,
): Result<Output<HallOperations, 'revealElder'>, ApiError> {
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  const vaultId = vaultIdOf(hall, of, id, field);
  if (vaultId === undefined) return err({ kind: 'not-found' });
  const revealed = vault.value.reveal(vaultId, field, purpose);
  if (!revealed.ok) return err(whyNotRevealed(revealed.error));
  hall.journal.append('person.revealed', 1, revealed.value.record);
  return ok({ value: revealed.value.value.revealFor(purpose) });
}

function vaultIdOf(
  { stores }: HallContext,
  of: Wish['of'],
  id: string,
  field: Wish['field'],
): string | undefined {
  switch (of) {
    case 'beneficiary':
      return stores.elders.elder(id)?.vaultId;
    case 'care-visit':
      return stores.care.careVisit(id)?.vaultId;
    case 'home-visit':
      return stores.care.homeVisit(id)?.vaultId;
    case 'organisation': {
      const found = stores.organisations.organisation(id);
      return (field === 'address' ? found?.placeVaultId : found?.headVaultId) ?? undefined;
    }
  }
}
