import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import type { Manner, SpeechEngine, SpeechFailure } from './engines/engine.ts';
import { judgeSpeech } from '../sound/judge-speech.ts';
import { atSpeechLevel } from '../sound/loudness.ts';
import type { Sound } from '../sound/sound.ts';
import { syllablesOf, type Utterance } from './spoken-call.ts';

export interface PassedOver {
  readonly engine: SpeechEngine['name'];
  readonly failure: SpeechFailure;
}

export interface Said {
  /** At the loudness every call has. `undefined`: no engine has a voice for this sentence. */
  readonly sound: Sound | undefined;
  /** Engines that were tried before, each with its reason. */
  readonly passedOver: readonly PassedOver[];
}

/** The first engine that has a sound which can be the sentence. */
export async function sayWith(
  engines: readonly SpeechEngine[],
  utterance: Utterance,
  manner: Manner,
): Promise<Said> {
  const passedOver: PassedOver[] = [];
  for (const engine of engines) {
    const spoken = await engine.synthesise(utterance, manner);
    const judged = spoken.ok ? judge(spoken.value, utterance, manner) : spoken;
    if (judged.ok) return { sound: atSpeechLevel(judged.value), passedOver };
    passedOver.push({ engine: engine.name, failure: judged.error });
  }
  return { sound: undefined, passedOver };
}

function judge(sound: Sound, utterance: Utterance, { pace }: Manner): Result<Sound, SpeechFailure> {
  const judged = judgeSpeech(sound, syllablesOf(utterance), pace);
  return judged.ok ? ok(sound) : err({ kind: judged.error });
}
