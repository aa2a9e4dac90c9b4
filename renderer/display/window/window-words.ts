import type { PauseReason } from '../../../preload/contracts/hall/closed-lists.ts';
import type { MessageKey } from '../../shared/words/words.ts';
import type { WindowStanding } from './standing.ts';

/** What a display over a window says, by how the window stands. */
export const WINDOW_WORDS: Readonly<Record<WindowStanding, MessageKey>> = {
  unknown: 'display.window.unknown',
  stale: 'display.window.stale',
  closed: 'display.window.closed',
  paused: 'display.window.paused',
  free: 'display.window.free',
  called: 'display.window.called',
  serving: 'display.window.serving',
};

/** Why a window pauses, as far as visitors are told: a clerk's meal is nobody's business but when it ends. */
export const PAUSE_WORDS: Readonly<Record<PauseReason, MessageKey>> = {
  meal: 'display.pause.soon',
  restroom: 'display.pause.soon',
  documents: 'display.pause.documents',
  consultation: 'display.pause.consultation',
  system: 'display.pause.system',
  training: 'display.pause.training',
  other: 'display.pause.soon',
};
