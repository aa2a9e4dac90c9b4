import { randomUUID } from 'node:crypto';
import type { ElderPerson } from '../../../preload/contracts/hall/elder-person.ts';
import type { IdCard } from '../devices/id-card-reader/port.ts';
import type { FormTemplate } from '../forms/form-template.ts';
import type { Visit } from '../visit/visit.ts';
import { NO_NAME } from './person-for-vault.ts';
import type { StationContext } from './station-context.ts';

/**
 * So that no clerk types again what the card has said: the hall keeps it, the paper has the code. Without a hall, or
 * without a card, the paper comes out all the same.
 */
export async function keptAs(
  { hall }: StationContext,
  { id: formId, version, title }: FormTemplate,
  { card }: Visit,
): Promise<string | undefined> {
  if (card === undefined) return undefined;
  const holder = holderOf(card);
  const kept = await hall.keepDraft({ requestId: randomUUID(), formId, version, title, holder });
  return kept.ok ? kept.value.code : undefined;
}

/** What a form may be filled with of a card; a number that the card itself doubts is written by hand. */
function holderOf({ name, number, address, warnings }: IdCard): ElderPerson {
  const street = address?.revealFor('vault');
  return {
    name: name.revealFor('vault') || NO_NAME,
    ...(!warnings.includes('number-not-valid') && { idNumber: number.revealFor('vault') }),
    ...(street !== undefined && street.length >= 2 && { address: street }),
  };
}
