import { randomUUID } from 'node:crypto';
import type { FormTemplate } from '../forms/form-template.ts';
import type { Visit } from '../visit/visit.ts';
import { addressOfCard, holderOfCard } from './person-for-vault.ts';
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
  // A number that the card itself doubts is written by hand.
  const holder = { ...holderOfCard(card), ...addressOfCard(card) };
  const kept = await hall.keepDraft({ requestId: randomUUID(), formId, version, title, holder });
  return kept.ok ? kept.value.code : undefined;
}
