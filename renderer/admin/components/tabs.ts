import type { MessageKey } from '../../shared/words/words.ts';

export const TABS = [
  { name: 'live', word: 'admin.tab.live' },
  { name: 'toDo', word: 'admin.tab.toDo' },
  { name: 'elders', word: 'admin.tab.elders' },
  { name: 'ledger', word: 'admin.tab.ledger' },
  { name: 'statistics', word: 'admin.tab.statistics' },
  { name: 'whatIf', word: 'admin.tab.whatIf' },
] as const satisfies readonly { readonly name: string; readonly word: MessageKey }[];
export type TabName = (typeof TABS)[number]['name'];
