import type { Result } from '../../../../../preload/contracts/result.ts';
import { MANDARIN_VOICE, speakWithEspeak, type EspeakSentence } from '../../sound/espeak.ts';
import type { Sound } from '../../sound/sound.ts';
import { pinyinOf } from '../spoken-call.ts';
import type { SpeechEngine, SpeechFailure } from './engine.ts';

export type EspeakOptions = Pick<EspeakSentence, 'program' | 'deadlineMs'>;

/** Speaks a call by espeak-ng. */
export function createEspeakEngine({ program, deadlineMs }: EspeakOptions = {}): SpeechEngine {
  return {
    name: 'espeak-ng',
    synthesise: (utterance, { pace, signal }): Promise<Result<Sound, SpeechFailure>> =>
      speakWithEspeak({
        voice: MANDARIN_VOICE,
        text: pinyinOf(utterance),
        pace,
        signal,
        program,
        deadlineMs,
      }),
  };
}
