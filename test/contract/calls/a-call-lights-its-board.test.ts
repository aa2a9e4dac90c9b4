import { randomUUID } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { serialWire } from '../../support/lines/serial-wire.ts';
import { SimulatorProcess } from '../../support/lines/simulator-process.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { must } from '../../support/services/service-under-test.ts';
import { followStation, stationClient, StationService } from '../../support/services/station-service.ts';
import { waitFor } from '../../support/wait-for.ts';
import { listenAs } from '../hall/feed-truth.ts';
import { HASTY_HALL, SERVICE } from '../hall/situations.ts';

const PROGRAM = 'window-display/bx-k/board-simulator.ts';
const id = () => ({ requestId: randomUUID() });

interface Board {
  /** As the configuration names its line. */
  readonly line: string;
  readonly hardware: SimulatorProcess;
  readonly glass: () => unknown;
  /** How often it was told to show something, or to take it off. */
  readonly told: () => number;
}

function boardOf(line: string, hardware: SimulatorProcess): Board {
  onTestFinished(() => hardware.end());
  return {
    line,
    hardware,
    glass: () => hardware.last('glass')?.['text'] ?? '',
    told: () => hardware.heard.filter(({ said, kind }) => said === 'asked' && kind === 'areas').length,
  };
}

async function networkBoard(): Promise<Board> {
  const hardware = await SimulatorProcess.start(PROGRAM, ['--listen', '0']);
  return boardOf(`interface: 'tcp://127.0.0.1:${String(hardware.last('open')?.['port'])}'`, hardware);
}

async function serialBoard(): Promise<Board> {
  const wire = await serialWire();
  onTestFinished(() => wire.end());
  const args = ['--path', wire.far, '--baud', '57600', '--other-end', wire.near, '--width', '160'];
  const hardware = await SimulatorProcess.start(PROGRAM, args);
  return boardOf(`interface: ${wire.near}, baudRate: 57600, width: 160`, hardware);
}

/** A hall with two clerks and so many people waiting, and a PC with these displays. */
async function floor(people: number, displays: readonly string[]) {
  const hall = await HallService.forTest({ configuration: HASTY_HALL });
  for (const counterId of ['1', '2']) await must(hall.as('counter').openCounter({ ...id(), counterId }));
  for (let n = 0; n < people; n += 1)
    await must(hall.as('kiosk').issueTicket({ ...id(), serviceCode: SERVICE }));
  const list = displays.map((display) => `    - { ${display} }\n`).join('');
  const configuration = `station: { id: D1, role: display }\ndevices:\n  windowDisplays:\n${list}`;
  const station = await StationService.forTest(hall, { configuration });
  await waitFor(() => station.log.includes('the hall’s calls are heard') || undefined);
  const views = async () =>
    (await must(stationClient(station).deviceStatus({}))).devices.filter(
      ({ device }) => device === 'windowDisplay',
    );
  return {
    hall,
    station,
    views,
    call: (counterId: string) => must(hall.as('counter').callNext({ ...id(), counterId })),
    states: (expected: readonly string[]) =>
      waitFor(async () => {
        const words = (await views()).map(({ state, reason }) => reason ?? state);
        return JSON.stringify(words) === JSON.stringify(expected) || undefined;
      }),
  };
}

it('a call shows on the display over its window, on the network and on a serial line; a recall shows it again', async () => {
  const [first, second] = [await networkBoard(), await serialBoard()];
  const { hall, call, states } = await floor(2, [
    `driver: bx-k, ${first.line}, counter: '1'`,
    `driver: bx-k, ${second.line}, counter: '2'`,
  ]);
  await states(['ready', 'ready']);
  const { ticketId } = await call('1');
  await waitFor(() => first.glass() === '请A001号\n到1号窗口' || undefined);
  expect(second.glass()).toBe('');
  await call('2');
  await waitFor(() => second.glass() === '请A002号到2号窗口' || undefined);
  const before = first.told();
  await must(hall.as('counter').recallTicket({ ...id(), ticketId }));
  await waitFor(() => first.told() === before + 1 || undefined);
  expect([first.glass(), second.glass()]).toEqual(['请A001号\n到1号窗口', '请A002号到2号窗口']);
  await must(hall.as('counter').startService({ ...id(), ticketId }));
  await waitFor(() => first.glass() === '' || undefined);
  expect(second.glass()).toBe('请A002号到2号窗口');
});

it('the hall is told of a call once the display has acknowledged it', async () => {
  const board = await networkBoard();
  const { hall, call, states } = await floor(1, [`driver: bx-k, ${board.line}, counter: '1'`]);
  await states(['ready']);
  const page = await listenAs(hall, 'counter');
  await board.hardware.order({ do: 'fail', fault: { mode: 'nack', error: 'font-missing' } });
  const { ticketId } = await call('1');
  await states(['refused']);
  await page.until((now) => now.announcements[ticketId]);
  expect(page.now.announcements[ticketId]?.windowDisplay).toBe(0);
  await board.hardware.order({ do: 'recover' });
  await page.until((now) => now.announcements[ticketId]?.windowDisplay === 1 || undefined);
  await waitFor(() => board.glass() === '请A001号\n到1号窗口' || undefined);
});

it('nobody is called: the display says what the hall wants it to say', async () => {
  const board = await networkBoard();
  const idle = '请等候叫号';
  const { hall, call } = await floor(1, [`driver: bx-k, ${board.line}, counter: '1', idleText: ${idle}`]);
  await waitFor(() => board.glass() === idle || undefined);
  const { ticketId } = await call('1');
  await waitFor(() => board.glass() === '请A001号\n到1号窗口' || undefined);
  await must(hall.as('counter').missTicket({ ...id(), ticketId }));
  await waitFor(() => board.glass() === idle || undefined);
});

it('displays that are not there, or that answer nothing, neither delay the others nor a clerk, and say so', async () => {
  const [mute, well] = [await networkBoard(), await networkBoard()];
  await mute.hardware.order({ do: 'fail', fault: { mode: 'silent' } });
  const { call, states, station, views } = await floor(1, [
    "driver: bx-k, interface: 'tcp://127.0.0.1:1', counter: '1'",
    `driver: bx-k, ${mute.line}, counter: '1'`,
    `driver: bx-k, ${well.line}, counter: '1'`,
  ]);
  await call('1');
  await waitFor(() => well.glass() === '请A001号\n到1号窗口' || undefined);
  await states(['disconnected', 'silent', 'ready']);
  expect(station.log).toContain('"device":"windowDisplay","counterId":"1","reason":"silent"');
  expect((await views()).map(({ counterId, simulated }) => [counterId, simulated])).toEqual(
    Array(3).fill(['1', false]),
  );
});

it('what ails a display stands in the station’s feed, with the display’s own cause', async () => {
  const board = await networkBoard();
  const { call, station, states } = await floor(1, [
    "driver: virtual, counter: '2'",
    `driver: bx-k, ${board.line}, counter: '1'`,
  ]);
  await states(['ready', 'ready']);
  const page = await followStation(station);
  expect(page.now.devices['windowDisplay-1']).toMatchObject({ counterId: '2', simulated: true });
  expect(page.now.station['now']?.simulated).toEqual(['windowDisplays']);
  await board.hardware.order({ do: 'fail', fault: { mode: 'nack', error: 'memory-full' } });
  await call('1');
  await page.until((now) => now.devices['windowDisplay-2']?.reason === 'refused' || undefined);
  expect(page.now.devices['windowDisplay-2']).toEqual({
    device: 'windowDisplay',
    counterId: '1',
    state: 'unavailable',
    reason: 'refused',
    detail: 'memory-full',
    paperLow: false,
    simulated: false,
  });
  await board.hardware.order({ do: 'darken', dark: true });
  await board.hardware.order({ do: 'recover' });
  await page.until((now) => now.devices['windowDisplay-2']?.reason === 'switched-off' || undefined);
});
