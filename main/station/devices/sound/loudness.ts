import { LOUDEST_SAMPLE, type Sound } from './sound.ts';

/** Short enough to find a syllable, long enough to span a voice's lowest tone. */
const WINDOW_MS = 20;
/** Quieter than this is not heard in a hall: room noise of a recording, rests between words. */
const HEARD_DB = -40;

/** Decibels below the loudest possible sample. */
const decibels = (ratio: number): number => 20 * Math.log10(ratio);

export interface Loudness {
  /** Root mean square of what is heard, rests left out. -Infinity when nothing is. */
  readonly heardDb: number;
  /** How long something is heard. */
  readonly heardMs: number;
  /** First and last sample that are heard; `undefined` when nothing is. */
  readonly heard: { readonly from: number; readonly to: number } | undefined;
}

/** How loud a sound is where it is not at rest. */
export function loudnessOf({ samples, sampleRate }: Sound): Loudness {
  const size = Math.max(1, Math.round((WINDOW_MS / 1000) * sampleRate));
  let [squares, count, from, to] = [0, 0, -1, 0];
  for (let at = 0; at < samples.length; at += size) {
    const end = Math.min(samples.length, at + size);
    const sum = squaresBetween(samples, at, end);
    if (decibels(Math.sqrt(sum / (end - at)) / LOUDEST_SAMPLE) < HEARD_DB) continue;
    squares += sum;
    count += end - at;
    if (from < 0) from = at;
    to = end;
  }
  return {
    heardDb: decibels(Math.sqrt(squares / Math.max(1, count)) / LOUDEST_SAMPLE),
    heardMs: (count / sampleRate) * 1000,
    heard: from < 0 ? undefined : { from, to },
  };
}

function squaresBetween(samples: Int16Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += (samples[at] ?? 0) ** 2;
  return sum;
}

/** What halls can be sure of, whoever recorded the clips: about what broadcasters call -14 LUFS for a voice like this. */
const TARGET_DB = -14;
/** More than this would raise the noise of a bad recording to the ceiling. */
const MOST_GAIN = 10;
/** Above this part of the range peaks are bent instead of cut. */
const KNEE = 0.7;

/** The same speech at the loudness every call has. Peaks that would not fit are rounded off. */
export function atSpeechLevel(sound: Sound): Sound {
  const { heardDb, heard } = loudnessOf(sound);
  if (heard === undefined) return sound;
  const gain = Math.min(MOST_GAIN, 10 ** ((TARGET_DB - heardDb) / 20));
  return {
    sampleRate: sound.sampleRate,
    samples: sound.samples.map((sample) =>
      Math.round(LOUDEST_SAMPLE * bend((sample / LOUDEST_SAMPLE) * gain)),
    ),
  };
}

function bend(value: number): number {
  const height = Math.abs(value);
  if (height <= KNEE) return value;
  return Math.sign(value) * (KNEE + (1 - KNEE) * Math.tanh((height - KNEE) / (1 - KNEE)));
}
