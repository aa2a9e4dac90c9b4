import type { CompanionRelation } from '../../preload/contracts/hall-operations.ts';
import type { useWords } from '../shared/stores/words-store.ts';
import type { MessageKey } from '../shared/words/words.ts';

export const RELATION_WORDS: Readonly<Record<CompanionRelation, MessageKey>> = {
  spouse: 'counter.people.spouse',
  agent: 'counter.people.agent',
  principal: 'counter.people.principal',
  family: 'counter.people.family',
};

/** "两人 · 夫妻": said before the call as well, for it names nobody. */
export function peopleWords(
  words: Pick<ReturnType<typeof useWords>, 't'>,
  relation: CompanionRelation | null,
): string {
  const two = words.t('counter.people.two');
  return relation === null ? two : `${two} · ${words.t(RELATION_WORDS[relation])}`;
}
