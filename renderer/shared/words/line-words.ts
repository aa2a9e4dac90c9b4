import type { LineState } from '../stores/line-store.ts';
import type { MessageKey } from './words.ts';

/** What a page says of its line while nothing can be shown; nothing while all is well. */
export const LINE_NOTES: Readonly<Record<LineState, MessageKey | null>> = {
  connecting: 'line.connecting',
  live: null,
  lost: 'line.lost',
  refused: 'line.refused',
};

/** In a bar for staff: always there, also while all is well. */
export const LINE_STATE_WORDS: Readonly<Record<LineState, MessageKey>> = {
  connecting: 'counter.line.connecting',
  live: 'counter.line.live',
  lost: 'counter.line.lost',
  refused: 'counter.line.refused',
};
