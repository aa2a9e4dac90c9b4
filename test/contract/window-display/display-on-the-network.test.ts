import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { waitFor } from '../../support/wait-for.ts';
import { networkRig, SHORT } from './board-rig.ts';

const call = (number: string) => ({ number, counterId: '3', priority: false });
const CALLED = (number: string): string => `请${number}号\n到3号窗口`;

describe('a display on the network', () => {
  it('shows what is called, takes it off, and knows that it does', async () => {
    const rig = await networkRig();
    rig.display.show({ ...call('A001'), priority: true });
    await rig.glassShows('优先 请A001号\n到3号窗口');
    await rig.is('ready');
    rig.display.clear();
    await rig.glassShows('');
    await rig.is('ready');
    const report = await rig.board.order({ do: 'report' });
    expect(report).toMatchObject({ simulated: true, areas: [], connections: 1 });
  });

  it('twenty calls after one another: at the hall’s own pace it is told the first and the newest', async () => {
    const rig = await networkRig({ ...SHORT, refreshMs: 1000 });
    rig.display.show(call('A100'));
    await rig.glassShows(CALLED('A100'));
    for (let number = 101; number <= 120; number += 1) {
      rig.display.show(call(`A${number}`));
      await sleep(10);
    }
    await rig.glassShows(CALLED('A120'));
    await rig.is('ready');
    expect(rig.asked('areas')).toBe(2);
  });

  it('a long text is cut behind a whole character and taken', async () => {
    const rig = await networkRig();
    rig.display.show({ ...call('A001'), text: '请等候'.repeat(200) });
    await rig.is('ready');
    const { areas } = (await rig.board.order({ do: 'report' })) as unknown as { areas: { text: string }[] };
    const bytes = Buffer.from(areas[0]?.text ?? '', 'hex');
    expect(bytes.length).toBeGreaterThan(450);
    expect(bytes.length + 27).toBeLessThanOrEqual(512);
    expect(rig.board.last('glass')?.['text']).not.toContain('?');
  });

  it('a display that is away is a status, and is found when it comes', async () => {
    const rig = await networkRig();
    await rig.board.order({ do: 'unplug' });
    await rig.is('disconnected');
    rig.display.show(call('A007'));
    await rig.board.order({ do: 'plug' });
    await rig.glassShows(CALLED('A007'));
    await rig.is('ready');
  });

  it('two displays do not know of each other', async () => {
    const [well, ill] = [await networkRig(), await networkRig()];
    await ill.board.order({ do: 'fail', fault: { mode: 'silent' } });
    ill.display.show(call('A001'));
    well.display.show(call('B001'));
    await well.glassShows(CALLED('B001'));
    await ill.is('silent');
    expect(well.story).not.toContain('silent');
  });

  it('shuts its connection when it is stopped, and opens another when it is started again', async () => {
    const rig = await networkRig();
    await rig.is('ready');
    await rig.display.stop();
    rig.display.show(call('A002'));
    expect(rig.asked('areas')).toBe(0);
    rig.display.start();
    await rig.glassShows(CALLED('A002'));
    expect(await rig.board.order({ do: 'report' })).toMatchObject({ connections: 2 });
  });
});

it('an order that the simulator does not know is refused with what is allowed', async () => {
  const rig = await networkRig();
  await expect(rig.board.order({ do: 'explode' })).rejects.toThrow(/do/);
  await expect(rig.board.order({ do: 'fail', fault: { mode: 'nack', error: 'tired' } })).rejects.toThrow(
    /busy/,
  );
  await waitFor(() => rig.story.includes('ready') || undefined);
});
