import { describe, expect, it } from 'vitest';
import { bell } from '../../../main/station/devices/sound/bell.ts';
import { judgeSpeech } from '../../../main/station/devices/sound/judge-speech.ts';
import { atSpeechLevel, loudnessOf } from '../../../main/station/devices/sound/loudness.ts';
import { atVolume, durationMs, join, silence } from '../../../main/station/devices/sound/sound.ts';
import { decodeWav, encodeWav } from '../../../main/station/devices/sound/wav.ts';
import { measure, measureWav, tone } from './pcm.ts';

const RATE = 22_050;
const sound = (samples: Int16Array, sampleRate = RATE) => ({ sampleRate, samples });

/** How strong one tone is in samples: a Fourier sum at one frequency. */
function strengthOf(hertz: number, samples: readonly number[], sampleRate: number): number {
  let [real, imaginary] = [0, 0];
  samples.forEach((sample, index) => {
    real += sample * Math.cos((2 * Math.PI * hertz * index) / sampleRate);
    imaginary += sample * Math.sin((2 * Math.PI * hertz * index) / sampleRate);
  });
  return Math.hypot(real, imaginary) / samples.length;
}

describe('the bell', () => {
  it.each([8_000, 22_050, 48_000])('at %i samples a second is two tones, the higher first', (rate) => {
    const heard = measureWav(encodeWav(bell(rate)));
    expect(heard.sampleRate).toBe(rate);
    expect(heard.seconds).toBeCloseTo(1.4, 2);
    const part = (from: number, to: number) => heard.samples.slice(from * rate, to * rate);
    const [ding, dong] = [part(0, 0.45), part(0.9, 1.35)];
    expect(strengthOf(659.26, ding, rate)).toBeGreaterThan(5 * strengthOf(523.25, ding, rate));
    expect(strengthOf(523.25, dong, rate)).toBeGreaterThan(3 * strengthOf(659.26, dong, rate));
  });

  it('is clearly heard, leaves room above, and begins and ends without a click', () => {
    const heard = measureWav(encodeWav(bell(RATE)));
    expect(heard.peakDb).toBeCloseTo(-6, 1);
    expect(heard.rmsDb).toBeGreaterThan(-22);
    expect(Math.abs(heard.samples[0] ?? 1)).toBe(0);
    expect(Math.abs(heard.samples.at(-1) ?? 99)).toBeLessThan(33);
  });
});

describe('a WAV file', () => {
  it('comes back as it was written, with a header that others can read', () => {
    const samples = Int16Array.from([0, 1, -1, 32_767, -32_768]);
    const bytes = encodeWav(sound(samples));
    expect(measureWav(bytes)).toMatchObject({ sampleRate: RATE, samples: [...samples] });
    expect(decodeWav(bytes)).toEqual({ ok: true, value: { sampleRate: RATE, samples } });
  });

  it('may come from a pipe, where its writer does not know the length, and may hold other blocks before the sound', () => {
    const bytes = encodeWav(sound(tone(50)));
    for (const length of [0x7fff_f000, 0xffff_ffff]) {
      const piped = Buffer.from(bytes);
      piped.writeUInt32LE(length, 40);
      expect(decodeWav(piped)).toEqual(decodeWav(bytes));
    }
    const list = Buffer.from('LIST\x03\x00\x00\x00abc\x00', 'latin1');
    const tagged = Buffer.concat([bytes.subarray(0, 36), list, bytes.subarray(36)]);
    expect(decodeWav(tagged)).toEqual(decodeWav(bytes));
  });

  it.each([
    ['not-a-wav', () => Buffer.from('ID3, an mp3 with the wrong name')],
    ['not-a-wav', () => Buffer.alloc(0)],
    ['not-a-wav', (wav: Buffer) => wav.subarray(0, 36)],
    ['not-pcm-16', (wav: Buffer) => patched(wav, 34, 8)],
    ['not-pcm-16', (wav: Buffer) => patched(wav, 20, 3)],
    ['not-mono', (wav: Buffer) => patched(wav, 22, 2)],
    ['odd-rate', (wav: Buffer) => patched(wav, 24, 4_000)],
    ['cut-off', (wav: Buffer) => wav.subarray(0, 1_000)],
    ['empty', () => encodeWav(sound(new Int16Array(0)))],
  ])('is refused as %s', (fault, spoil) => {
    expect(decodeWav(spoil(encodeWav(sound(tone(100)))))).toEqual({ ok: false, error: fault });
  });
});

const patched = (wav: Buffer, at: number, value: number): Buffer => {
  const copy = Buffer.from(wav);
  copy.writeUInt16LE(value, at);
  return copy;
};

describe('loudness', () => {
  it('of a soft and of a loud recording is the same afterwards, without a cut peak', () => {
    for (const amplitude of [1_200, 8_000, 32_000]) {
      const speech = join([silence(300, RATE), sound(tone(600, amplitude)), silence(300, RATE)]);
      const levelled = atSpeechLevel(speech);
      expect(loudnessOf(levelled).heardDb).toBeCloseTo(-14, 0);
      expect(measure([...levelled.samples]).peakDb).toBeLessThan(0);
      expect(durationMs(levelled)).toBe(durationMs(speech));
    }
  });

  it('does not raise what is hardly a recording at all, and leaves silence alone', () => {
    const faint = atSpeechLevel(sound(tone(500, 500)));
    expect(measure([...faint.samples]).rmsDb).toBeLessThan(-18);
    expect(measure([...atSpeechLevel(silence(500, RATE)).samples]).peakDb).toBe(-Infinity);
  });

  it('follows the volume: half is 12 dB less, 0 is silence, 100 changes nothing', () => {
    const speech = sound(tone(200));
    const [whole, half, none] = [100, 50, 0].map((percent) =>
      measure([...atVolume(speech, percent).samples]),
    );
    expect(whole?.samples).toEqual([...speech.samples]);
    expect((whole?.rmsDb ?? 0) - (half?.rmsDb ?? 0)).toBeCloseTo(12, 0);
    expect(none?.peakDb).toBe(-Infinity);
  });
});

describe('a sound that cannot be the sentence', () => {
  const SYLLABLES = 11;
  const call = join(Array.from({ length: SYLLABLES }, () => join([sound(tone(200)), silence(150, RATE)])));

  it('is told from one that can', () => {
    expect(judgeSpeech(call, SYLLABLES, 1)).toEqual({ ok: true, value: undefined });
  });

  it.each([
    ['silent', silence(4_000, RATE)],
    ['silent', sound(tone(4_000, 200))],
    ['too-short', sound(tone(1_000))],
    ['too-short', join([sound(tone(300)), silence(3_700, RATE)])],
    ['too-long', sound(tone(30_000))],
  ])('is %s', (fault, strange) => {
    expect(judgeSpeech(strange, SYLLABLES, 1)).toEqual({ ok: false, error: fault });
  });

  it('may take longer when it is spoken slower', () => {
    const slow = sound(tone(15_000));
    expect(judgeSpeech(slow, SYLLABLES, 1).ok).toBe(false);
    expect(judgeSpeech(slow, SYLLABLES, 0.6).ok).toBe(true);
  });
});
