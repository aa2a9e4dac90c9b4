import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DeviceReports } from '../../../main/station/services/device-reports.ts';
import type { ReportedDevice } from '../../../preload/contracts/hall-operations.ts';
import { err, ok } from '../../../preload/contracts/result.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const printer = (over: Partial<ReportedDevice> = {}): ReportedDevice => ({
  device: 'ticketPrinter',
  state: 'ready',
  reason: null,
  paperLow: false,
  simulated: false,
  ...over,
});
const empty = printer({ state: 'unavailable', reason: 'no-paper' });
const turn = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined);

function reporting(answers: 'hears' | 'away' = 'hears') {
  const told: (readonly ReportedDevice[])[] = [];
  const reports = new DeviceReports({
    stationId: 'K1',
    hall: {
      reportDevices: ({ devices }) => {
        told.push(devices);
        return Promise.resolve(answers === 'hears' ? ok({}) : err({ kind: 'hall-unreachable' as const }));
      },
    },
  });
  reports.start();
  return { reports, told };
}

test('a change is told at once, what is the same is not told again until half a minute has gone', async () => {
  const { reports, told } = reporting();
  reports.note([printer()]);
  await turn();
  reports.note([printer()]);
  await turn();
  expect(told).toEqual([[printer()]]);
  reports.note([empty]);
  await turn();
  expect(told).toEqual([[printer()], [empty]]);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(told).toEqual([[printer()], [empty], [empty]]);
  reports.stop();
});

test('what changes while a report is under way goes with the next one, in order', async () => {
  const { reports, told } = reporting();
  reports.note([printer()]);
  reports.note([printer({ paperLow: true })]);
  reports.note([empty]);
  await turn();
  expect(told).toEqual([[printer()], [empty]]);
  reports.stop();
});

test('a hall that is away is not besieged, and hears the newest when it is back', async () => {
  const { reports, told } = reporting('away');
  for (let look = 0; look < 20; look += 1) {
    reports.note([empty]);
    await turn();
  }
  expect(told).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told).toEqual([[empty], [empty], [empty]]);
  reports.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told).toHaveLength(3);
});
