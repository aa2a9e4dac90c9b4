import { LOUDEST_SAMPLE, type Sound } from './sound.ts';

interface Chime {
  readonly tones: readonly { readonly hertz: number; readonly startsMs: number }[];
  readonly lengthMs: number;
  /** The loudest sample. */
  readonly peak: number;
}

/**
 * Ding, dong: a falling major third (E5, C5), the second while the first still rings. Not at its loudest, so that speech
 * after it is not masked.
 */
const CALL: Chime = {
  tones: [
    { hertz: 659.26, startsMs: 0 },
    { hertz: 523.25, startsMs: 450 },
  ],
  lengthMs: 1_400,
  peak: 0.5,
};
/** Two tones that rise (C5, E5), short and soft: for one person who stands close by. */
const ATTENTION: Chime = {
  tones: [
    { hertz: 523.25, startsMs: 0 },
    { hertz: 659.26, startsMs: 180 },
  ],
  lengthMs: 800,
  peak: 0.25,
};
const ATTACK_MS = 6;
/** A tone has fallen to about a third after so long. */
const FADES_IN_MS = 260;
/** Ends in nothing, not in a click. */
const RELEASE_MS = 60;
/** What makes it a bell and not a whistle: strength of each multiple of the tone, weaker the higher. */
const PARTIALS = [1, 0.35, 0.15] as const;

/** The chime before a call: makes people look up. Made here, so there is no recording to license. */
export const bell = (sampleRate: number): Sound => ring(CALL, sampleRate);

/** The chime before the time at a kiosk is over. */
export const attentionChime = (sampleRate: number): Sound => ring(ATTENTION, sampleRate);

function ring({ tones, lengthMs, peak }: Chime, sampleRate: number): Sound {
  const wave = Float64Array.from({ length: Math.round((lengthMs / 1000) * sampleRate) }, (_, index) => {
    const ms = (index / sampleRate) * 1000;
    const rings = tones.reduce((sum, tone) => sum + toneAt(tone.hertz, ms - tone.startsMs), 0);
    return rings * Math.min(1, (lengthMs - ms) / RELEASE_MS);
  });
  const highest = wave.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scale = (peak * LOUDEST_SAMPLE) / highest;
  return { sampleRate, samples: Int16Array.from(wave, (value) => Math.round(value * scale)) };
}

function toneAt(hertz: number, ms: number): number {
  if (ms < 0) return 0;
  const strength = Math.min(1, ms / ATTACK_MS) * Math.exp(-ms / FADES_IN_MS);
  const phase = (2 * Math.PI * hertz * ms) / 1000;
  return strength * PARTIALS.reduce((sum, part, index) => sum + part * Math.sin(phase * (index + 1)), 0);
}
