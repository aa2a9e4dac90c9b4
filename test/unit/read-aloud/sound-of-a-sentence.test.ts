import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSpeech, type Manner } from '../../../main/station/devices/read-aloud/speech.ts';
import { findVoices } from '../../../main/station/devices/read-aloud/voices/voice-pack.ts';
import { atVolume, durationMs, type Sound } from '../../../main/station/devices/sound/sound.ts';
import { encodeWav } from '../../../main/station/devices/sound/wav.ts';
import { percentOf } from '../../../main/station/devices/read-aloud/settings.ts';
import { READING_VOLUMES } from '../../../preload/contracts/station/reading-rows.ts';
import { folderForTest } from '../../support/services/service-under-test.ts';
import { measure, tone } from '../speaker/pcm.ts';

const speech = createSpeech();
const signal = new AbortController().signal;

async function say(text: string, manner: Partial<Manner> = {}): Promise<Sound> {
  const said = await speech(text, { language: 'zh', pack: undefined, pace: 1, signal, ...manner });
  if (!said.ok || said.value === undefined) throw new Error(`not said: ${JSON.stringify(said)}`);
  return said.value;
}
const loudness = (sound: Sound): number => measure([...sound.samples]).rmsDb;

/** A pack in a folder of its own. */
async function packOf(description: object, recordings: Readonly<Record<string, Sound>> = {}) {
  const folder = folderForTest();
  mkdirSync(join(folder, 'dialect'));
  for (const [file, sound] of Object.entries(recordings))
    writeFileSync(join(folder, 'dialect', file), encodeWav(sound));
  writeFileSync(
    join(folder, 'dialect', 'voice.json'),
    JSON.stringify({ name: '方言', language: 'zh', ...description }),
  );
  return (await findVoices(folder)).packs[0];
}

describe('a sentence', () => {
  it('that is longer takes longer, and none is silent', async () => {
    const lengths: number[] = [];
    for (const text of ['您', '您好', '请放身份证', '请把您的身份证放在下面']) {
      const sound = await say(text);
      expect(loudness(sound)).toBeGreaterThan(-30);
      lengths.push(durationMs(sound));
    }
    expect(lengths).toEqual(lengths.toSorted((one, other) => one - other));
    expect(new Set(lengths).size).toBe(4);
  });

  it.each(['zh', 'en', 'ug'] as const)('in %s is a third longer when it is slow', async (language) => {
    const text = {
      zh: '请把您的身份证放在下面',
      en: 'Please put your identity card down here',
      ug: 'كېلىڭ كېلىڭ كېلىڭ كېلىڭ',
    }[language];
    const [usual, slow] = [await say(text, { language }), await say(text, { language, pace: 0.75 })];
    const longer = durationMs(slow) / durationMs(usual);
    expect(longer).toBeGreaterThan(1.15);
    expect(longer).toBeLessThan(1.5);
  });

  it('is as loud in every language, as calls are', async () => {
    const sounds = [
      await say('请把身份证放在下面'),
      await say('Please put your card here', { language: 'en' }),
    ];
    const levels = sounds.map(loudness);
    expect(Math.max(...levels) - Math.min(...levels)).toBeLessThan(2);
  });

  it('is louder with each step of the volume, and never louder than the hall allows', async () => {
    const sound = await say('请把身份证放在下面');
    const steps = READING_VOLUMES.map((step) => loudness(atVolume(sound, percentOf(step, { volume: 70 }))));
    const [low = 0, middle = 0, high = 0] = steps;
    expect(middle - low).toBeGreaterThan(3);
    expect(high - middle).toBeGreaterThan(3);
    expect(percentOf('high', { volume: 70 })).toBe(70);
  });

  it('with a foreign word in it is one sound', async () => {
    const whole = durationMs(await say('打开 Songting 程序'));
    expect(whole).toBeGreaterThan(durationMs(await say('打开程序')));
  });

  it('of symbols only is nothing', async () => {
    expect(await speech('★——★', { language: 'zh', pack: undefined, pace: 1, signal })).toEqual({
      ok: true,
      value: undefined,
    });
  });
});

describe('a drop-in voice', () => {
  const RECORDED: Sound = { sampleRate: 16_000, samples: tone(1_230, 3_000, 16_000) };

  it('plays the sentence that it has recorded, at any pace, at the loudness of all', async () => {
    const pack = await packOf({ sentences: { '请放身份证。': 'card.wav' } }, { 'card.wav': RECORDED });
    for (const pace of [1, 0.75]) {
      const sound = await say('请放身份证。', { pack, pace });
      expect(sound.sampleRate).toBe(16_000);
      expect(durationMs(sound)).toBe(1_230);
      expect(loudness(sound)).toBeGreaterThan(-16);
    }
  });

  it('reads what it has not recorded by its own voice, which is not the Mandarin one', async () => {
    const pack = await packOf({ espeakVoice: 'yue' });
    const [own, mandarin] = [await say('请放身份证', { pack }), await say('请放身份证')];
    expect([...own.samples.slice(0, 4_000)]).not.toEqual([...mandarin.samples.slice(0, 4_000)]);
  });

  it('gives way to Mandarin where it has neither', async () => {
    const pack = await packOf({});
    expect(await say('请放身份证', { pack })).toEqual(await say('请放身份证'));
  });

  it('gives way to Mandarin where espeak-ng does not have its voice', async () => {
    const pack = await packOf({ espeakVoice: 'xx-not-there' });
    expect(await say('请放身份证', { pack })).toEqual(await say('请放身份证'));
  });

  it('whose recording is silent or no sound is read instead', async () => {
    const silent = { sampleRate: 16_000, samples: new Int16Array(16_000) };
    const pack = await packOf({ sentences: { 请放身份证: 'card.wav' } }, { 'card.wav': silent });
    expect(await say('请放身份证', { pack })).toEqual(await say('请放身份证'));
  });
});
