import { describe, expect, it, onTestFinished } from 'vitest';
import { parseConfiguration } from '../../../main/foundation/configuration/index.ts';
import {
  openWindowDisplays,
  type VirtualWindowDisplay,
} from '../../../main/station/devices/window-display/index.ts';
import { waitFor } from '../../support/wait-for.ts';
import { FAST, tell } from './display-bench.ts';

function displaysOf(yaml: string) {
  const parsed = parseConfiguration(`devices: { windowDisplays: ${yaml} }`, 'hall.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return openWindowDisplays(parsed.value.devices, { timings: FAST });
}

function virtualDisplay(): VirtualWindowDisplay {
  const [opened] = displaysOf("[{ driver: virtual, counter: '3' }]");
  if (opened?.virtual === undefined) throw new Error('not virtual');
  const { virtual } = opened;
  virtual.start();
  onTestFinished(() => virtual.stop());
  return virtual;
}

const call = { number: 'A001', counterId: '3', priority: false };
const CALLED = '请A001号\n到3号窗口';
const is = (display: VirtualWindowDisplay, word: string) =>
  waitFor(() => tell(display.status()) === word || undefined);

describe('the virtual display', () => {
  it('can be read, and says in every status that it is simulated', async () => {
    const display = virtualDisplay();
    expect(display.status()).toEqual({ state: 'connecting', simulated: true });
    display.show(call);
    await is(display, 'ready');
    expect(display.text).toBe(CALLED);
    expect(display.status().simulated).toBe(true);
    display.clear();
    await waitFor(() => display.text === '' || undefined);
  });

  it.each([
    ['silent', 'silent'],
    ['busy', 'busy'],
    ['font-missing', 'refused font-missing'],
    ['cable-pulled', 'disconnected'],
    ['switched-off', 'switched-off'],
  ] as const)('fails on cue: %s; and shows the call when it is well again', async (cue, word) => {
    const display = virtualDisplay();
    await is(display, 'ready');
    display.fail(cue);
    display.show(call);
    await is(display, word);
    display.repair();
    await is(display, 'ready');
    expect(display.text).toBe(CALLED);
  });

  it('dark, nobody reads it; without power for a moment, its text comes back', async () => {
    const display = virtualDisplay();
    display.show(call);
    await is(display, 'ready');
    display.fail('switched-off');
    expect(display.text).toBe('');
    display.repair();
    display.losePower();
    expect(display.text).toBe('');
    await waitFor(() => display.text === CALLED || undefined);
  });
});

describe('the displays of a configuration', () => {
  it('are opened in order, each for its counter; none is no display', () => {
    const opened = displaysOf(
      "[{ driver: virtual, counter: '1' }, { driver: bx-k, interface: 'tcp://192.0.2.8:5005', counter: '3A' }]",
    );
    expect(opened.map(({ counterId, virtual }) => [counterId, virtual !== undefined])).toEqual([
      ['1', true],
      ['3A', false],
    ]);
    expect(opened[1]?.display.simulated).toBe(false);
    expect(displaysOf('[]')).toEqual([]);
  });

  it('a port where nobody listens is a display that is never reached, not an exception', async () => {
    const [opened] = displaysOf("[{ driver: bx-k, interface: 'tcp://127.0.0.1:1', counter: '3' }]");
    opened?.display.start();
    onTestFinished(() => opened?.display.stop());
    opened?.display.show(call);
    await waitFor(() => (opened && tell(opened.display.status()) === 'disconnected') || undefined);
  });

  it.each([
    ['width: 16', /32 to 1024/],
    ['height: 8', /16 to 256/],
    ['address: 0', /1 to 32767/],
    ['baudRate: 19200', /auto, 9600, 57600/],
  ])('%s is refused with what is allowed', (key, says) => {
    const display = `{ driver: bx-k, interface: /dev/ttyS0, counter: '3', ${key} }`;
    const parsed = parseConfiguration(`devices: { windowDisplays: [${display}] }`, 'hall.yaml');
    expect(parsed.ok ? '' : JSON.stringify(parsed.error)).toMatch(says);
  });
});
