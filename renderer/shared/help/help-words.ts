import type { HelpView } from '../../../preload/contracts/hall-operations.ts';
import { minutesSince } from '../stores/now-store.ts';
import type { useWords } from '../stores/words-store.ts';

type Words = Pick<ReturnType<typeof useWords>, 't'>;

/** Where somebody is wanted, as it is called in the hall: a counter by its number, a kiosk by its name. */
export function helpPlace(words: Words, { counterId, kind, place }: HelpView): string {
  if (counterId !== null) return words.t('display.counter', { counter: counterId });
  return kind === 'visitor' ? words.t('help.kiosk', { place }) : place;
}

/** For how long somebody has been waiting, in full minutes. */
export function helpSince(words: Words, { askedAt }: HelpView, nowMs: number): string {
  const minutes = minutesSince(askedAt, nowMs);
  return minutes === 0 ? words.t('help.justNow') : words.t('counter.waiting.minutes', { minutes });
}
