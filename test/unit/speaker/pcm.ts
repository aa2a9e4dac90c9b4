/** What a WAV file holds, read by the test itself: the product's own reader would repeat the product's own mistakes. */
export interface Measured {
  readonly sampleRate: number;
  readonly seconds: number;
  /** Decibels below full scale; 0 is the loudest sample there is. */
  readonly peakDb: number;
  readonly rmsDb: number;
  readonly samples: readonly number[];
}

/** Takes the plain form only: a header of 44 bytes, one channel, 16 bits. Anything else is a failed test. */
export function measureWav(bytes: Uint8Array): Measured {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = [0, 8, 12, 36].map((at) => String.fromCharCode(...bytes.subarray(at, at + 4))).join();
  const [coding, channels, bits] = [20, 22, 34].map((at) => view.getUint16(at, true));
  if (words !== 'RIFF,WAVE,fmt ,data' || coding !== 1 || channels !== 1 || bits !== 16)
    throw new Error(`not the plain form: ${words} ${coding} ${channels} ${bits}`);
  if (view.getUint32(4, true) !== bytes.length - 8 || view.getUint32(40, true) !== bytes.length - 44)
    throw new Error('its lengths do not fit');
  const samples: number[] = [];
  for (let at = 44; at < bytes.length; at += 2) samples.push(view.getInt16(at, true));
  return {
    ...measure(samples),
    sampleRate: view.getUint32(24, true),
    seconds: samples.length / view.getUint32(24, true),
  };
}

export function measure(samples: readonly number[]): Pick<Measured, 'peakDb' | 'rmsDb' | 'samples'> {
  let [peak, squares] = [0, 0];
  for (const sample of samples) {
    peak = Math.max(peak, Math.abs(sample));
    squares += sample * sample;
  }
  return {
    samples,
    peakDb: 20 * Math.log10(peak / 32_768),
    rmsDb: 20 * Math.log10(Math.sqrt(squares / samples.length) / 32_768),
  };
}

/** A steady tone: what a test calls a voice. */
export function tone(ms: number, amplitude = 8_000, sampleRate = 22_050, hertz = 300): Int16Array {
  return Int16Array.from({ length: Math.round((ms / 1000) * sampleRate) }, (_, index) =>
    Math.round(amplitude * Math.sin((2 * Math.PI * hertz * index) / sampleRate)),
  );
}
