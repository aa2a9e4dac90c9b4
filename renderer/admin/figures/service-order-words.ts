import type { AudienceOrderView, HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Output } from '../../../preload/contracts/operation.ts';
import type { useWords } from '../../shared/stores/words-store.ts';

type Words = ReturnType<typeof useWords>;
type Explained = Output<HallOperations, 'serviceOrder'>;

/** Why services stand as they do for people of one age: one or two plain sentences. */
export function whyThisOrder(
  words: Words,
  { setting, leastTickets }: Pick<Explained, 'setting' | 'leastTickets'>,
  order: AudienceOrderView,
): string {
  if (setting === 'fixed') return words.t('admin.order.off');
  const { learnedSince, learnedFrom, bands, tickets } = order;
  if (learnedSince === null || learnedFrom === null)
    return tickets === 0
      ? words.t('admin.order.few', { least: leastTickets })
      : words.t('admin.order.tomorrow');
  const learned = words.t('admin.order.learned', { date: learnedSince, ...learnedFrom });
  return bands.length > 1
    ? `${learned} ${words.t('admin.order.together', { bands: bandsText(words, bands) })}`
    : learned;
}

function bandsText(words: Words, bands: AudienceOrderView['bands']): string {
  return bands.map((band) => words.t(`admin.order.for.${band}`)).join(words.language === 'zh' ? '、' : ', ');
}
