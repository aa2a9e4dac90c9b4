import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createEspeakEngine } from '../../../main/station/devices/speaker/engines/espeak-engine.ts';
import { bell } from '../../../main/station/devices/sound/bell.ts';
import { encodeWav } from '../../../main/station/devices/sound/wav.ts';
import { pinyinOf, spokenCall, type CallManner } from '../../../main/station/devices/speaker/spoken-call.ts';
import { sayWith } from '../../../main/station/devices/speaker/voice.ts';
import { folderForTest } from '../../support/services/service-under-test.ts';
import { waitFor } from '../../support/wait-for.ts';
import { measureWav } from '../../unit/speaker/pcm.ts';
import { fakeProgram, isAlive } from './programs.ts';

const run = promisify(execFile);
const MANNER: CallManner = { one: 'yi', sayPriority: false };
const sentence = (number: string, counterId: string, manner = MANNER) =>
  spokenCall({ number, counterId, priority: true }, manner);
const call = sentence('A012', '3');
const usual = { pace: 1, signal: new AbortController().signal };

async function spoken(utterance = call, pace = 1) {
  const said = await sayWith([createEspeakEngine()], utterance, { ...usual, pace });
  if (said.sound === undefined) throw new Error(JSON.stringify(said.passedOver));
  return encodeWav(said.sound);
}

describe('espeak-ng itself', () => {
  it.each([
    ['A012', '3'],
    ['A001', '10'],
    ['B1000', '3A'],
    ['W777', '23'],
  ])('speaks %s to window %s: long enough, loud enough, no peak cut', async (number, counterId) => {
    const heard = measureWav(await spoken(sentence(number, counterId)));
    expect(heard.sampleRate).toBe(22_050);
    expect(heard.seconds).toBeGreaterThan(3.2);
    expect(heard.seconds).toBeLessThan(6.5);
    expect(heard.rmsDb).toBeGreaterThan(-17);
    expect(heard.rmsDb).toBeLessThan(-13);
    expect(heard.peakDb).toBeGreaterThan(-3);
    // What was cut would stand at the limit for many samples in a row.
    expect(heard.samples.filter((sample) => Math.abs(sample) >= 32_766).length).toBeLessThan(5);
  });

  it('takes longer for the repeat, and is as loud', async () => {
    const [first, repeat] = [measureWav(await spoken()), measureWav(await spoken(call, 0.8))];
    expect(repeat.seconds / first.seconds).toBeGreaterThan(1.2);
    expect(repeat.seconds / first.seconds).toBeLessThan(1.45);
    expect(Math.abs(repeat.rmsDb - first.rmsDb)).toBeLessThan(1);
  });

  it('reads each word as pinyin with its tone, letters by their names, nothing as English', async () => {
    const { stdout } = await run('espeak-ng', [
      '-v',
      'cmn-latn-pinyin',
      '-q',
      '-x',
      pinyinOf(sentence('B017', '12')),
    ]);
    const heard = stdout.split(/[\s_|]+/).filter((phonemes) => phonemes !== '');
    // qing3 before another word is half a third tone; the rest as written.
    expect(heard.join(' ')).toBe(
      "tS;h'i21N p'i51 l'i35N j'i55 tS;h'i55 X'Au51 t'Au51 s.'i.35 '@r51 X'Au51 ts.hwA55Nkh'ou214",
    );
  });

  it('says every digit so that it differs from every other', async () => {
    const sounds = await Promise.all(
      [...'0123456789'].map(async (digit) => (await spoken(sentence(`A00${digit}`, '1'))).toString('base64')),
    );
    expect(new Set(sounds).size).toBe(10);
    const yao = await spoken(sentence('A001', '1', { ...MANNER, one: 'yao' }));
    expect(sounds).not.toContain(yao.toString('base64'));
  });

  it('and our bell are files that another program reads, and measures as we do', async () => {
    const folder = folderForTest();
    for (const [name, wav] of [
      ['call', await spoken()] as const,
      ['bell', encodeWav(bell(22_050))] as const,
    ]) {
      const file = join(folder, `${name}.wav`);
      writeFileSync(file, wav);
      const { stderr } = await run('sox', [file, '-n', 'stats']);
      const ours = measureWav(wav);
      const theirs = (label: string): number =>
        Number(new RegExp(`^${label}\\s+(-?[\\d.]+)`, 'm').exec(stderr)?.[1]);
      expect(theirs('RMS lev dB')).toBeCloseTo(ours.rmsDb, 1);
      expect(theirs('Pk lev dB')).toBeCloseTo(ours.peakDb, 1);
      expect(theirs('Length s')).toBeCloseTo(ours.seconds, 1);
    }
  });
});

describe('a voice that fails', () => {
  it('by hanging is killed with what it started, and the call goes on without it', async () => {
    const folder = folderForTest();
    const children = join(folder, 'pids');
    const program = fakeProgram(
      `sleep 600 & echo $! >> ${children}; echo $$ >> ${children}; cat > /dev/null; wait`,
    );
    const said = await sayWith([createEspeakEngine({ program, deadlineMs: 300 })], call, usual);
    expect(said.passedOver).toEqual([{ engine: 'espeak-ng', failure: { kind: 'timed-out' } }]);
    const pids = readFileSync(children, 'utf8').trim().split('\n').map(Number);
    expect(pids.length).toBe(2);
    await waitFor(async () => !(await Promise.all(pids.map(isAlive))).includes(true) || undefined);
  });

  it('by stalling in the middle of its sound is killed too', async () => {
    const program = fakeProgram('espeak-ng "$@" | head -c 20000; sleep 600');
    const engine = createEspeakEngine({ program, deadlineMs: 500 });
    expect(await engine.synthesise(call, usual)).toEqual({ ok: false, error: { kind: 'timed-out' } });
  });

  it('is killed when the station ends', async () => {
    const folder = folderForTest();
    const started = join(folder, 'started');
    const stopping = new AbortController();
    const engine = createEspeakEngine({ program: fakeProgram(`echo $$ > ${started}; sleep 600`) });
    const speaking = engine.synthesise(call, { pace: 1, signal: stopping.signal });
    const pid = await waitFor(() =>
      existsSync(started) ? Number(readFileSync(started, 'utf8')) : undefined,
    );
    stopping.abort();
    expect(await speaking).toEqual({ ok: false, error: { kind: 'stopped' } });
    await waitFor(async () => !(await isAlive(pid)) || undefined);
  });

  it.each([
    ['is not installed', undefined, { kind: 'program-missing' }],
    ['has lost its voice data', 'exit 1', { kind: 'program-failed', exitCode: 1 }],
    ['crashes', 'kill -SEGV $$', { kind: 'program-failed', exitCode: null }],
    [
      'says a sentence instead of a sound',
      'echo "Error: no such voice"',
      { kind: 'not-a-sound', fault: 'not-a-wav' },
    ],
    ['answers nothing', 'exit 0', { kind: 'not-a-sound', fault: 'not-a-wav' }],
    ['never stops', 'cat /dev/zero', { kind: 'too-much-output' }],
    ['answers silence', 'sox -n -r 22050 -c 1 -b 16 -t wav - trim 0 4', { kind: 'silent' }],
    [
      'says the first word only',
      'echo qing3 | espeak-ng -v cmn-latn-pinyin --stdin --stdout',
      { kind: 'too-short' },
    ],
    ['drones', 'sox -n -r 22050 -c 1 -b 16 -t wav - synth 30 sine 200 vol 0.5', { kind: 'too-long' }],
  ])('because it %s gives way to the next, with its reason', async (_what, script, failure) => {
    const program = script === undefined ? '/nowhere/espeak-ng' : fakeProgram(script);
    const said = await sayWith([createEspeakEngine({ program }), createEspeakEngine()], call, usual);
    expect(said.passedOver).toEqual([{ engine: 'espeak-ng', failure }]);
    expect(said.sound === undefined ? 0 : measureWav(encodeWav(said.sound)).seconds).toBeGreaterThan(3);
  });
});
