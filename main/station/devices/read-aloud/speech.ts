import type { Language } from '../../../../preload/contracts/configuration-kiosk.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { speakWithEspeak, type EspeakFailure } from '../sound/espeak.ts';
import { judgeSpeech, type SpeechFault } from '../sound/judge-speech.ts';
import { atSpeechLevel, loudnessOf } from '../sound/loudness.ts';
import { join, silence, type Sound } from '../sound/sound.ts';
import { segmentsOf, type Segment } from './text/segments.ts';
import { recordedSentence, type VoicePack } from './voices/voice-pack.ts';

export interface Manner {
  readonly language: Language;
  readonly pack: VoicePack | undefined;
  /** 1: as usual; 0.75: slower. */
  readonly pace: number;
  readonly signal: AbortSignal;
}

/**
 * The usual pace of espeak-ng's Mandarin, two and a half syllables a second, is right for a call across a hall. A page read
 * so is tiring: this makes three, and two and a quarter when slow.
 */
const CHINESE_PACE = 1.2;
/** What is cut off leaves so much: a soft first consonant, a last one that fades. */
const MARGIN_MS = 60;
/** Until the next sentence. */
const AFTER_SENTENCE_MS = 250;

export type SpeechFailure = EspeakFailure | { readonly kind: SpeechFault } | { readonly kind: 'other-rates' };
/** Makes a sentence into sound; `undefined` when there is nothing in it that is said. Never rejects. */
export type Speech = (text: string, manner: Manner) => Promise<Result<Sound | undefined, SpeechFailure>>;

/**
 * Speech at the loudness that calls have. A sentence that a drop-in voice has recorded is played as it was recorded, at
 * any pace; what it has not, its own voice of espeak-ng reads; where that fails, the usual voice of the language.
 */
export const createSpeech =
  (options: { readonly program?: string; readonly deadlineMs?: number } = {}): Speech =>
  async (text, manner) => {
    const recorded = manner.pack?.sentences.get(text.trim());
    const played = recorded === undefined ? undefined : await recordedSentence(recorded);
    if (played?.ok === true && loudnessOf(played.value).heard !== undefined)
      return ok(atSpeechLevel(played.value));
    const { pack, language } = manner;
    if (pack?.espeakVoice !== undefined) {
      const own = await speakSegments(segmentsOf(text, language, pack.espeakVoice), manner, options);
      if (own.ok) return own;
    }
    return speakSegments(segmentsOf(text, language), manner, options);
  };

/** espeak-ng ends with half a second of nothing: too long between a word and a foreign one. */
function withoutRests({ sampleRate, samples }: Sound): Sound {
  const { heard = { from: 0, to: samples.length } } = loudnessOf({ sampleRate, samples });
  const margin = Math.round((MARGIN_MS / 1000) * sampleRate);
  return { sampleRate, samples: samples.slice(Math.max(0, heard.from - margin), heard.to + margin) };
}

async function speakSegments(
  segments: readonly Segment[],
  { pace, signal }: Manner,
  options: { readonly program?: string; readonly deadlineMs?: number },
): Promise<Result<Sound | undefined, SpeechFailure>> {
  const sounds: Sound[] = [];
  for (const { voice, text, syllables } of segments) {
    const paceHere = syllables > 0 ? pace * CHINESE_PACE : pace;
    const spoken = await speakWithEspeak({ voice, text, pace: paceHere, signal, ...options });
    if (!spoken.ok) return spoken;
    const judged = judgeSpeech(spoken.value, syllables, paceHere);
    // How long a sentence of another language may be is not known: only that something must be heard.
    if (!judged.ok && (syllables > 0 || judged.error === 'silent')) return err({ kind: judged.error });
    sounds.push(withoutRests(spoken.value));
  }
  if (sounds.length === 0) return ok(undefined);
  if (sounds.some(({ sampleRate }) => sampleRate !== sounds[0]?.sampleRate))
    return err({ kind: 'other-rates' });
  return ok(atSpeechLevel(join([...sounds, silence(AFTER_SENTENCE_MS, sounds[0]?.sampleRate ?? 0)])));
}
