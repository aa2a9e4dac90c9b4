import { randomBytes } from 'node:crypto';
import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Caller, Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { DRAFT_CODE_BYTES, formatDraftCode, readDraftCode } from '../../domain/drafts/draft-code.ts';
import type { VaultField } from '../../vault/index.ts';
import { checkNumbers, fieldsOf } from '../care/care-people.ts';
import { newId, openVault } from '../elders/elder-people.ts';
import type { HallContext } from '../hall-context.ts';
import { serviceDay } from '../service-day.ts';

type Answer<Name extends keyof HallOperations> = Result<Output<HallOperations, Name>, ApiError>;

/** Seals what a form was filled with under the day's key: when the day is erased, the code leads to nothing any more. */
export function keepDraft(
  hall: HallContext,
  { formId, version, title, holder }: Input<HallOperations, 'keepDraft'>,
  { name: place }: Caller,
): Answer<'keepDraft'> {
  const numbers = checkNumbers(hall, { holder });
  if (!numbers.ok) return numbers;
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  const day = serviceDay(hall);
  if (!day.ok) return day;
  const code = unusedCode(hall);
  hall.journal.append('draft.kept', 1, {
    ...{ draftId: newId(hall), code, formId, version, title, place },
    vaultId: vault.value.seal(day.value.dayId, fieldsOf(holder)),
  });
  return ok({ code });
}

function unusedCode({ stores }: HallContext): string {
  for (;;) {
    const code = formatDraftCode(randomBytes(DRAFT_CODE_BYTES));
    if (stores.drafts.draft(code) === undefined) return code;
  }
}

/**
 * For the clerk who holds the paper. Which fields were looked at is written before anybody sees them; the answer itself is
 * told and forgotten (see `transact`).
 */
export function recallDraft(
  hall: HallContext,
  { code: typed, counterId }: Input<HallOperations, 'recallDraft'>,
): Answer<'recallDraft'> {
  const code = readDraftCode(typed);
  if (code === undefined)
    return err({ kind: 'bad-input', problems: [{ where: 'code', allowed: '8 letters and digits' }] });
  if (!hall.policy.counters.some((one) => one.counterId === counterId))
    return err({ kind: 'unknown-counter', counterId });
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  const draft = hall.stores.drafts.draft(code);
  if (draft === undefined) return err({ kind: 'not-found' });
  const look = (field: VaultField): string | null => {
    const revealed = vault.value.reveal(draft.vaultId, field, 'staff-view');
    if (!revealed.ok) return null;
    hall.journal.append('person.revealed', 1, revealed.value.record);
    return revealed.value.value.revealFor('staff-view');
  };
  const name = look('name');
  // Every draft has a name: without one its day was erased.
  if (name === null) return err({ kind: 'not-found' });
  hall.journal.append('draft.recalled', 1, { draftId: draft.draftId, counterId });
  const { formId, version, title, keptAtMs } = draft;
  const keptAt = hall.localTime.instant(keptAtMs);
  return ok({ formId, version, title, keptAt, name, idNumber: look('idNumber'), address: look('address') });
}
