import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createLog } from '../../../main/foundation/log/index.ts';
import { VoiceChoice } from '../../../main/station/devices/read-aloud/voice-choice.ts';
import { findVoices } from '../../../main/station/devices/read-aloud/voices/voice-pack.ts';
import { encodeWav } from '../../../main/station/devices/sound/wav.ts';
import { folderForTest } from '../../support/services/service-under-test.ts';
import { tone } from '../speaker/pcm.ts';

function voices(packs: Readonly<Record<string, string>>, recordings: readonly string[] = []): string {
  const folder = folderForTest();
  for (const [id, text] of Object.entries(packs)) {
    mkdirSync(join(folder, id));
    writeFileSync(join(folder, id, 'voice.json'), text);
  }
  const wav = encodeWav({ sampleRate: 8_000, samples: tone(100, 8_000, 8_000) });
  for (const file of recordings) writeFileSync(join(folder, file), wav);
  return folder;
}
const GOOD = '{"name":"广东话","language":"zh","espeakVoice":"yue"}';

it('a voice is its folder, with the name that the hall wrote', async () => {
  const folder = voices(
    {
      cantonese: GOOD,
      local: '{"name":"本地话","language":"zh","sentences":{"请放身份证":"card.wav"}}',
    },
    ['local/card.wav'],
  );
  const { packs, broken } = await findVoices(folder);
  expect(broken).toEqual([]);
  expect(packs.map(({ id, name, espeakVoice }) => [id, name, espeakVoice])).toEqual([
    ['cantonese', '广东话', 'yue'],
    ['local', '本地话', undefined],
  ]);
  expect([...(packs[1]?.sentences ?? [])]).toEqual([['请放身份证', join(folder, 'local', 'card.wav')]]);
});

it.each([
  ['no JSON', '{', 'not-understood'],
  ['an unknown key', '{"name":"甲","language":"zh","voice":"yue"}', 'not-understood'],
  ['another language', '{"name":"甲","language":"bo"}', 'not-understood'],
  ['no name', '{"language":"zh"}', 'not-understood'],
  [
    'an option instead of a voice',
    '{"name":"甲","language":"zh","espeakVoice":"--path=/etc"}',
    'not-understood',
  ],
  [
    'a way out of its folder',
    '{"name":"甲","language":"zh","sentences":{"好":"../x.wav"}}',
    'not-understood',
  ],
  [
    'a recording that is not there',
    '{"name":"甲","language":"zh","sentences":{"好":"x.wav"}}',
    'recording-missing',
  ],
])('one with %s is left out by its name, the others stay', async (_what, text, fault) => {
  const { packs, broken } = await findVoices(voices({ broken: text, good: GOOD }));
  expect(packs.map(({ id }) => id)).toEqual(['good']);
  expect(broken).toEqual([{ id: 'broken', fault }]);
});

it('a folder without voice.json, and a name that no page could ask for', async () => {
  const folder = voices({ 'with space': GOOD });
  mkdirSync(join(folder, 'empty'));
  expect((await findVoices(folder)).broken).toEqual([
    { id: 'empty', fault: 'no-voice-json' },
    { id: 'with space', fault: 'not-named-well' },
  ]);
});

it('no folder, or one that is not there, holds none', async () => {
  for (const folder of [undefined, join(folderForTest(), 'nowhere')])
    expect(await findVoices(folder)).toEqual({ packs: [], broken: [] });
});

it('a broken voice is named in the log, once', async () => {
  let logged = '';
  const log = createLog({ name: 'station', destination: { write: (line) => void (logged += line) } });
  const choice = new VoiceChoice({ folder: voices({ broken: '{', good: GOOD }), log });
  const { signal } = new AbortController();
  expect(await choice.look(signal)).toBe(true);
  await choice.look(signal);
  expect(logged.match(/"code":"broken"/g)).toHaveLength(1);
  expect(logged).toContain('not-understood');
  expect(choice.packOf('good', 'zh')?.name).toBe('广东话');
  expect([
    choice.packOf('broken', 'zh'),
    choice.packOf('good', 'en'),
    choice.packOf(undefined, 'zh'),
  ]).toEqual([undefined, undefined, undefined]);
});

it('without espeak-ng nothing can be spoken; a language is tried as long as nobody knows', async () => {
  const log = createLog({ name: 'station', destination: { write: () => undefined } });
  const choice = new VoiceChoice({ folder: undefined, log, program: '/nowhere/espeak-ng' });
  expect(await choice.look(new AbortController().signal)).toBe(false);
  expect(choice.languages).toEqual([]);
  expect((['zh', 'en', 'ug', 'bo'] as const).filter((language) => choice.mayServe(language))).toEqual([
    'zh',
    'en',
    'ug',
  ]);
});
