import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ManualClock, type Clock } from '../../../main/foundation/clock.ts';
import { VirtualPlayer } from '../../../main/station/devices/sound/players/virtual-player.ts';
import { folderForTest } from '../../support/services/service-under-test.ts';
import { waitFor } from '../../support/wait-for.ts';
import { measureWav, tone } from './pcm.ts';

const RATE = 8_000;
const going = new AbortController().signal;
const announcement = (n: number) => ({
  sound: { sampleRate: RATE, samples: tone(10 + n, 8_000, RATE) },
  caption: `请 A${String(n).padStart(3, '0')} 号到 1 号窗口`,
});

/** A clock that wakes sleepers at once: the hours of a training pass in a moment. */
function hastyClock(): Clock {
  const clock = new ManualClock('2026-06-15T09:30:00+08:00');
  return {
    nowMs: () => clock.nowMs(),
    monotonicMs: () => clock.monotonicMs(),
    sleep: (ms) => Promise.resolve(clock.advance(ms)),
  };
}

it('keeps every call as a file that can be listened to, and a list of what was said', async () => {
  const folder = join(folderForTest(), 'speaker');
  const player = new VirtualPlayer({ folder, clock: hastyClock() });
  expect(player.simulated).toBe(true);
  for (const n of [1, 2]) expect((await player.play(announcement(n), going)).ok).toBe(true);
  const lines = readFileSync(join(folder, 'spoken.txt'), 'utf8').trim().split('\n');
  expect(lines.map((line) => line.split('\t')[1])).toEqual([
    '请 A001 号到 1 号窗口',
    '请 A002 号到 1 号窗口',
  ]);
  for (const [index, line] of lines.entries()) {
    const file = line.split('\t')[0] ?? '';
    expect(player.heard[index]?.file).toBe(file);
    expect(measureWav(readFileSync(join(folder, file))).samples).toEqual([
      ...announcement(index + 1).sound.samples,
    ]);
  }
});

it('takes as long as the sound', async () => {
  const clock = new ManualClock('2026-06-15T09:30:00+08:00');
  const player = new VirtualPlayer({ folder: folderForTest(), clock });
  let over = false;
  const playing = player.play(announcement(990), going).then(() => (over = true));
  await waitFor(() => readdirSync(player.folder).includes('spoken.txt') || undefined);
  clock.advance(900);
  await new Promise((resolve) => setImmediate(resolve));
  expect(over).toBe(false);
  await waitFor(() => {
    clock.advance(100);
    return over || undefined;
  });
  await playing;
});

it('keeps the last hundred only: training may run for weeks', async () => {
  const player = new VirtualPlayer({ folder: folderForTest(), clock: hastyClock() });
  for (let n = 1; n <= 103; n += 1) await player.play(announcement(n), going);
  const files = readdirSync(player.folder).filter((name) => name.endsWith('.wav'));
  const list = readFileSync(join(player.folder, 'spoken.txt'), 'utf8').trim().split('\n');
  expect([files.length, list.length, player.heard.length]).toEqual([100, 100, 100]);
  expect(list[0]).toContain('A004');
  expect(list.map((line) => line.split('\t')[0]).sort()).toEqual(files.sort());
});

it('fails on cue, stops with the station, and names a disk that takes nothing', async () => {
  const folder = folderForTest();
  const player = new VirtualPlayer({ folder, clock: new ManualClock('2026-06-15T09:30:00+08:00') });
  player.breakNow('player-hung');
  expect(await player.play(announcement(1), going)).toEqual({ ok: false, error: 'player-hung' });
  expect(await player.check()).toEqual({ ok: false, error: 'player-hung' });
  player.repair();
  expect(await player.check()).toEqual({ ok: true, value: undefined });
  const stopping = new AbortController();
  const playing = player.play(announcement(2), stopping.signal);
  stopping.abort();
  expect(await playing).toEqual({ ok: false, error: 'stopped' });
  expect(player.heard).toEqual([]);
  writeFileSync(join(folder, 'file'), '');
  const nowhere = new VirtualPlayer({ folder: join(folder, 'file'), clock: hastyClock() });
  expect(await nowhere.play(announcement(3), going)).toEqual({ ok: false, error: 'player-failed' });
});
