import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openRatingPad, type RatingPad } from '../../../main/station/devices/rating-pad/index.ts';
import { serialWire, type SerialWire } from '../../support/lines/serial-wire.ts';
import { SimulatorProcess } from '../../support/lines/simulator-process.ts';
import { waitFor } from '../../support/wait-for.ts';
import { record } from '../../unit/rating-pad/pad-bench.ts';

const PROGRAM = 'rating-pad/pad-simulator.ts';
/** The hall's own timers but for the patience; a loaded machine may stall a held key for longer than 300 ms. */
const TIMINGS = { debounceMs: 5000, presenceMs: 200, reopenFirstMs: 100, reopenMostMs: 400 };
const START = 'aa5501e0e1';

let wire: SerialWire;
let hardware: SimulatorProcess;
let pad: RatingPad;
let story: string[];

beforeEach(async () => {
  wire = await serialWire();
  onTestFinished(() => wire.end());
  hardware = await SimulatorProcess.start(PROGRAM, ['--path', wire.far]);
  const settings = { driver: 'profile', profile: 'demo-pad', path: wire.near } as const;
  const opened = openRatingPad({ ratingPad: settings }, { timings: TIMINGS });
  if (!opened.ok || opened.value === undefined) throw new Error('not opened');
  ({ pad } = opened.value);
  story = record(pad);
  pad.start();
  onTestFinished(async () => {
    await pad.stop();
    await hardware.end();
  });
  await happened('ready');
});

const count = (word: string): number => story.filter((entry) => entry === word).length;
const happened = (word: string, times = 1) => waitFor(() => count(word) >= times || undefined);
const heard = (): string =>
  hardware.heard.map((fact) => (fact.said === 'heard' ? String(fact['bytes']) : '')).join('');
const hardwareOpen = (times: number) => waitFor(() => hardware.count('open') >= times || undefined);

describe('a pad on a serial line', () => {
  it('is told to ask, and the visitor’s key comes back with the ticket', async () => {
    pad.askForRating('T1');
    await waitFor(() => heard() === START || undefined);
    await hardware.order({ do: 'rate', score: 5 });
    await happened('rated T1 5');
    expect(pad.asking).toBeUndefined();
  });

  it('a key that nobody asked for means nothing, a call key always counts', async () => {
    await hardware.order({ do: 'rate', score: 1 });
    await hardware.order({ do: 'call', action: 'next' });
    await happened('call next');
    pad.askForRating('T1');
    await hardware.order({ do: 'rate', score: 4 });
    await happened('rated T1 4');
    expect(story).toEqual(['ready', 'call next', 'rated T1 4']);
  });

  it('a held key that repeats is one press', async () => {
    await hardware.order({ do: 'call', action: 'next', times: 30, everyMs: 10 });
    await hardware.order({ do: 'call', action: 'finish' });
    await happened('call finish');
    expect(story).toEqual(['ready', 'call next', 'call finish']);
  });

  it('a frame that dribbles in byte by byte is read', async () => {
    await hardware.order({ do: 'send', bytes: 'aa55011516', slice: 1, everyMs: 2 });
    await happened('call miss');
  });

  it('a damaged frame is no key, and the next one is read', async () => {
    await hardware.order({ do: 'send', bytes: 'aa55011199aa5501' });
    await hardware.order({ do: 'send', bytes: '7e7e7e7eaa55011213' });
    await happened('call recall');
    expect(count('call next')).toBe(0);
  });
});

describe('the cable', () => {
  it('pulled while a visitor is asked, and plugged in again: asked again, and the key counts', async () => {
    pad.askForRating('T1');
    await waitFor(() => heard() === START || undefined);
    await wire.cut();
    await happened('disconnected');
    await wire.join();
    await happened('ready', 2);
    await hardwareOpen(2);
    await hardware.order({ do: 'rate', score: 3 });
    await happened('rated T1 3');
  });

  it('missing from the beginning is a status, and the pad is found when it comes', async () => {
    await pad.stop();
    await wire.cut();
    pad.start();
    await happened('disconnected');
    await wire.join();
    await happened('ready', 2);
    await hardwareOpen(2);
    await hardware.order({ do: 'call', action: 'next' });
    await happened('call next');
  });
});

describe('the pad itself', () => {
  it('is exchanged for another one: nothing has to be opened anew', async () => {
    await hardware.end();
    hardware = await SimulatorProcess.start(PROGRAM, ['--path', wire.far]);
    await hardware.order({ do: 'call', action: 'next' });
    await happened('call next');
  });

  it('or the line is full of garbage: told as another device; a key afterwards counts', async () => {
    await hardware.order({ do: 'garbage', bytesPerSecond: 9600 });
    await happened('wrong-device');
    await hardware.order({ do: 'recover' });
    await hardware.order({ do: 'call', action: 'next' });
    await happened('call next');
    expect(pad.status()).toEqual({ state: 'ready', simulated: false });
  });
});

it('an order that the simulator does not know is refused with what is allowed', async () => {
  await expect(hardware.order({ do: 'explode' })).rejects.toThrow(/do/);
  await expect(hardware.order({ do: 'rate', score: 6 })).rejects.toThrow(/score/);
});
