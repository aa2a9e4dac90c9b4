import { err, type Result } from '../../../../../preload/contracts/result.ts';
import { runProgram } from '../run-program.ts';
import type { Sound } from '../sound/sound.ts';
import { decodeWav } from '../sound/wav.ts';
import { pinyinOf } from '../spoken-call.ts';
import type { SpeechEngine, SpeechFailure } from './engine.ts';

/** The plain voice `cmn` reads pinyin as English letters; this one was heard to speak every word of a call. */
const VOICE = 'cmn-latn-pinyin';
/** At 150 a call of three digits takes four seconds: calm, and each digit can be told from the next. */
const WORDS_A_MINUTE = 150;
/** It needs 10 ms for a call. A machine that swaps may need longer; one that hangs is not waited for. */
const DEADLINE_MS = 3_000;
/** A minute of its sound; a call has ten seconds. */
const MOST_BYTES = 3_000_000;

export interface EspeakOptions {
  readonly program?: string;
  readonly deadlineMs?: number;
}

/**
 * espeak-ng as a process of its own: it is GPL and stays outside the program, and what hangs can be killed. It writes
 * to a pipe and never touches an audio device or speech-dispatcher.
 */
export function createEspeakEngine({
  program = 'espeak-ng',
  deadlineMs = DEADLINE_MS,
}: EspeakOptions = {}): SpeechEngine {
  return {
    name: 'espeak-ng',
    async synthesise(utterance, { pace, signal }): Promise<Result<Sound, SpeechFailure>> {
      const speed = String(Math.round(WORDS_A_MINUTE * pace));
      const spoken = await runProgram({
        program,
        args: ['-v', VOICE, '-s', speed, '-b', '1', '--stdin', '--stdout'],
        input: `${pinyinOf(utterance)}.\n`,
        deadlineMs,
        mostOutputBytes: MOST_BYTES,
        signal,
      });
      if (!spoken.ok) return spoken;
      const sound = decodeWav(spoken.value);
      return sound.ok ? sound : err({ kind: 'not-a-sound', fault: sound.error });
    },
  };
}
