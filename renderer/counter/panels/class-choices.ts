import { PRIORITY_CLASSES, type PriorityClass } from '../../../preload/contracts/priority.ts';
import type { MessageKey } from '../../shared/words/words.ts';

export const CLASS_WORDS: Readonly<Record<PriorityClass, MessageKey>> = {
  urgent: 'counter.class.urgent',
  elder: 'counter.class.elder',
  disabled: 'counter.class.disabled',
  pregnant: 'counter.class.pregnant',
  military: 'counter.class.military',
  infant: 'counter.class.infant',
  appointment: 'counter.class.appointment',
  ordinary: 'counter.class.ordinary',
};

/** Classes of priority as a closed list, most pressing first. */
export const CLASS_CHOICES: readonly { readonly id: PriorityClass; readonly words: MessageKey }[] =
  PRIORITY_CLASSES.map((id) => ({ id, words: CLASS_WORDS[id] }));
