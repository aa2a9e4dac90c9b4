import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProgramRecogniser } from '../../../main/station/devices/voice-help/program-recogniser.ts';
import { folderForTest } from '../../support/services/service-under-test.ts';
import { waitFor } from '../../support/wait-for.ts';
import { fakeProgram, isAlive } from '../speaker/programs.ts';

const going = new AbortController().signal;
/** Writes what it was asked for, and a recording. */
const RECORDER = 'for file; do :; done; echo "$@" > "$0.asked"; echo RIFF > "$file"';

interface Rig {
  readonly recogniser?: string;
  readonly recorder?: string;
  readonly args?: readonly string[];
  readonly recogniseMs?: number;
}

/** A recorder and a recogniser, each a script in a process of its own. */
function rig({
  recogniser = 'echo 高龄津贴',
  recorder = RECORDER,
  args = [],
  recogniseMs = 5_000,
}: Rig = {}) {
  const folder = join(folderForTest(), 'voice-help');
  const programs = {
    recorder: fakeProgram(recorder),
    recogniser: fakeProgram(`echo $$ > "$0.pid"\n${recogniser}`),
  };
  const recording: boolean[] = [];
  const port = createProgramRecogniser({
    command: [programs.recogniser, ...args],
    seconds: 6,
    folder,
    recorder: programs.recorder,
    recogniseMs,
  });
  return {
    folder,
    recording,
    listen: (signal = going) => port.listen({ signal, onRecording: (is) => void recording.push(is) }),
    asked: () => readFileSync(`${programs.recorder}.asked`, 'utf8').trim(),
    pid: () =>
      waitFor(() =>
        existsSync(`${programs.recogniser}.pid`)
          ? Number(readFileSync(`${programs.recogniser}.pid`, 'utf8'))
          : undefined,
      ),
    left: () => (existsSync(folder) ? readdirSync(folder) : []),
  };
}

describe('what somebody says', () => {
  it('is recorded for so many seconds as recognisers like it, understood, and gone', async () => {
    const { listen, asked, folder, recording, left } = rig();
    expect(await listen()).toEqual({ ok: true, value: '高龄津贴' });
    expect(asked()).toBe(`-q -t wav -f S16_LE -r 16000 -c 1 -d 6 ${join(folder, 'recording.wav')}`);
    expect(recording).toEqual([true, false]);
    expect(left()).toEqual([]);
  });

  it('is handed over where {wav} stands, or as the last argument', async () => {
    const echo = { recogniser: 'echo "$@"' };
    const named = rig({ ...echo, args: ['--wav={wav}', '--lang', 'zh'] });
    expect(await named.listen()).toEqual({
      ok: true,
      value: `--wav=${join(named.folder, 'recording.wav')} --lang zh`,
    });
    const last = rig({ ...echo, args: ['--lang', 'zh'] });
    expect(await last.listen()).toEqual({
      ok: true,
      value: `--lang zh ${join(last.folder, 'recording.wav')}`,
    });
  });

  it.each([
    ['nothing', 'true', null],
    ['blanks', 'printf " \\n\\t "', null],
    ['several lines', 'printf "我要\\n吃饭\\n"', '我要 吃饭'],
    ['more than anybody says', 'yes 好 | head -n 5000', [...'好 '.repeat(150)].join('')],
  ])('understood as %s', async (_what, recogniser, heard) => {
    expect(await rig({ recogniser }).listen()).toEqual({ ok: true, value: heard });
  });
});

describe('what fails', () => {
  it.each([
    ['a microphone that is not there', { recorder: 'exit 1' }, 'no-microphone'],
    ['a recogniser that fails', { recogniser: 'exit 3' }, 'recogniser-failed'],
    ['a recogniser that writes without end', { recogniser: 'yes' }, 'recogniser-failed'],
  ])('%s: nothing is left of what was said', async (_what, options, fault) => {
    const { listen, left, recording } = rig(options);
    expect(await listen()).toEqual({ ok: false, error: fault });
    expect(left()).toEqual([]);
    expect(recording).toEqual([true, false]);
  });

  it('programs that are not installed', async () => {
    const folder = folderForTest();
    const options = { seconds: 2, folder, command: [join(folder, 'asr')], recorder: fakeProgram(RECORDER) };
    const listening = { signal: going, onRecording: () => undefined };
    expect(await createProgramRecogniser(options).listen(listening)).toEqual({
      ok: false,
      error: 'recogniser-missing',
    });
    const deaf = createProgramRecogniser({ ...options, recorder: join(folder, 'arecord') });
    expect(await deaf.listen(listening)).toEqual({ ok: false, error: 'no-microphone' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a recogniser that hangs is killed, and nothing is left', async () => {
    const { listen, pid, left } = rig({ recogniser: 'sleep 600 & wait', recogniseMs: 300 });
    expect(await listen()).toEqual({ ok: false, error: 'recogniser-failed' });
    const running = await pid();
    await waitFor(async () => !(await isAlive(running)) || undefined);
    expect(left()).toEqual([]);
  });

  it('a person who leaves while they are understood: killed at once, and nothing is left', async () => {
    const { listen, pid, left } = rig({ recogniser: 'sleep 600' });
    const leaving = new AbortController();
    const listened = listen(leaving.signal);
    const running = await pid();
    expect(left()).toEqual(['recording.wav']);
    leaving.abort();
    expect(await listened).toEqual({ ok: false, error: 'stopped' });
    await waitFor(async () => !(await isAlive(running)) || undefined);
    expect(left()).toEqual([]);
  });

  it('a folder that cannot be made', async () => {
    const file = join(folderForTest(), 'in-the-way');
    writeFileSync(file, '');
    const options = { seconds: 2, folder: join(file, 'voice-help'), command: ['true'], recorder: 'true' };
    const listening = { signal: going, onRecording: () => undefined };
    expect(await createProgramRecogniser(options).listen(listening)).toEqual({
      ok: false,
      error: 'no-microphone',
    });
  });
});
