import type { StatablePriorityClass } from '../../preload/contracts/priority.ts';
import type { MessageKey } from '../shared/words/words.ts';

/** How a person says at the kiosk what they are: shorter than the labels of the rules. */
export const PRIORITY_WORDS: Readonly<Record<StatablePriorityClass, MessageKey>> = {
  elder: 'priority.elder',
  disabled: 'priority.disabled',
  pregnant: 'priority.pregnant',
  military: 'priority.military',
  infant: 'priority.infant',
};
