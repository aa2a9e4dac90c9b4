import { expect, test } from 'vitest';
import { DeviceBoard, type DevicesByStation } from '../../../main/hall/devices/device-board.ts';
import { deviceRows } from '../../../renderer/admin/live/device-rows.ts';

const reader = {
  device: 'idCardReader',
  state: 'ready',
  reason: null,
  paperLow: false,
  simulated: true,
} as const;
const printer = { ...reader, device: 'ticketPrinter', simulated: false } as const;
const NOW = Date.parse('2026-06-15T09:00:00+08:00');
const at = (secondsAgo: number): string => new Date(NOW - secondsAgo * 1000).toISOString();

test('each PC stands as it said last; of too many the one silent longest is forgotten', () => {
  let views: DevicesByStation = {};
  const board = new DeviceBoard({ instant: () => at(0), onReport: (now) => (views = now) });
  board.hear({ stationId: 'K1', devices: [reader] });
  board.hear({ stationId: 'K1', devices: [printer] });
  expect(views).toEqual({ K1: { stationId: 'K1', devices: [printer], reportedAt: at(0) } });
  for (let pc = 0; pc < 99; pc += 1) board.hear({ stationId: `C${pc}`, devices: [] });
  board.hear({ stationId: 'K1', devices: [reader] });
  board.hear({ stationId: 'LAST', devices: [] });
  expect(Object.keys(views)).toHaveLength(100);
  expect([views['K1'] !== undefined, views['C0'] !== undefined]).toEqual([true, false]);
});

test('whoever needs somebody stands first; after a minute of silence nothing is believed', () => {
  const rows = deviceRows(
    [
      { stationId: 'K1', devices: [reader, { ...printer, paperLow: true }], reportedAt: at(60) },
      {
        stationId: 'K2',
        devices: [{ ...printer, state: 'unavailable', reason: 'no-paper' }],
        reportedAt: at(1),
      },
      { stationId: 'K3', devices: [printer], reportedAt: at(61) },
      { stationId: 'C1', devices: [{ ...reader, state: 'unavailable', reason: 'none' }], reportedAt: at(1) },
      {
        stationId: 'C2',
        devices: [{ ...reader, state: 'unavailable', reason: 'something-new' }],
        reportedAt: at(1),
      },
    ],
    NOW,
  );
  expect(rows.map(({ stationId, device, state }) => [stationId, device, state])).toEqual([
    ['C2', 'idCardReader', 'fault'],
    ['K2', 'ticketPrinter', 'no-paper'],
    ['K3', 'ticketPrinter', 'stale'],
    ['K1', 'ticketPrinter', 'paperLow'],
    ['K1', 'idCardReader', 'ready'],
  ]);
});
