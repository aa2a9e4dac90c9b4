import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { DeviceView } from '../../../preload/contracts/station-operations.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { folderForTest, must } from '../../support/services/service-under-test.ts';
import { stationClient, StationService } from '../../support/services/station-service.ts';
import { waitFor } from '../../support/wait-for.ts';
import { measureWav } from '../../unit/speaker/pcm.ts';
import { HASTY_HALL, SERVICE } from '../hall/situations.ts';
import { fakeProgram } from '../speaker/programs.ts';

/** Once, fast and without a bell: nobody waits longer than the words take. */
const BRISK = 'times: 1, bell: false, pace: 1.5, repeatPace: 1.5';
const withSpeaker = (speaker: string): string =>
  `station: { id: D1, role: display }\ndevices: { speaker: { ${speaker} } }\n`;
const id = () => ({ requestId: randomUUID() });

/** A hall with so many people waiting and two clerks, and a PC with a loudspeaker. */
async function floor(people: number, speaker: string) {
  const hall = await HallService.forTest({ configuration: HASTY_HALL });
  for (const counterId of ['1', '2']) await must(hall.as('counter').openCounter({ ...id(), counterId }));
  for (let n = 0; n < people; n += 1)
    await must(hall.as('kiosk').issueTicket({ ...id(), serviceCode: SERVICE }));
  const station = await StationService.forTest(hall, { configuration: withSpeaker(speaker) });
  const folder = join(station.dataDirectory, 'speaker');
  const list = join(folder, 'spoken.txt');
  const lines = () => (existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n') : []);
  return {
    hall,
    station,
    /** A clerk whose line just broke presses again; the same request is one call. */
    call: (counterId: string) => {
      const wish = { ...id(), counterId };
      return waitFor(async () => {
        const answer = await hall.as('counter').callNext(wish);
        return answer.ok ? answer.value : undefined;
      });
    },
    spoken: () => lines().map((line) => line.split('\t')[1]),
    wavs: () => lines().map((line) => measureWav(readFileSync(join(folder, line.split('\t')[0] ?? '')))),
    speaker: async (): Promise<DeviceView | undefined> =>
      (await must(stationClient(station).deviceStatus({}))).devices.find(
        ({ device }) => device === 'speaker',
      ),
    linesHeard: () => station.log.match(/the hall’s calls are heard/g)?.length ?? 0,
  };
}

test('clerks call, and each call and recall is spoken once, in order, as sound that somebody would hear', async () => {
  const { hall, call, spoken, wavs, speaker, linesHeard } = await floor(2, `driver: virtual, ${BRISK}`);
  await waitFor(() => linesHeard() === 1 || undefined);
  await waitFor(async () => (await speaker())?.state === 'ready' || undefined);
  const first = await call('1');
  await call('2');
  await must(hall.as('counter').recallTicket({ ...id(), ticketId: first.ticketId }));
  await waitFor(() => spoken().length === 3 || undefined);
  expect(spoken()).toEqual(['请 A001 号到 1 号窗口', '请 A002 号到 2 号窗口', '请 A001 号到 1 号窗口']);
  for (const { seconds, rmsDb } of wavs()) {
    expect(seconds).toBeGreaterThan(2);
    expect(rmsDb).toBeGreaterThan(-18);
  }
  expect(await speaker()).toMatchObject({ reason: null, simulated: true });
});

test('the hall goes away and comes back: what was called meanwhile is spoken, what was spoken is not spoken again', async () => {
  const { hall, call, spoken, linesHeard } = await floor(3, `driver: virtual, ${BRISK}`);
  await waitFor(() => linesHeard() === 1 || undefined);
  await call('1');
  await waitFor(() => spoken().length === 1 || undefined);
  await hall.restart();
  await call('2');
  await waitFor(() => linesHeard() === 2 || undefined);
  await waitFor(() => spoken().length === 2 || undefined);
  expect(spoken()).toEqual(['请 A001 号到 1 号窗口', '请 A002 号到 2 号窗口']);
});

test.each([
  ['the voice hangs', 'driver: virtual', 'sleep 600', 'no-voice'],
  ['there is no player', 'driver: system', 'exec espeak-ng "$@"', 'no-player'],
])('%s: the status says so, and clerks call as ever', async (_what, speaker, voice, reason) => {
  const programs = folderForTest();
  fakeProgram(voice, 'espeak-ng', programs);
  vi.stubEnv('PATH', programs);
  onTestFinished(() => void vi.unstubAllEnvs());
  const { hall, station, call, speaker: status } = await floor(2, `${speaker}, ${BRISK}`);
  await call('1');
  await call('2');
  const view = await waitFor(async () => {
    const now = await status();
    return now?.state === 'unavailable' ? now : undefined;
  });
  expect(view.reason).toBe(reason);
  expect((await must(hall.as('admin').queueSnapshot({}))).calls.length).toBe(2);
  expect(station.log).toContain(`"reason":"${reason}"`);
});

test('a PC of staff without a loudspeaker neither lists one nor listens', async () => {
  const hall = await HallService.forTest();
  const configuration = 'station: { id: C1, role: counter }\n';
  const station = await StationService.forTest(hall, { configuration });
  const { devices } = await must(stationClient(station).deviceStatus({}));
  expect(devices.map(({ device }) => device)).toEqual(['idCardReader', 'ticketPrinter']);
  expect(station.log).not.toContain('calls are heard');
});
