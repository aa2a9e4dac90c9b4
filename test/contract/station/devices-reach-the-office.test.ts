import { expect, test } from 'vitest';
import { listenAs } from '../hall/feed-truth.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { StationService } from '../../support/services/station-service.ts';

test('a kiosk tells the hall how its devices are, and the office hears it', async () => {
  const hall = await HallService.forTest();
  const office = await listenAs(hall, 'admin');
  expect(office.now.devices).toEqual({});
  await StationService.forTest(hall, { configuration: 'station: { id: K7 }\n' });
  const told = await office.until((now) => now.devices['K7']);
  expect(told.devices.map(({ device, simulated }) => [device, simulated])).toEqual([
    ['idCardReader', true],
    ['ticketPrinter', true],
    ['formPrinter', true],
    ['readAloud', true],
  ]);
  const printer = await office.until((now) =>
    now.devices['K7']?.devices.find(({ device, state }) => device === 'ticketPrinter' && state === 'ready'),
  );
  expect(printer).toMatchObject({ reason: null, paperLow: false });
  const forms = await office.until((now) =>
    now.devices['K7']?.devices.find(({ device, state }) => device === 'formPrinter' && state === 'ready'),
  );
  expect(forms).toMatchObject({ reason: null, simulated: true });
});

test('displays over windows and the pad come with their counters', async () => {
  const hall = await HallService.forTest();
  const office = await listenAs(hall, 'admin');
  const devices = `windowDisplays: [{ driver: virtual, counter: '1' }, { driver: virtual, counter: '2' }],
    ratingPad: { driver: virtual, counter: '2' }`;
  const configuration = `station: { id: W2, role: counter }\ndevices: { ${devices} }\n`;
  await StationService.forTest(hall, { configuration });
  const told = await office.until((now) =>
    now.devices['W2']?.devices.every(({ state, reason }) => state === 'ready' || reason === 'none')
      ? now.devices['W2']
      : undefined,
  );
  expect(told.devices.slice(2).map(({ device, counterId }) => [device, counterId])).toEqual([
    ['windowDisplay', '1'],
    ['windowDisplay', '2'],
    ['ratingPad', '2'],
  ]);
});
