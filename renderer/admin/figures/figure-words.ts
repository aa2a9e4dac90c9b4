import type { RuleView } from '../../../preload/contracts/hall-operations.ts';
import { PRIORITY_LABELS, priorityLabel, type PriorityClass } from '../../../preload/contracts/priority.ts';
import type { useWords } from '../../shared/stores/words-store.ts';
import type { MessageKey } from '../../shared/words/words.ts';

type Words = ReturnType<typeof useWords>;

export const RULE_WORDS: Readonly<
  Record<RuleView['name'], { readonly name: MessageKey; readonly does: MessageKey }>
> = {
  'head-start': { name: 'admin.rule.headStart', does: 'admin.rule.headStart.does' },
  ratio: { name: 'admin.rule.ratio', does: 'admin.rule.ratio.does' },
  strict: { name: 'admin.rule.strict', does: 'admin.rule.strict.does' },
  fifo: { name: 'admin.rule.fifo', does: 'admin.rule.fifo.does' },
};

export const WEEKDAY_WORDS: readonly MessageKey[] = [
  'admin.weekday.1',
  'admin.weekday.2',
  'admin.weekday.3',
  'admin.weekday.4',
  'admin.weekday.5',
  'admin.weekday.6',
  'admin.weekday.7',
];

/** A class in few characters, for a list. */
export function className(words: Words, priorityClass: PriorityClass): string {
  const short = words.language === 'zh' ? PRIORITY_LABELS[priorityClass].shortZh : '';
  return short === '' ? priorityLabel(priorityClass, words.completeLanguage) : short;
}

/** One digit after the point is as fine as anybody waits. */
export function minutesText(words: Words, minutes: number | null): string {
  if (minutes === null) return '—';
  return words.t('counter.waiting.minutes', { minutes: Math.round(minutes * 10) / 10 });
}

export function shareText(part: number, whole: number): string {
  return whole === 0 ? '—' : `${Math.round((part / whole) * 1000) / 10} %`;
}
