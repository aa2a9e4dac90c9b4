import type { Result } from '../../../../../preload/contracts/result.ts';
import type { ProgramFault } from '../../run-program.ts';
import type { SpeechFault } from '../../sound/judge-speech.ts';
import type { Sound } from '../../sound/sound.ts';
import type { WavFault } from '../../sound/wav.ts';
import type { Utterance } from '../spoken-call.ts';

/** Why an engine has no sound for a sentence. `clip` is the file's name without `.wav`. */
export type SpeechFailure =
  | { readonly kind: 'clip-missing'; readonly clip: string }
  | {
      readonly kind: 'clip-unusable';
      readonly clip: string;
      readonly fault: WavFault | 'silent' | 'too-large' | 'other-rate' | 'unreadable';
    }
  | ProgramFault
  | { readonly kind: 'not-a-sound'; readonly fault: WavFault }
  /** It answered, but with something that cannot be the sentence. */
  | { readonly kind: SpeechFault };

export interface Manner {
  /** 1: as usual; 0.8: slower, for the repeat. */
  readonly pace: number;
  readonly signal: AbortSignal;
}

/** Makes a sentence into sound. Never rejects, and answers within seconds whatever happens. */
export interface SpeechEngine {
  readonly name: 'clips' | 'espeak-ng';
  synthesise(utterance: Utterance, manner: Manner): Promise<Result<Sound, SpeechFailure>>;
}
