import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { serialRig } from './board-rig.ts';

const call = (number: string) => ({ number, counterId: '3', priority: false });
const CALLED = (number: string): string => `请${number}号\n到3号窗口`;
const speedOf = (path: string): string =>
  execFileSync('stty', ['-F', path, 'speed'], { encoding: 'utf8' }).trim();

describe('a display on a serial line', () => {
  it.each([9600, 57_600])('of unknown speed, set to %i: found, and shows what is called', async (speed) => {
    const rig = await serialRig('auto', speed);
    rig.display.show(call('A001'));
    await rig.glassShows(CALLED('A001'));
    await rig.is('ready');
    expect(speedOf(rig.wire.near)).toBe(String(speed));
  });

  it('of known speed is not asked at another', async () => {
    const rig = await serialRig(9600, 57_600);
    await rig.is('silent');
    expect(rig.asked('ping')).toBe(0);
    expect(speedOf(rig.wire.near)).toBe('9600');
  });

  it('the cable pulled and plugged in again: what was called meanwhile is shown', async () => {
    const rig = await serialRig(57_600, 57_600);
    rig.display.show(call('A001'));
    await rig.glassShows(CALLED('A001'));
    await rig.wire.cut();
    await rig.is('disconnected');
    rig.display.show(call('A002'));
    await rig.wire.join();
    await rig.glassShows(CALLED('A002'));
    await rig.is('ready');
  });
});
