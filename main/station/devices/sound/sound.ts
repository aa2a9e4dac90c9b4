/** One channel of 16-bit samples. */
export interface Sound {
  /** Samples a second. */
  readonly sampleRate: number;
  readonly samples: Int16Array;
}

export const LOUDEST_SAMPLE = 32_767;

export const durationMs = ({ samples, sampleRate }: Sound): number => (samples.length / sampleRate) * 1000;

export const silence = (ms: number, sampleRate: number): Sound => ({
  sampleRate,
  samples: new Int16Array(Math.round((ms / 1000) * sampleRate)),
});

/** One after the other. Throws when their rates differ: whoever joins has made sure that they do not. */
export function join(sounds: readonly Sound[]): Sound {
  const sampleRate = sounds[0]?.sampleRate ?? 0;
  if (sounds.some((sound) => sound.sampleRate !== sampleRate)) throw new Error('Sounds of different rates');
  const samples = new Int16Array(sounds.reduce((sum, sound) => sum + sound.samples.length, 0));
  let at = 0;
  for (const sound of sounds) {
    samples.set(sound.samples, at);
    at += sound.samples.length;
  }
  return { sampleRate, samples };
}

/**
 * 100 leaves a sound as it is, 0 is silence. Squared, as ears hear it: 50 is 12 dB less, which people call half as loud
 * or a little under.
 */
export function atVolume({ sampleRate, samples }: Sound, percent: number): Sound {
  const factor = (percent / 100) ** 2;
  return { sampleRate, samples: samples.map((sample) => Math.round(sample * factor)) };
}
