import { err, type Result } from '../../../../preload/contracts/result.ts';
import { runProgram, type ProgramFault } from '../run-program.ts';
import type { Sound } from './sound.ts';
import { decodeWav, type WavFault } from './wav.ts';

/** The plain voice `cmn` reads pinyin as English letters; this one was heard to speak every word of a call. */
export const MANDARIN_VOICE = 'cmn-latn-pinyin';
const PROGRAM = 'espeak-ng';
/** At 150 a call of three digits takes four seconds: calm, and each digit can be told from the next. */
const WORDS_A_MINUTE = 150;
/** It needs 10 ms for a sentence. A machine that swaps may need longer; one that hangs is not waited for. */
const DEADLINE_MS = 3_000;
/** Three minutes of its sound; a call has ten seconds. */
const MOST_BYTES = 8_000_000;
/** What its list of voices has: a hundred lines. */
const MOST_LIST_BYTES = 200_000;

export interface EspeakSentence {
  readonly voice: string;
  /** In what the voice reads: pinyin with tone numbers for Mandarin. */
  readonly text: string;
  /** 1: as usual; 0.75: slower. */
  readonly pace: number;
  readonly signal: AbortSignal;
  readonly program?: string | undefined;
  readonly deadlineMs?: number | undefined;
}

export type EspeakFailure = ProgramFault | { readonly kind: 'not-a-sound'; readonly fault: WavFault };

/**
 * espeak-ng as a process of its own: it is GPL and stays outside the program, and what hangs can be killed. It writes
 * to a pipe and never touches an audio device or speech-dispatcher. The text goes by its input: nothing in the list of
 * processes, nothing on a disk.
 */
export async function speakWithEspeak(sentence: EspeakSentence): Promise<Result<Sound, EspeakFailure>> {
  const speed = String(Math.round(WORDS_A_MINUTE * sentence.pace));
  const spoken = await runProgram({
    program: sentence.program ?? PROGRAM,
    args: ['-v', sentence.voice, '-s', speed, '-b', '1', '--stdin', '--stdout'],
    input: `${sentence.text}.\n`,
    deadlineMs: sentence.deadlineMs ?? DEADLINE_MS,
    mostOutputBytes: MOST_BYTES,
    signal: sentence.signal,
  });
  if (!spoken.ok) return spoken;
  const sound = decodeWav(spoken.value);
  return sound.ok ? sound : err({ kind: 'not-a-sound', fault: sound.error });
}

/** The languages of its voices, as it names them: `cmn-latn-pinyin`, `en-gb`, `ug`. */
export async function espeakLanguages(options: {
  readonly signal: AbortSignal;
  readonly program?: string | undefined;
}): Promise<Result<readonly string[], ProgramFault>> {
  const listed = await runProgram({
    program: options.program ?? PROGRAM,
    args: ['--voices'],
    deadlineMs: DEADLINE_MS,
    mostOutputBytes: MOST_LIST_BYTES,
    signal: options.signal,
  });
  if (!listed.ok) return listed;
  const [, ...lines] = listed.value.toString('utf8').split('\n');
  const languages = lines.map((line) => line.trim().split(/\s+/)[1]).filter((name) => name !== undefined);
  return { ok: true, value: languages };
}
