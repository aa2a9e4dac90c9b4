import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createClipsEngine } from '../../../main/station/devices/speaker/engines/clips-engine.ts';
import type { SpeechFailure } from '../../../main/station/devices/speaker/engines/engine.ts';
import { durationMs } from '../../../main/station/devices/sound/sound.ts';
import { encodeWav } from '../../../main/station/devices/sound/wav.ts';
import { spokenCall } from '../../../main/station/devices/speaker/spoken-call.ts';
import { sayWith } from '../../../main/station/devices/speaker/voice.ts';
import { folderForTest } from '../../support/services/service-under-test.ts';
import { tone } from './pcm.ts';

const RATE = 16_000;
const WORD_MS = 300;
const NAMES = [...'0123456789', '10', 'yao', 'qing', 'hao', 'dao', 'chuangkou', 'youxian', 'A', 'B'];
const call = spokenCall(
  { number: 'A012', counterId: '3', priority: false },
  { one: 'yi', sayPriority: false },
);
const usual = { pace: 1, signal: new AbortController().signal };

/** Each word is a tone of its own pitch, with the silence around it that a person at a microphone leaves. */
const pitchOf = (name: string): number => 300 + 70 * NAMES.indexOf(name);

function recorded(name: string, { lead = 400, sampleRate = RATE } = {}): Buffer {
  const quiet = new Int16Array((lead / 1000) * sampleRate);
  const word = tone(WORD_MS, 9_000, sampleRate, pitchOf(name));
  return encodeWav({ sampleRate, samples: Int16Array.from([...quiet, ...word, ...quiet]) });
}

function clipsFolder(): string {
  const folder = folderForTest();
  for (const name of NAMES) writeFileSync(join(folder, `${name}.wav`), recorded(name));
  return folder;
}

/** The words in a sound, by their pitch: zero crossings of each stretch that is not silent. */
function wordsIn(samples: Int16Array): string[] {
  const size = RATE / 100;
  const words: string[] = [];
  let stretch: number[] = [];
  for (let at = 0; at <= samples.length; at += size) {
    const window = [...samples.subarray(at, at + size)];
    if (window.some((sample) => Math.abs(sample) > 3_000)) {
      stretch.push(...window);
      continue;
    }
    if (stretch.length > 0) words.push(nameOf(stretch));
    stretch = [];
  }
  return words;
}

function nameOf(stretch: readonly number[]): string {
  const first = stretch.findIndex((sample) => sample !== 0);
  const loud = stretch.slice(first, stretch.findLastIndex((sample) => sample !== 0) + 1);
  const rises = loud.filter((sample, index) => sample > 0 && (loud[index - 1] ?? 0) <= 0).length;
  const pitch = rises / (loud.length / RATE);
  const near = NAMES.toSorted(
    (one, other) => Math.abs(pitchOf(one) - pitch) - Math.abs(pitchOf(other) - pitch),
  );
  return near[0] ?? '';
}

describe('recorded words', () => {
  it('are joined in the order of the sentence, without the silence around each recording', async () => {
    const spoken = await createClipsEngine(clipsFolder()).synthesise(call, usual);
    if (!spoken.ok) throw new Error(JSON.stringify(spoken.error));
    expect(wordsIn(spoken.value.samples)).toEqual([
      'qing',
      'A',
      '0',
      '1',
      '2',
      'hao',
      'dao',
      '3',
      'hao',
      'chuangkou',
    ]);
    // Ten words with their 20 ms margins, eight short rests, one between the phrases.
    const expected = 10 * (WORD_MS + 40) + 8 * 40 + 250;
    expect(Math.abs(durationMs(spoken.value) - expected)).toBeLessThan(10 * 25);
  });

  it('stand further apart when the call is repeated slower, and are not stretched', async () => {
    const engine = createClipsEngine(clipsFolder());
    const [usually, slower] = await Promise.all(
      [1, 0.5].map((pace) => engine.synthesise(call, { ...usual, pace })),
    );
    if (usually?.ok !== true || slower?.ok !== true) throw new Error('not spoken');
    expect(durationMs(slower.value) - durationMs(usually.value)).toBeCloseTo(9 * 300, -1);
    expect(wordsIn(slower.value.samples)).toEqual(wordsIn(usually.value.samples));
  });

  it('may be put into the folder while the hall runs', async () => {
    const folder = clipsFolder();
    const engine = createClipsEngine(folder);
    rmSync(join(folder, '2.wav'));
    expect(await engine.synthesise(call, usual)).toEqual({
      ok: false,
      error: { kind: 'clip-missing', clip: '2' },
    });
    writeFileSync(join(folder, '2.wav'), recorded('2'));
    expect((await engine.synthesise(call, usual)).ok).toBe(true);
  });

  it.each<[string, (file: string) => void, SpeechFailure]>([
    [
      'is silent',
      (file) => writeFileSync(file, silent()),
      { kind: 'clip-unusable', clip: '1', fault: 'silent' },
    ],
    [
      'is an mp3 with another name',
      (file) => writeFileSync(file, 'ID3\x04 not a wave'),
      { kind: 'clip-unusable', clip: '1', fault: 'not-a-wav' },
    ],
    [
      'was cut off when it was copied',
      (file) => writeFileSync(file, recorded('1').subarray(0, 5_000)),
      { kind: 'clip-unusable', clip: '1', fault: 'cut-off' },
    ],
    [
      'was recorded at another rate',
      (file) => writeFileSync(file, recorded('1', { sampleRate: 44_100 })),
      { kind: 'clip-unusable', clip: '1', fault: 'other-rate' },
    ],
    [
      'is a whole song',
      (file) => writeFileSync(file, recorded('1', { lead: 40_000 })),
      { kind: 'clip-unusable', clip: '1', fault: 'too-large' },
    ],
    [
      'is a folder',
      (file) => {
        rmSync(file);
        mkdirSync(file);
      },
      { kind: 'clip-unusable', clip: '1', fault: 'unreadable' },
    ],
  ])(
    'with one that %s say nothing at all: a number with a digit left out is another number',
    async (_, spoil, error) => {
      const folder = clipsFolder();
      spoil(join(folder, '1.wav'));
      expect(await createClipsEngine(folder).synthesise(call, usual)).toEqual({ ok: false, error });
    },
  );

  it('give way to the next voice, and it is said which word was the reason', async () => {
    const folder = clipsFolder();
    rmSync(join(folder, 'A.wav'));
    const next = { name: 'espeak-ng' as const, synthesise: createClipsEngine(clipsFolder()).synthesise };
    const said = await sayWith([createClipsEngine(folder), next], call, usual);
    expect(said.passedOver).toEqual([{ engine: 'clips', failure: { kind: 'clip-missing', clip: 'A' } }]);
    expect(said.sound).toBeDefined();
  });

  it('in a folder that is not there are missing, not a mistake of the program', async () => {
    const said = await sayWith([createClipsEngine('/nowhere/at/all')], call, usual);
    expect(said).toEqual({
      sound: undefined,
      passedOver: [{ engine: 'clips', failure: { kind: 'clip-missing', clip: 'qing' } }],
    });
  });
});

const silent = (): Buffer => encodeWav({ sampleRate: RATE, samples: new Int16Array(RATE) });
