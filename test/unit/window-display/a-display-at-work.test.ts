import { describe, expect, it, onTestFinished } from 'vitest';
import { ManualClock } from '../../../main/foundation/clock.ts';
import type { OpenLink } from '../../../main/station/devices/lines/byte-link.ts';
import { VirtualCable } from '../../../main/station/devices/lines/virtual-cable.ts';
import { encodeAnswer, type BoardAnswer } from '../../../main/station/devices/window-display/bx-k/answers.ts';
import { BxKDisplay } from '../../../main/station/devices/window-display/bx-k/bx-k-display.ts';
import { FrameParser } from '../../../main/station/devices/window-display/bx-k/frame-parser.ts';
import { encodeFrame, HOST_ADDRESS } from '../../../main/station/devices/window-display/bx-k/frame.ts';
import { SimulatedBoard } from '../../../main/station/devices/window-display/bx-k/simulated-board.ts';
import { decodeRequest } from '../../../main/station/devices/window-display/bx-k/requests.ts';
import { ok } from '../../../preload/contracts/result.ts';
import { waitFor } from '../../support/wait-for.ts';
import { bench, FAST, moreHeartbeats, record, tell, type Bench } from './display-bench.ts';

const call = (number: string) => ({ number, counterId: '3', priority: false });
const glassShows = ({ board }: Bench, text: string) => waitFor(() => board.glass.text === text || undefined);
const SIZE = { width: 128, height: 32 };
const STATUS = { onOff: 1, brightness: 15, time: undefined, programs: 0, dynamicAreas: [0] };

function kindOf(bytes: Uint8Array): string {
  const [output] = new FrameParser().feed(bytes);
  return (output?.kind === 'frame' && decodeRequest(output.frame.data).request?.kind) || 'noise';
}
const CALLED = (number: string): string => `请${number}号\n到3号窗口`;

describe('a call', () => {
  it('stands on the glass, and the display says that it is up to date', async () => {
    const rig = bench();
    rig.display.show(call('A001'));
    await rig.is('ready');
    expect(rig.board.glass.text).toBe(CALLED('A001'));
    expect(rig.display.status()).toEqual({ state: 'ready', upToDate: true, simulated: true });
  });

  it('is taken off again', async () => {
    const rig = bench();
    rig.display.show(call('A001'));
    await glassShows(rig, CALLED('A001'));
    rig.display.clear();
    await glassShows(rig, '');
    await rig.is('ready');
  });

  it('wished before the display is started is shown when it is', async () => {
    const rig = bench();
    await rig.display.stop();
    rig.display.show(call('A009'));
    rig.display.start();
    await glassShows(rig, CALLED('A009'));
  });

  it('too long for the smallest card is cut, not refused', async () => {
    const rig = bench();
    rig.display.show({ ...call('A001'), text: '请等候'.repeat(500) });
    await rig.is('ready');
    expect(rig.board.glass.text).toMatch(/^(?:[请等候]{8}\n)+[请等候]{1,8}\n?$/);
  });

  it('nothing wished: nothing is touched', async () => {
    const rig = bench();
    await moreHeartbeats(rig, 3);
    expect(rig.asked.filter(({ request }) => request?.kind === 'areas')).toEqual([]);
    expect(tell(rig.display.status())).toBe('ready');
  });

  it('thirty calls within one second: the first is shown, and then the newest', async () => {
    const clock = new ManualClock('2026-06-15T09:30:00+08:00');
    const [rig, metronome] = [bench({ clock }), bench()];
    rig.display.show(call('A001'));
    await glassShows(rig, CALLED('A001'));
    for (let number = 2; number <= 30; number += 1) {
      rig.display.show(call(`A${String(number).padStart(3, '0')}`));
    }
    await moreHeartbeats(metronome, 3);
    expect(rig.shows()).toBe(1);
    expect(tell(rig.display.status())).toBe('pending');
    clock.advance(FAST.refreshMs);
    await glassShows(rig, CALLED('A030'));
    expect(rig.shows()).toBe(2);
  });

  it('a new connection is no way round that second', async () => {
    const clock = new ManualClock('2026-06-15T09:30:00+08:00');
    const [rig, metronome] = [bench({ clock }), bench()];
    rig.display.show(call('A001'));
    await rig.is('ready');
    rig.cable.pull();
    rig.cable.plug();
    rig.display.show(call('A002'));
    await waitFor(() => rig.asked.filter(({ request }) => request?.kind === 'ping').length >= 2 || undefined);
    await moreHeartbeats(metronome, 3);
    expect(rig.shows()).toBe(1);
    clock.advance(FAST.refreshMs);
    await glassShows(rig, CALLED('A002'));
  });
});

describe('a display that does not answer', () => {
  it('one lost answer: asked once more, nobody notices', async () => {
    const rig = bench();
    await rig.is('ready');
    rig.board.fail({ mode: 'lose-answers', times: 1 });
    rig.display.show(call('A001'));
    await rig.is('ready');
    expect(rig.shows()).toBe(2);
    expect(rig.story).not.toContain('silent');
  });

  it('two lost answers: offline; shown again once it is found again', async () => {
    const rig = bench();
    await rig.is('ready');
    rig.board.fail({ mode: 'lose-answers', times: 2 });
    rig.display.show(call('A001'));
    await waitFor(() => rig.story.includes('silent') || undefined);
    await rig.is('ready');
    expect(rig.board.glass.text).toBe(CALLED('A001'));
  });

  it('falls silent while nothing is called: the heartbeat finds it', async () => {
    const rig = bench();
    await rig.is('ready');
    rig.board.fail({ mode: 'silent' });
    await rig.is('silent');
    rig.board.recover();
    await rig.is('ready');
  });

  it('answers late: the late word is not taken for the answer to the next call', async () => {
    const answer = (content: BoardAnswer): Uint8Array =>
      encodeFrame({ destination: HOST_ADDRESS, source: 1, data: encodeAnswer(content) });
    const asked: string[] = [];
    let owed = 0;
    const cable: VirtualCable = new VirtualCable((bytes) => {
      const kind = kindOf(bytes);
      asked.push(kind);
      // Each call is answered when the next question comes, and the first status question after it is lost.
      for (; owed > 0; owed -= 1) cable.send(answer({ kind: 'ack' }));
      if (kind === 'ping') cable.send(answer({ kind: 'ack' }));
      else if (kind === 'status' && asked.at(-2) !== 'areas') {
        cable.send(answer({ kind: 'status', status: STATUS }));
      } else if (kind === 'areas') owed += 1;
    });
    const display = new BxKDisplay({ links: [cable.open], simulated: true, size: SIZE, timings: FAST });
    const story = record(display);
    onTestFinished(() => display.stop());
    display.start();
    display.show(call('A001'));
    await waitFor(() => story.includes('ready') || undefined);
    display.show(call('A002'));
    await waitFor(() => asked.lastIndexOf('areas') > asked.indexOf('areas') + 2 || undefined);
    expect(asked.slice(asked.indexOf('areas'), asked.indexOf('areas') + 5)).toEqual([
      ...['areas', 'areas', 'status', 'status', 'areas'],
    ]);
  });
});

describe('a display that answers no', () => {
  it('busy three times: it is asked a fourth time, and does it', async () => {
    const rig = bench();
    await rig.is('ready');
    rig.board.fail({ mode: 'nack', error: 'busy', times: 3 });
    rig.display.show(call('A001'));
    await rig.is('ready');
    expect(rig.shows()).toBe(4);
    expect(rig.story).not.toContain('busy');
  });

  it('busy for longer: said so, and done as soon as it can', async () => {
    const rig = bench();
    await rig.is('ready');
    rig.board.fail({ mode: 'nack', error: 'busy' });
    rig.display.show(call('A001'));
    await rig.is('busy');
    await moreHeartbeats(rig, 2);
    expect(tell(rig.display.status())).toBe('busy');
    rig.board.recover();
    await rig.is('ready');
    expect(rig.board.glass.text).toBe(CALLED('A001'));
  });

  it('while it is busy a newer call takes the place of the older one', async () => {
    const rig = bench({ timings: { busyMs: 100 } });
    await rig.is('ready');
    rig.board.fail({ mode: 'nack', error: 'busy', times: 2 });
    rig.display.show(call('A001'));
    await waitFor(() => rig.shows() > 0 || undefined);
    rig.display.show(call('A002'));
    await rig.is('ready');
    expect(rig.board.glass.text).toBe(CALLED('A002'));
    expect(rig.shows()).toBe(3);
  });

  it('a damaged question is asked again at once', async () => {
    const rig = bench();
    await rig.is('ready');
    rig.board.fail({ mode: 'nack', error: 'checksum', times: 1 });
    rig.display.show(call('A001'));
    await rig.is('ready');
    expect(rig.shows()).toBe(2);
    expect(rig.story).not.toContain('refused checksum');
  });

  it('a missing font is named, until another call or the card itself mends it', async () => {
    const rig = bench();
    await rig.is('ready');
    rig.board.fail({ mode: 'nack', error: 'font-missing' });
    rig.display.show(call('A001'));
    await rig.is('refused font-missing');
    rig.board.recover();
    rig.display.show(call('A002'));
    await rig.is('ready');
  });

  it('a card that does not know the status question is alive all the same', async () => {
    const rig = bench();
    rig.board.fail({ mode: 'nack', error: 'unknown-command', times: 2 });
    await moreHeartbeats(rig, 3);
    expect(rig.story).toEqual(['ready']);
  });
});

describe('a display that lies', () => {
  it('lost its power and answers as before: its text is put back', async () => {
    const rig = bench();
    rig.display.show(call('A001'));
    await glassShows(rig, CALLED('A001'));
    rig.board.losePower();
    expect(rig.board.glass.text).toBe('');
    await glassShows(rig, CALLED('A001'));
    await rig.is('ready');
  });

  it('acknowledges and never shows: not refreshed for ever', async () => {
    const rig = bench();
    Object.defineProperty(rig.board.glass, 'areas', { value: [] });
    rig.display.show(call('A001'));
    await rig.is('ready');
    await moreHeartbeats(rig, 5);
    expect(rig.shows()).toBe(2);
  });

  it('is switched off and obeys: nobody can read it, so it is not ready', async () => {
    const rig = bench();
    rig.board.switchedOff = true;
    rig.display.show(call('A001'));
    await rig.is('switched-off');
    expect(rig.board.glass.text).toBe(CALLED('A001'));
    rig.board.switchedOff = false;
    await rig.is('ready');
  });

  it('turns bits, or stops in mid-frame: silent, not believed', async () => {
    const rig = bench();
    await rig.is('ready');
    rig.board.fail({ mode: 'flip' });
    await rig.is('wrong-device');
    rig.board.fail({ mode: 'stop-mid-frame', afterBytes: 12 });
    await rig.is('wrong-device');
    rig.board.recover();
    await rig.is('ready');
  });

  it('speaks without end: the driver finds it again when it is quiet', async () => {
    const rig = bench();
    await rig.is('ready');
    rig.board.fail({ mode: 'garbage', bytesPerSecond: 20_000 });
    await rig.is('wrong-device');
    rig.board.recover();
    rig.display.show(call('A001'));
    await glassShows(rig, CALLED('A001'));
  });

  it('echoes every word, as a two-wire line does', async () => {
    const rig = bench({ echo: true });
    rig.display.show(call('A001'));
    await glassShows(rig, CALLED('A001'));
    rig.board.fail({ mode: 'silent' });
    await rig.is('silent');
  });
});

describe('the way to it', () => {
  const silentLink: OpenLink = () =>
    Promise.resolve(
      ok({ write: () => true, flushInput: () => Promise.resolve(), close: () => Promise.resolve() }),
    );

  it('a serial line of unknown speed: the second one answers, and is the first to be tried the next time', async () => {
    const tried: string[] = [];
    const board = new SimulatedBoard((bytes) => cable.send(bytes));
    const cable = new VirtualCable((bytes) => board.receive(bytes));
    const links: OpenLink[] = [
      (handlers) => (tried.push('slow'), silentLink(handlers)),
      (handlers) => (tried.push('fast'), cable.open(handlers)),
    ];
    const display = new BxKDisplay({ links, simulated: true, size: SIZE, timings: FAST });
    const story = record(display);
    onTestFinished(() => display.stop());
    display.start();
    await waitFor(() => story.includes('ready') || undefined);
    board.fail({ mode: 'silent' });
    await waitFor(() => tried.length >= 5 || undefined);
    expect(tried.slice(0, 5)).toEqual(['slow', 'fast', 'fast', 'slow', 'fast']);
  });

  it('another number than the card’s own: silent', async () => {
    const rig = bench({ address: 7 });
    await rig.is('silent');
    const other = bench({ address: 7, driverAddress: 7 });
    await other.is('ready');
  });

  it('a pulled cable is noticed at once, not with the next heartbeat', async () => {
    const rig = bench({ timings: { heartbeatMs: 3_600_000 } });
    await rig.is('ready');
    rig.cable.pull();
    await rig.is('disconnected');
  });

  it('no way at all is a status', async () => {
    const rig = bench();
    rig.cable.pull();
    await rig.is('disconnected');
    rig.display.show(call('A001'));
    rig.display.clear();
    await rig.display.stop();
  });

  it('a link that never opens does not hold up the end', async () => {
    const rig = bench({ otherLinks: [() => new Promise(() => undefined)] });
    const story = record(rig.display);
    await rig.display.stop();
    expect(story).toEqual([]);
  });
});
