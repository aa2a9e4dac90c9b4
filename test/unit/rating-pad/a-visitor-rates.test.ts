import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { filePresence } from '../../../main/station/devices/rating-pad/file-presence.ts';
import { openRatingPad } from '../../../main/station/devices/rating-pad/index.ts';
import { RatingQuestion } from '../../../main/station/devices/rating-pad/rating-question.ts';
import { DEFAULT_TIMINGS } from '../../../main/station/devices/rating-pad/timings.ts';
import { parseConfiguration } from '../../../main/foundation/configuration/index.ts';
import { waitFor } from '../../support/wait-for.ts';
import { FAST, padBench, record } from './pad-bench.ts';

const START = 'aa5501e0e1';
const happenings = (story: readonly string[]): string[] => story.filter((word) => word !== 'ready');

describe('a visitor who is asked', () => {
  it.each([1, 2, 3, 4, 5])('presses %i: counted once, for the ticket that was asked about', async (score) => {
    const rig = await padBench();
    rig.pad.askForRating('T1');
    expect(rig.pad.asking).toBe('T1');
    rig.press(score);
    expect(happenings(rig.story)).toEqual([`rated T1 ${score}`]);
    expect(rig.pad.asking).toBeUndefined();
  });

  it('the pad is told to ask', async () => {
    const rig = await padBench();
    rig.pad.askForRating('T1');
    await waitFor(() => rig.sent.length > 0 || undefined);
    expect(rig.sent).toEqual([START]);
  });

  it('presses again, and another key: the first one stands', async () => {
    const rig = await padBench();
    rig.pad.askForRating('T1');
    rig.press(5);
    rig.clock.advance(1000);
    rig.press(5);
    rig.press(1);
    expect(happenings(rig.story)).toEqual(['rated T1 5']);
  });

  it('does not press: known as no answer, never as a score', async () => {
    const rig = await padBench({ ratingMs: 50 });
    rig.pad.askForRating('T1');
    await rig.happened('not-rated T1 no-answer');
    rig.press(5);
    expect(happenings(rig.story)).toEqual(['not-rated T1 no-answer']);
  });

  it('has thirty seconds, also when the one before used only some of theirs', () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const told: string[] = [];
    const question = new RatingQuestion(DEFAULT_TIMINGS.ratingMs, {
      rated: (subject, score) => told.push(`${subject} ${score}`),
      notRated: (subject, reason) => told.push(`${subject} ${reason}`),
    });
    question.ask('T1', true);
    vi.advanceTimersByTime(20_000);
    question.answer(3);
    question.ask('T2', true);
    vi.advanceTimersByTime(29_999);
    expect([told, question.subject]).toEqual([['T1 3'], 'T2']);
    vi.advanceTimersByTime(1);
    expect(told).toEqual(['T1 3', 'T2 no-answer']);
  });

  it('is followed by the next one: the open question is replaced, and each rating has its owner', async () => {
    const rig = await padBench();
    rig.pad.askForRating('T1');
    rig.pad.askForRating('T2');
    rig.press(4);
    expect(happenings(rig.story)).toEqual(['not-rated T1 replaced', 'rated T2 4']);
  });

  it('is no longer asked', async () => {
    const rig = await padBench();
    rig.pad.askForRating('T1');
    rig.pad.callOff();
    rig.pad.callOff();
    rig.press(4);
    expect(happenings(rig.story)).toEqual(['not-rated T1 called-off']);
  });
});

describe('keys that nobody asked for', () => {
  it('a rating key means nothing', async () => {
    const rig = await padBench();
    for (const score of [1, 2, 3, 4, 5]) rig.press(score);
    rig.pad.askForRating('T1');
    rig.press(0x77); // a key that the profile does not name
    expect(happenings(rig.story)).toEqual([]);
    expect(rig.pad.asking).toBe('T1');
  });

  it.each([
    [0x11, 'next'],
    [0x12, 'recall'],
    [0x13, 'start'],
    [0x14, 'finish'],
    [0x15, 'miss'],
    [0x16, 'pause'],
  ])('call key %i is always %s', async (code, action) => {
    const rig = await padBench();
    rig.press(code);
    expect(happenings(rig.story)).toEqual([`call ${action}`]);
  });

  it('a call key does not end a question', async () => {
    const rig = await padBench();
    rig.pad.askForRating('T1');
    rig.press(0x11);
    rig.press(2);
    expect(happenings(rig.story)).toEqual(['call next', 'rated T1 2']);
  });
});

describe('a key that bounces', () => {
  it('or is held, is one press, as long as it is not quiet for 300 ms', async () => {
    const rig = await padBench();
    for (let count = 0; count < 20; count += 1) {
      rig.press(0x11);
      rig.clock.advance(299);
    }
    expect(happenings(rig.story)).toEqual(['call next']);
  });

  it('pressed again after 300 ms is a second press', async () => {
    const rig = await padBench();
    rig.press(0x11);
    rig.clock.advance(300);
    rig.press(0x11);
    expect(happenings(rig.story)).toEqual(['call next', 'call next']);
  });

  it('two different keys are two presses', async () => {
    const rig = await padBench();
    rig.press(0x11);
    rig.press(0x12);
    rig.press(0x11);
    expect(happenings(rig.story)).toEqual(['call next', 'call recall']);
  });
});

describe('a pad that goes away', () => {
  it('while it asks: what was not pressed says nothing about the person; back again it asks again', async () => {
    const rig = await padBench({ ratingMs: 500 });
    rig.pad.askForRating('T1');
    await waitFor(() => rig.sent.length >= 1 || undefined);
    rig.cable.pull();
    await rig.happened('disconnected');
    rig.cable.plug();
    await rig.happened('ready', 2);
    await waitFor(() => rig.sent.length >= 2 || undefined);
    expect(rig.sent).toEqual([START, START]);
    await rig.happened('not-rated T1 no-pad');
  });

  it('and comes back in time: the rating counts', async () => {
    const rig = await padBench();
    rig.pad.askForRating('T1');
    rig.cable.pull();
    await rig.happened('disconnected');
    rig.cable.plug();
    await rig.happened('ready', 2);
    rig.press(5);
    expect(rig.story).toContain('rated T1 5');
  });

  it('before it is asked: the question is taken all the same', async () => {
    const rig = await padBench({ ratingMs: 50 });
    rig.cable.pull();
    await rig.happened('disconnected');
    rig.pad.askForRating('T1');
    await rig.happened('not-rated T1 no-pad');
  });

  it('and nobody looks for it: the question is taken all the same', async () => {
    const rig = await padBench({ ratingMs: 50 });
    await rig.pad.stop();
    rig.pad.askForRating('T1');
    await rig.happened('not-rated T1 no-pad');
  });

  it('in the middle of a frame: the half is forgotten', async () => {
    const rig = await padBench();
    rig.cable.send(Buffer.from('aa5501', 'hex'));
    rig.cable.pull();
    rig.cable.plug();
    await rig.happened('ready', 2);
    rig.cable.send(Buffer.from('1112', 'hex'));
    expect(rig.story.filter((word) => word.startsWith('call'))).toEqual([]);
  });

  it('without a sign, only its file is gone: noticed by looking', async () => {
    let isThere = true;
    const rig = await padBench({}, () => Promise.resolve(() => Promise.resolve(isThere)));
    isThere = false;
    await rig.happened('disconnected');
    isThere = true;
    await rig.happened('ready', 2);
  });

  it('is stopped with an open question: called off', async () => {
    const rig = await padBench();
    rig.pad.askForRating('T1');
    await rig.pad.stop();
    expect(happenings(rig.story)).toEqual(['not-rated T1 called-off']);
  });
});

describe('another device on the line', () => {
  it('is told as such, until a key of the profile comes', async () => {
    const rig = await padBench();
    rig.cable.send(new Uint8Array(63).fill(0x7e));
    expect(happenings(rig.story)).toEqual([]);
    rig.cable.send(new Uint8Array(1).fill(0x7e));
    expect(happenings(rig.story)).toEqual(['wrong-device']);
    rig.press(0x11);
    expect(rig.pad.status()).toEqual({ state: 'ready', simulated: true });
    expect(happenings(rig.story)).toEqual(['wrong-device', 'call next']);
  });

  it('a frame that stops is given up after the idle gap', async () => {
    let looks = 0;
    const rig = await padBench({ presenceMs: 20 }, () => Promise.resolve(() => Promise.resolve(++looks > 0)));
    rig.cable.send(Buffer.from('aa5501', 'hex'));
    const before = looks;
    await waitFor(() => looks > before + 10 || undefined); // longer than the gap of the profile
    rig.cable.send(Buffer.from('1112', 'hex'));
    rig.press(0x13);
    expect(happenings(rig.story)).toEqual(['call start']);
  });
});

it('a device file that was replaced by another one is not the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'songting-pad-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'pad');
  expect(await (await filePresence(file))()).toBe(true); // nothing to see from the start
  writeFileSync(file, 'a');
  const isThere = await filePresence(file);
  expect(await isThere()).toBe(true);
  rmSync(file);
  expect(await isThere()).toBe(false);
});

describe('the pad of a configuration', () => {
  function opened(yaml: string) {
    const parsed = parseConfiguration(`devices: { ratingPad: ${yaml} }`, 'hall.yaml');
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    return openRatingPad(parsed.value.devices, { timings: FAST });
  }

  it('none is none', () => {
    expect(opened('none')).toEqual({ ok: true, value: undefined });
  });

  it('a profile that is not there is named', () => {
    const problem = { kind: 'unknown-profile', profile: 'nowhere' };
    expect(opened('{ driver: profile, profile: nowhere, path: /dev/ttyS2 }')).toMatchObject({
      error: problem,
    });
  });

  it('a real one on a path that is not there is a status', async () => {
    const result = opened('{ driver: profile, profile: demo-pad, path: /dev/serial/by-id/nothing-here }');
    if (!result.ok || result.value === undefined) throw new Error('not opened');
    const { pad, virtual } = result.value;
    expect([pad.simulated, virtual]).toEqual([false, undefined]);
    const story = record(pad);
    pad.start();
    onTestFinished(() => pad.stop());
    await waitFor(() => story.includes('disconnected') || undefined);
  });

  it('the virtual one is pressed, says that it is simulated, and fails on cue', async () => {
    const result = opened('virtual');
    if (!result.ok || result.value?.virtual === undefined) throw new Error('not virtual');
    const { pad, virtual } = result.value;
    const story = record(pad);
    pad.start();
    onTestFinished(() => pad.stop());
    const happened = (word: string, times = 1) =>
      waitFor(() => story.filter((entry) => entry === word).length >= times || undefined);
    await happened('ready');
    pad.askForRating('T1');
    expect([virtual.pressRating(5), virtual.pressCall('next')]).toEqual([true, true]);
    virtual.fail('noise');
    await happened('wrong-device');
    virtual.fail('cable-pulled');
    await happened('disconnected');
    virtual.repair();
    await happened('ready', 2);
    expect(story).toEqual(['ready', 'rated T1 5', 'call next', 'wrong-device', 'disconnected', 'ready']);
    expect(pad.status()).toEqual({ state: 'ready', simulated: true });
  });
});
