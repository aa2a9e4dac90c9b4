import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ManualClock, type Clock } from '../../../main/foundation/clock.ts';
import { localTimeIn } from '../../../main/foundation/local-time.ts';
import { createLog } from '../../../main/foundation/log/index.ts';
import { openSpeaker } from '../../../main/station/devices/speaker/index.ts';
import { SpeakerConfiguration } from '../../../preload/contracts/configuration-devices.ts';
import { folderForTest } from '../../support/services/service-under-test.ts';
import { waitFor } from '../../support/wait-for.ts';
import { captionOf, nthCall } from '../../unit/speaker/announcer-bench.ts';
import { measureWav } from '../../unit/speaker/pcm.ts';

/** Sleepers wake at once and the clock goes on by as much: minutes of sound pass in a moment, in order. */
function hastyClock(): Clock {
  const clock = new ManualClock('2026-06-15T09:30:00+08:00');
  return {
    nowMs: () => clock.nowMs(),
    monotonicMs: () => clock.monotonicMs(),
    sleep: (ms) => Promise.resolve(clock.advance(ms)),
  };
}

it('ten calls at once are spoken by espeak-ng, each once, in order, none into another, all equally loud', async () => {
  const dataDirectory = folderForTest();
  const settings = SpeakerConfiguration.parse({ driver: 'virtual', times: 1 });
  if (settings.driver === 'none') throw new Error('no loudspeaker');
  const clock = hastyClock();
  const log = createLog({ name: 'station', destination: { write: () => undefined } });
  const speaker = openSpeaker(settings, {
    dataDirectory,
    clock,
    localTime: localTimeIn('Asia/Shanghai'),
    log,
  });
  onTestFinished(() => speaker.stop());
  const announced: number[] = [];
  speaker.onAnnounced(({ callSequence }) => announced.push(callSequence));
  const startedMs = clock.nowMs();
  const calls = Array.from({ length: 10 }, (_, index) => nthCall(index + 1, String((index % 4) + 1)));
  for (const call of calls) speaker.called(call, 0);
  await waitFor(() => announced.length === 10 || undefined);
  expect(announced).toEqual(calls.map(({ callSequence }) => callSequence));

  const folder = join(dataDirectory, 'speaker');
  const lines = readFileSync(join(folder, 'spoken.txt'), 'utf8').trim().split('\n');
  expect(lines.map((line) => line.split('\t')[1])).toEqual(calls.map(captionOf));
  expect(readdirSync(folder).filter((name) => name.endsWith('.wav'))).toHaveLength(10);
  const sounds = lines.map((line) => measureWav(readFileSync(join(folder, line.split('\t')[0] ?? ''))));
  for (const { seconds } of sounds) expect(seconds).toBeGreaterThan(4);
  const loudness = sounds.map(({ rmsDb }) => rmsDb);
  expect(Math.min(...loudness)).toBeGreaterThan(-20);
  expect(Math.max(...loudness) - Math.min(...loudness)).toBeLessThan(2);
  // One after the other: together they took as long as all of them.
  const together = sounds.reduce((sum, { seconds }) => sum + seconds, 0);
  expect((clock.nowMs() - startedMs) / 1000).toBeCloseTo(together, 0);
});
