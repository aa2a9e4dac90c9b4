import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { loudnessOf } from './loudness.ts';
import { durationMs, type Sound } from './sound.ts';

export type SpeechFault = 'silent' | 'too-short' | 'too-long';

/** Nobody speaks a syllable of a call faster, or slower even on the slowest repeat. */
const SHORTEST_SYLLABLE_MS = 120;
const LONGEST_SYLLABLE_MS = 1_000;
/** A syllable has so much sound in it, whatever rests stand around it. */
const HEARD_SYLLABLE_MS = 50;

/**
 * Can this be the sentence? A voice that answers without an error and says nothing, half of it, or goes on without end
 * is worse than none: nobody notices. `pace`: 1 as usual, 0.5 half as fast.
 */
export function judgeSpeech(sound: Sound, syllables: number, pace: number): Result<void, SpeechFault> {
  const { heard, heardMs } = loudnessOf(sound);
  if (heard === undefined) return err('silent');
  const lengthMs = durationMs(sound);
  if (lengthMs < syllables * SHORTEST_SYLLABLE_MS) return err('too-short');
  if (heardMs < syllables * HEARD_SYLLABLE_MS) return err('too-short');
  return lengthMs > (syllables * LONGEST_SYLLABLE_MS) / Math.min(1, pace) ? err('too-long') : ok(undefined);
}
