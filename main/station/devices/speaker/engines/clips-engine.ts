import { open, type FileHandle } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import { err, ok, type Result } from '../../../../../preload/contracts/result.ts';
import { loudnessOf } from '../../sound/loudness.ts';
import { join, silence, type Sound } from '../../sound/sound.ts';
import { decodeWav } from '../../sound/wav.ts';
import type { SpokenWord } from '../spoken-words.ts';
import type { SpeechEngine, SpeechFailure } from './engine.ts';

/** Between two words, and between two phrases, at the usual pace. */
const WORD_REST_MS = 40;
const PHRASE_REST_MS = 250;
/** A recording cannot be stretched without changing the voice: a slower call has longer rests. For a pace of 0.5. */
const SLOWER_REST_MS = 300;
/** What a recording has around its word is cut off, but for so much: a soft first consonant. */
const MARGIN_MS = 20;
/** Ten seconds at the highest rate. A word has one. */
const MOST_BYTES = 1_000_000;

type ClipFailure = Extract<SpeechFailure, { clip: string }>;

/**
 * Joins recorded words: one WAV file a word in one folder, all of one rate (`qing.wav`, `0.wav` … `9.wav`, `A.wav`; see
 * `spoken-words.ts`). Files are read for each call, so a hall may put in better ones while it runs. One word that is
 * missing, cannot be used or is silent makes the whole sentence somebody else's: a number with a digit left out is
 * another number.
 */
export function createClipsEngine(folder: string): SpeechEngine {
  return {
    name: 'clips',
    async synthesise({ phrases }, { pace }): Promise<Result<Sound, SpeechFailure>> {
      const names = [...new Set(phrases.flat().map(({ clip }) => clip))];
      const read = await Promise.all(names.map((name) => readClip(folder, name)));
      const clips = new Map<string, Sound>();
      for (const [index, name] of names.entries()) {
        const clip = read[index];
        if (clip === undefined || !clip.ok) return clip ?? err({ kind: 'clip-missing', clip: name });
        clips.set(name, clip.value);
      }
      return joinWords(phrases, clips, pace);
    },
  };
}

/** One recorded word without the silence around it. */
export async function readClip(folder: string, clip: string): Promise<Result<Sound, ClipFailure>> {
  const bytes = await readBytes(joinPath(folder, `${clip}.wav`));
  if (bytes === 'missing') return err({ kind: 'clip-missing', clip });
  if (typeof bytes === 'string') return err({ kind: 'clip-unusable', clip, fault: bytes });
  const sound = decodeWav(bytes);
  if (!sound.ok) return err({ kind: 'clip-unusable', clip, fault: sound.error });
  const { heard } = loudnessOf(sound.value);
  if (heard === undefined) return err({ kind: 'clip-unusable', clip, fault: 'silent' });
  const { sampleRate, samples } = sound.value;
  const margin = Math.round((MARGIN_MS / 1000) * sampleRate);
  return ok({ sampleRate, samples: samples.slice(Math.max(0, heard.from - margin), heard.to + margin) });
}

async function readBytes(file: string): Promise<Buffer | 'missing' | 'too-large' | 'unreadable'> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, 'r');
    const status = await handle.stat();
    if (!status.isFile()) return 'unreadable';
    return status.size > MOST_BYTES ? 'too-large' : await handle.readFile();
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'ENOENT' ? 'missing' : 'unreadable';
  } finally {
    await handle?.close();
  }
}

function joinWords(
  phrases: readonly (readonly SpokenWord[])[],
  clips: ReadonlyMap<string, Sound>,
  pace: number,
): Result<Sound, ClipFailure> {
  const sampleRate = clips.values().next().value?.sampleRate ?? 0;
  const other = [...clips].find(([, clip]) => clip.sampleRate !== sampleRate);
  if (other !== undefined) return err({ kind: 'clip-unusable', clip: other[0], fault: 'other-rate' });
  const slower = Math.max(0, 1 / pace - 1) * SLOWER_REST_MS;
  const wordRest = silence(WORD_REST_MS + slower, sampleRate);
  const phraseRest = silence(PHRASE_REST_MS + slower, sampleRate);
  const spoken = phrases.map((phrase) =>
    between(
      phrase.map(({ clip }) => clips.get(clip) ?? silence(0, sampleRate)),
      wordRest,
    ),
  );
  return ok(join(between(spoken.map(join), phraseRest)));
}

const between = (sounds: readonly Sound[], rest: Sound): Sound[] =>
  sounds.flatMap((sound, index) => (index === 0 ? [sound] : [rest, sound]));
