import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { TierChangeView } from '../../../../preload/contracts/hall/benefit-values.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { ok, type Result } from '../../../../preload/contracts/result.ts';
import type { Vault } from '../../vault/index.ts';
import type { HallContext } from '../hall-context.ts';
import { serviceDay } from '../service-day.ts';
import { csvText } from '../statistics/export/csv.ts';
import { newId, openVault, type KnownElder } from './elder-people.ts';
import { peopleReaching } from './lists.ts';

type Reason = Input<HallOperations, 'exportReminders'>['reason'];

const HEADINGS = ['姓名', '电话', '开始日期', '每月金额（元）'];
const WAITS_FOR_ANSWER: readonly TierChangeView['proactive'][] = ['SELECTED', 'NOTIFIED', 'NO_ANSWER'];

/**
 * The list for an outside system that sends messages; this program sends none. Whose number left the hall, and why, is
 * written down before anybody has the list. Who has answered is not asked again.
 */
export function exportReminders(
  hall: HallContext,
  { reason }: Input<HallOperations, 'exportReminders'>,
): Result<Output<HallOperations, 'exportReminders'>, ApiError> {
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  const day = serviceDay(hall);
  if (!day.ok) return day;
  const people = peopleReaching(hall, vault.value).filter(
    ({ known, view }) => known.elder.hasPhone && belongs(view, reason),
  );
  hall.journal.append('elder.reminders-exported', 1, {
    ...{ exportId: newId(hall), reason },
    beneficiaryIds: people.map(({ view }) => view.beneficiaryId),
  });
  const lines = people.map(({ known, view }) => line(vault.value, known, view));
  return ok({ count: people.length, csv: csvText([HEADINGS, ...lines]) });
}

function belongs({ before, proactive }: TierChangeView, reason: Reason): boolean {
  switch (reason) {
    case 'tell-of-first-tier':
      return before === null && WAITS_FOR_ANSWER.includes(proactive);
    case 'tell-of-higher-tier':
      return before !== null;
    case 'asked-by-community':
      return true;
  }
}

function line(vault: Vault, { elder }: KnownElder, { on, after }: TierChangeView): (string | number)[] {
  const clear = (field: 'name' | 'phone'): string => {
    const revealed = vault.reveal(elder.vaultId, field, 'reminder-list');
    return revealed.ok ? revealed.value.value.revealFor('reminder-list') : '';
  };
  return [clear('name'), clear('phone'), on, after?.amount ?? ''];
}
