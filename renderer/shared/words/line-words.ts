import type { LineState } from '../stores/line-store.ts';
import type { MessageKey } from './words.ts';

/** What a page says of its line while nothing can be shown; nothing while all is well. */
export const LINE_NOTES: Readonly<Record<LineState, MessageKey | null>> = {
  connecting: 'line.connecting',
  live: null,
  lost: 'line.lost',
  refused: 'line.refused',
};
