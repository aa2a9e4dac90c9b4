import type { PauseReason } from '../../preload/contracts/hall-operations.ts';
import type { MessageKey } from '../shared/words/words.ts';

export const PAUSE_WORDS: Readonly<Record<PauseReason, MessageKey>> = {
  meal: 'counter.pause.meal',
  restroom: 'counter.pause.restroom',
  documents: 'counter.pause.documents',
  consultation: 'counter.pause.consultation',
  system: 'counter.pause.system',
  training: 'counter.pause.training',
  other: 'counter.pause.other',
};
