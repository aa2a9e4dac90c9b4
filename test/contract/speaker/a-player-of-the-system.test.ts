import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../main/foundation/clock.ts';
import { createSystemPlayer } from '../../../main/station/devices/sound/players/system-player.ts';
import { folderForTest } from '../../support/services/service-under-test.ts';
import { waitFor } from '../../support/wait-for.ts';
import { measureWav, tone } from '../../unit/speaker/pcm.ts';
import { fakeProgram, isAlive } from './programs.ts';

const RATE = 8_000;
const sound = (ms: number) => ({
  sound: { sampleRate: RATE, samples: tone(ms, 8_000, RATE) },
  caption: '请 A012 号到 3 号窗口',
});
const going = new AbortController().signal;

/** A system with the given players, each a script. What they are given to play is kept. */
function rig(
  players: Readonly<Record<string, string>>,
  options: { folder?: string; marginMs?: number; output?: string } = {},
) {
  const programs = folderForTest();
  const kept = folderForTest();
  const log = join(kept, 'played');
  for (const [name, script] of Object.entries(players)) {
    fakeProgram(
      `for file; do :; done; cp "$file" ${kept}/${name}.wav; echo ${name} $$ "$@" >> ${log}\n${script}`,
      name,
      programs,
    );
  }
  const { folder = join(folderForTest(), 'speaker'), marginMs = 4_000, output } = options;
  const lines = () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []);
  return {
    player: createSystemPlayer({ folder, clock: systemClock, marginMs, output, searchPath: programs }),
    asked: () => lines().map((line) => line.split(' ').slice(2)),
    played: () => lines().map((line) => line.split(' ')[0]),
    pids: () => lines().map((line) => Number(line.split(' ')[1])),
    wav: (name: string) => measureWav(readFileSync(join(kept, `${name}.wav`))),
    folder,
  };
}

describe('a player of the system', () => {
  it.each(['paplay', 'pw-play', 'aplay'])(
    '%s alone is enough: it is given the sound as a file',
    async (name) => {
      const { player, wav, folder } = rig({ [name]: 'sleep 0.2' });
      expect(await player.play(sound(200), going)).toEqual({ ok: true, value: undefined });
      expect(wav(name)).toMatchObject({ sampleRate: RATE, samples: [...tone(200, 8_000, RATE)] });
      // Nothing stays behind.
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it('that is there without its sound server gives way to the next, which is asked first from then on', async () => {
    const { player, played } = rig({ paplay: 'exit 1', aplay: 'sleep 0.1' });
    for (let n = 0; n < 2; n += 1) expect((await player.play(sound(100), going)).ok).toBe(true);
    expect(played()).toEqual(['paplay', 'aplay', 'aplay']);
  });

  it('that hangs is killed a little after the sound should have ended; the next call is tried with another', async () => {
    const { player, played, pids } = rig(
      { paplay: 'sleep 600 & wait', aplay: 'sleep 0.1' },
      { marginMs: 300 },
    );
    expect(await player.play(sound(100), going)).toEqual({ ok: false, error: 'player-hung' });
    const [pid = 0] = pids();
    await waitFor(async () => !(await isAlive(pid)) || undefined);
    expect((await player.play(sound(100), going)).ok).toBe(true);
    expect(played()).toEqual(['paplay', 'aplay']);
  });

  it('that says it has played four seconds at once is not believed', async () => {
    const { player } = rig({ aplay: 'exit 0' });
    expect(await player.play(sound(4_000), going)).toEqual({ ok: false, error: 'player-lies' });
  });

  it('is not there at all, or none of those that are there works', async () => {
    expect(await rig({}).player.play(sound(100), going)).toEqual({ ok: false, error: 'no-player' });
    const failing = rig({ aplay: 'exit 1' });
    expect(await failing.player.play(sound(100), going)).toEqual({ ok: false, error: 'player-failed' });
  });

  it.each(['paplay', 'aplay'])('%s plays on the output that is named', async (name) => {
    const { player, asked } = rig({ [name]: 'sleep 0.1' }, { output: 'plughw:2,0' });
    expect((await player.play(sound(100), going)).ok).toBe(true);
    expect(asked()[0]).toContain('--device=plughw:2,0');
  });

  it('that would play on another output than the named one is not asked', async () => {
    const { player, played } = rig({ 'pw-play': 'sleep 0.1' }, { output: 'headphones' });
    expect(await player.play(sound(100), going)).toEqual({ ok: false, error: 'no-player' });
    expect(played()).toEqual([]);
  });

  it('is stopped with the station', async () => {
    const { player, pids } = rig({ aplay: 'sleep 600' });
    const stopping = new AbortController();
    const playing = player.play(sound(5_000), stopping.signal);
    const pid = await waitFor(() => pids()[0]);
    stopping.abort();
    expect(await playing).toEqual({ ok: false, error: 'stopped' });
    await waitFor(async () => !(await isAlive(pid)) || undefined);
  });

  it('cannot play what the disk does not take', async () => {
    const file = join(folderForTest(), 'in-the-way');
    writeFileSync(file, '');
    const { player, played } = rig({ aplay: 'exit 0' }, { folder: file });
    expect(await player.play(sound(100), going)).toEqual({ ok: false, error: 'player-failed' });
    expect(played()).toEqual([]);
  });

  it('is looked at with a sound that nobody hears, long enough to notice a lie', async () => {
    const { player, wav } = rig({ aplay: 'sleep 0.9' });
    expect(await player.check(going)).toEqual({ ok: true, value: undefined });
    expect(wav('aplay').peakDb).toBe(-Infinity);
    expect(await rig({ aplay: 'exit 0' }).player.check(going)).toEqual({ ok: false, error: 'player-lies' });
    expect(await rig({}).player.check(going)).toEqual({ ok: false, error: 'no-player' });
  });
});
