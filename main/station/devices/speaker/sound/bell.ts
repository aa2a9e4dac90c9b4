import { LOUDEST_SAMPLE, type Sound } from './sound.ts';

/** Ding, dong: a falling major third (E5, C5), the second while the first still rings. */
const TONES = [
  { hertz: 659.26, startsMs: 0 },
  { hertz: 523.25, startsMs: 450 },
] as const;
const LENGTH_MS = 1_400;
const ATTACK_MS = 6;
/** A tone has fallen to about a third after so long. */
const FADES_IN_MS = 260;
/** Ends in nothing, not in a click. */
const RELEASE_MS = 60;
/** The loudest sample, so that speech after it is not masked. */
const PEAK = 0.5;
/** What makes it a bell and not a whistle: strength of each multiple of the tone, weaker the higher. */
const PARTIALS = [1, 0.35, 0.15] as const;

/** The chime before a call: makes people look up. Made here, so there is no recording to license. */
export function bell(sampleRate: number): Sound {
  const wave = Float64Array.from({ length: Math.round((LENGTH_MS / 1000) * sampleRate) }, (_, index) => {
    const ms = (index / sampleRate) * 1000;
    const rings = TONES.reduce((sum, tone) => sum + toneAt(tone.hertz, ms - tone.startsMs), 0);
    return rings * Math.min(1, (LENGTH_MS - ms) / RELEASE_MS);
  });
  const highest = wave.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scale = (PEAK * LOUDEST_SAMPLE) / highest;
  return { sampleRate, samples: Int16Array.from(wave, (value) => Math.round(value * scale)) };
}

function toneAt(hertz: number, ms: number): number {
  if (ms < 0) return 0;
  const strength = Math.min(1, ms / ATTACK_MS) * Math.exp(-ms / FADES_IN_MS);
  const phase = (2 * Math.PI * hertz * ms) / 1000;
  return strength * PARTIALS.reduce((sum, part, index) => sum + part * Math.sin(phase * (index + 1)), 0);
}
