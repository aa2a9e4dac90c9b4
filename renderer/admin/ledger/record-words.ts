import type { ChannelState, LedgerRecordView } from '../../../preload/contracts/hall-operations.ts';
import { useOffice } from '../office-store.ts';
import type { useWords } from '../../shared/stores/words-store.ts';

type Words = ReturnType<typeof useWords>;

/** What a record is about: in its own words, or as its source says it in fields. */
export function itemText({ about, item }: LedgerRecordView, words: Words): string {
  const { difficulty, serviceCode, foodSafety } = about;
  const parts = [
    difficulty === undefined ? null : words.t(`difficulty.${difficulty}`),
    serviceCode === undefined ? null : serviceText(serviceCode, words),
    foodSafety === undefined ? null : words.t('admin.ledger.food', foodSafety),
    item,
  ];
  return words.list(parts.filter((part) => part !== null));
}

/** A service by its name, as long as the hall offers it. */
function serviceText(serviceCode: string, words: Words): string {
  const known = useOffice().services.find((service) => service.serviceCode === serviceCode);
  return words.service(serviceCode, known?.name ?? serviceCode);
}

/** The way without a machine, as it was on a day. */
export function channelText({ counters, paperForm, telephone }: ChannelState, words: Words): string {
  const nothing = words.t('admin.ledger.nothing');
  return words.t('admin.ledger.channels', {
    counters: counters.length === 0 ? nothing : words.list(counters),
    paper: paperForm ?? nothing,
    telephone: telephone ?? nothing,
  });
}

/** The words that a step was given, in one line. */
export function stepText({ change }: LedgerRecordView['steps'][number], words: Words): string {
  switch (change.step) {
    case 'take':
      return `${change.taking.owner} · ${words.t(`admin.ledger.response.${change.taking.response}`)}`;
    case 'escalate':
      return `${words.t(`admin.ledger.level.${change.level}`)} · ${change.question}`;
    case 'refer':
      return `${change.department} · ${words.t('admin.ledger.replyBy', { date: change.replyBy })}`;
    case 'reply':
      return `${words.t(`admin.ledger.replyTo.${change.to}`)} · ${change.text}`;
    case 'finish':
      return change.evidence;
    case 'close':
      return change.check;
    case 'reopen':
      return change.reason;
  }
}
