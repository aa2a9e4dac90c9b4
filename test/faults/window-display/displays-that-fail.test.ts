import { describe, expect, it, onTestFinished } from 'vitest';
import { openWindowDisplays } from '../../../main/station/devices/window-display/index.ts';
import { networkRig, serialRig, SHORT, type BoardRig } from '../../contract/window-display/board-rig.ts';
import { SimulatorProcess } from '../../support/lines/simulator-process.ts';
import { waitFor } from '../../support/wait-for.ts';

const PROGRAM = 'window-display/bx-k/board-simulator.ts';
const call = (number: string) => ({ number, counterId: '3', priority: false });
const CALLED = (number: string): string => `请${number}号\n到3号窗口`;
const told = (rig: BoardRig, word: string) => waitFor(() => rig.story.includes(word) || undefined);

describe('with the hall’s own timers', () => {
  it('no answer: asked once more, then offline; the next call is shown when it is back', async () => {
    const rig = await networkRig({});
    await rig.is('ready');
    await rig.board.order({ do: 'fail', fault: { mode: 'silent' } });
    rig.display.show(call('A001'));
    await rig.is('silent');
    expect(rig.asked('areas')).toBe(2);
    rig.display.show(call('A002'));
    await rig.board.order({ do: 'recover' });
    await rig.glassShows(CALLED('A002'));
    await rig.is('ready');
  });

  it('busy: asked again three times, then said so, and done when it is free', async () => {
    const rig = await networkRig({});
    await rig.is('ready');
    await rig.board.order({ do: 'fail', fault: { mode: 'nack', error: 'busy' } });
    rig.display.show(call('A001'));
    await rig.is('busy');
    expect(rig.asked('areas')).toBe(4);
    await rig.board.order({ do: 'recover' });
    await rig.glassShows(CALLED('A001'));
    await rig.is('ready');
  });
});

describe('a display says no', () => {
  it.each(['font-missing', 'memory-full', 'unknown-command', 'flash'])('%s is named', async (error) => {
    const rig = await networkRig();
    await rig.is('ready');
    await rig.board.order({ do: 'fail', fault: { mode: 'nack', error } });
    rig.display.show(call('A001'));
    await rig.is(`refused ${error}`);
    await rig.board.order({ do: 'recover' });
    await rig.glassShows(CALLED('A001'));
    await rig.is('ready');
  });
});

describe('a display is lost', () => {
  it('its program is frozen, and thawed', async () => {
    const rig = await networkRig();
    await rig.is('ready');
    rig.board.child.kill('SIGSTOP');
    await rig.is('silent');
    rig.display.show(call('A001'));
    rig.board.child.kill('SIGCONT');
    await rig.glassShows(CALLED('A001'));
    await rig.is('ready');
  });

  it('the network plug is pulled twenty times in the middle of calls: the last call stands', async () => {
    const rig = await networkRig({ ...SHORT, refreshMs: 20 });
    for (let round = 0; round < 20; round += 1) {
      rig.display.show(call(`A${100 + round}`));
      await rig.board.order({ do: 'unplug' });
      await rig.board.order({ do: 'plug' });
      rig.display.show(call(`B${100 + round}`));
    }
    await rig.glassShows(CALLED('B119'));
    await rig.is('ready');
  });

  it('answers stop in mid-frame, are turned, or come too late', async () => {
    const rig = await networkRig();
    for (const fault of [
      { mode: 'stop-mid-frame', afterBytes: 15 },
      { mode: 'flip' },
      { mode: 'late', delayMs: 1500 },
    ]) {
      await rig.is('ready');
      await rig.board.order({ do: 'fail', fault });
      await waitFor(() => rig.display.status().state === 'unavailable' || undefined);
      await rig.board.order({ do: 'recover' });
    }
    rig.display.show(call('A001'));
    await rig.glassShows(CALLED('A001'));
    await rig.is('ready');
  });

  it('power goes and comes back: the text returns by itself', async () => {
    const rig = await networkRig();
    rig.display.show(call('A001'));
    await rig.glassShows(CALLED('A001'));
    await rig.board.order({ do: 'lose-power' });
    await waitFor(async () => {
      const report = await rig.board.order({ do: 'report' });
      return report['text'] === CALLED('A001') || undefined;
    });
  });

  it('another one is hung up in its place, on the network', async () => {
    const rig = await networkRig();
    const port = String(rig.board.last('open')?.['port']);
    rig.display.show(call('A001'));
    await rig.glassShows(CALLED('A001'));
    await rig.board.end();
    await rig.is('disconnected');
    const other = await SimulatorProcess.start(PROGRAM, ['--listen', port]);
    onTestFinished(() => other.end());
    await waitFor(() => other.last('glass')?.['text'] === CALLED('A001') || undefined);
    await rig.is('ready');
  });

  it('another one of the other speed is hung up in its place, on a serial line that nobody opened anew', async () => {
    const rig = await serialRig('auto', 57_600);
    rig.display.show(call('A001'));
    await rig.glassShows(CALLED('A001'));
    await rig.board.end();
    await rig.is('silent');
    const args = ['--path', rig.wire.far, '--baud', '9600', '--other-end', rig.wire.near];
    const other = await SimulatorProcess.start(PROGRAM, args);
    onTestFinished(() => other.end());
    await waitFor(() => other.last('glass')?.['text'] === CALLED('A001') || undefined);
    await rig.is('ready');
  });
});

describe('a line full of garbage', () => {
  it('is told as such; a neighbour in the same program shows every call; then it works again', async () => {
    const [ill, well] = [await networkRig(), await networkRig({ ...SHORT, refreshMs: 10 })];
    await ill.is('ready');
    await ill.board.order({ do: 'fail', fault: { mode: 'garbage', bytesPerSecond: 200_000 } });
    for (let number = 101; number <= 110; number += 1) {
      ill.display.show(call(`A${number}`));
      well.display.show(call(`B${number}`));
      await well.glassShows(CALLED(`B${number}`));
    }
    await told(ill, 'wrong-device');
    await ill.board.order({ do: 'recover' });
    await ill.glassShows(CALLED('A110'));
    await ill.is('ready');
  });

  it('a program that speaks another language altogether', async () => {
    const reader = await SimulatorProcess.start(PROGRAM, ['--listen', '0', '--address', '99']);
    onTestFinished(() => reader.end());
    await reader.order({ do: 'fail', fault: { mode: 'garbage', bytesPerSecond: 960 } });
    const where = {
      driver: 'bx-k',
      interface: `tcp://127.0.0.1:${String(reader.last('open')?.['port'])}`,
    } as const;
    const [opened] = openWindowDisplays(
      { windowDisplays: [{ ...where, counter: '1', baudRate: 'auto', address: 1, width: 128, height: 32 }] },
      { timings: SHORT },
    );
    opened?.display.start();
    onTestFinished(() => opened?.display.stop());
    await waitFor(() => {
      const status = opened?.display.status();
      return (status?.state === 'unavailable' && status.reason === 'wrong-device') || undefined;
    });
  });
});
