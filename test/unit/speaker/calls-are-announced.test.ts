import { describe, expect, it } from 'vitest';
import { captionOf, nthCall, openBench, SYLLABLE_MS, ToneEngine } from './announcer-bench.ts';

const LONG_ENOUGH_MS = 20_000;
const BELL_MS = 1_400 + 200;
const SENTENCE_MS = 11 * SYLLABLE_MS;
const REST_MS = 600;

describe('one call', () => {
  it('is a bell and the sentence, and then the sentence again, slower and without a bell', async () => {
    const { announcer, ears, pass } = openBench();
    announcer.called(nthCall(12, '3'), 0);
    await pass(LONG_ENOUGH_MS);
    expect(ears.heard.map(({ caption }) => caption)).toEqual([
      '请 A012 号到 3 号窗口',
      '请 A012 号到 3 号窗口',
    ]);
    const [first, repeat] = ears.heard.map(({ lengthMs }) => lengthMs);
    expect(first).toBeCloseTo(BELL_MS + SENTENCE_MS, -1);
    expect(repeat).toBeCloseTo(REST_MS + SENTENCE_MS / 0.8, -1);
  });

  it('is spoken as often as the hall wants, with or without a bell', async () => {
    const { announcer, ears, pass } = openBench({ times: 3, bell: false });
    announcer.called(nthCall(1), 0);
    await pass(2 * LONG_ENOUGH_MS);
    const slower = REST_MS + SENTENCE_MS / 0.8;
    expect(ears.heard.map(({ lengthMs }) => Math.round(lengthMs / 10))).toEqual(
      [SENTENCE_MS, slower, slower].map((ms) => Math.round(ms / 10)),
    );
  });

  it('that a clerk repeats is spoken slower from the first time', async () => {
    const { announcer, ears, pass } = openBench({ times: 1 });
    announcer.called(nthCall(1, '1', { recall: true }), 0);
    await pass(LONG_ENOUGH_MS);
    expect(ears.heard[0]?.lengthMs).toBeCloseTo(BELL_MS + SENTENCE_MS / 0.8, -1);
  });
});

describe('ten calls within five seconds', () => {
  const calls = Array.from({ length: 10 }, (_, index) => nthCall(index + 1, String((index % 4) + 1)));

  it('are all spoken, in their order, one after the other', async () => {
    const { announcer, ears, pass, clock } = openBench();
    for (const call of calls) {
      announcer.called(call, 0);
      await pass(500);
    }
    expect(clock.monotonicMs()).toBe(5_000);
    await pass(3 * 60_000);
    const order = ears.heard
      .map(({ caption }) => caption)
      .filter((caption, i, all) => caption !== all[i - 1]);
    expect(order).toEqual(calls.map(captionOf));
    expect(ears.overlaps).toBe(0);
    for (const [index, { fromMs }] of ears.heard.entries())
      expect(fromMs).toBeGreaterThanOrEqual(ears.heard[index - 1]?.toMs ?? 0);
  });

  it('are repeated only while few others wait, so that nobody’s first time comes minutes late', async () => {
    const { announcer, ears, pass } = openBench({ repeatWhileWaiting: 2 });
    for (const call of calls) announcer.called(call, 0);
    await pass(3 * 60_000);
    const times = calls.map((call) => ears.heard.filter(({ caption }) => caption === captionOf(call)).length);
    expect(times).toEqual([1, 1, 1, 1, 1, 1, 1, 2, 2, 2]);
  });
});

describe('a call that is over before its turn', () => {
  it('is spoken once all the same, and not repeated', async () => {
    const { announcer, ears, pass } = openBench();
    const [first, second, third] = [nthCall(1), nthCall(2, '2'), nthCall(3, '3')];
    for (const call of [first, second, third]) announcer.called(call, 0);
    await pass(500);
    announcer.ended(second);
    await pass(60_000);
    expect(ears.heard.map(({ caption }) => caption)).toEqual(
      [first, first, second, third, third].map(captionOf),
    );
  });

  it('while it is being spoken is spoken to its end', async () => {
    const { announcer, ears, pass } = openBench();
    announcer.called(nthCall(1), 0);
    await pass(500);
    announcer.ended(nthCall(1));
    await pass(60_000);
    expect(ears.heard.map(({ caption }) => caption)).toEqual([captionOf(nthCall(1))]);
    expect(ears.heard[0]?.lengthMs).toBeCloseTo(BELL_MS + SENTENCE_MS, -1);
  });

  it('because the clerk called it again leaves the repeat to the new call', async () => {
    const { announcer, ears, pass } = openBench();
    announcer.called(nthCall(1), 0);
    announcer.called({ ...nthCall(1), callSequence: 2, recall: true }, 0);
    await pass(60_000);
    expect(ears.heard.map(({ lengthMs }) => lengthMs > BELL_MS + SENTENCE_MS + 500)).toEqual([
      false,
      true,
      false,
    ]);
  });
});

it('a call that is heard of too late is not spoken; the limit is the hall’s', async () => {
  const { announcer, ears, pass } = openBench({ lateSeconds: 60, times: 1 });
  announcer.called(nthCall(1), 60_001);
  announcer.called(nthCall(2), 60_000);
  await pass(LONG_ENOUGH_MS);
  expect(ears.heard.map(({ caption }) => caption)).toEqual([captionOf(nthCall(2))]);
});

describe('people have heard a call', () => {
  it('when it was spoken to its end, and that is told once', async () => {
    const { announcer, ears, pass } = openBench({ times: 3 });
    const told: [number, number][] = [];
    announcer.onAnnounced(({ callSequence }) => told.push([callSequence, ears.heard.length]));
    announcer.called(nthCall(1), 0);
    announcer.called(nthCall(2), 0);
    await pass(4 * LONG_ENOUGH_MS);
    expect(told).toEqual([
      [1, 1],
      [2, 4],
    ]);
  });

  it.each(['no-player', 'player-failed', 'player-hung', 'player-lies', 'stopped'] as const)(
    'not when the player says %s',
    async (fault) => {
      const { announcer, ears, pass } = openBench();
      const told: number[] = [];
      announcer.onAnnounced(({ callSequence }) => told.push(callSequence));
      ears.fault = fault;
      announcer.called(nthCall(1), 0);
      await pass(1_000);
      ears.fault = undefined;
      announcer.called(nthCall(2), 0);
      await pass(LONG_ENOUGH_MS);
      expect(told).toEqual([2]);
    },
  );

  it('not when only the bell was rung, nor when the hall wants silence', async () => {
    const engine = new ToneEngine();
    engine.failure = { kind: 'silent' };
    const belled = openBench({}, [engine]);
    const muted = openBench({ volume: 0 });
    const told: number[] = [];
    for (const { announcer, pass } of [belled, muted]) {
      announcer.onAnnounced(({ callSequence }) => told.push(callSequence));
      announcer.called(nthCall(1), 0);
      await pass(LONG_ENOUGH_MS);
    }
    expect(belled.ears.heard.length).toBe(1);
    expect(told).toEqual([]);
  });
});

describe('the volume', () => {
  it('follows the time of day where the hall is', async () => {
    const { announcer, ears, pass, clock } = openBench({
      times: 1,
      bell: false,
      volumeAt: [
        { from: '12:00', to: '14:00', volume: 50 },
        { from: '13:00', to: '18:00', volume: 10 },
      ],
    });
    const at = async (time: string): Promise<number> => {
      clock.setWall(`2026-06-15T${time}:00+08:00`);
      announcer.called(nthCall(1), 0);
      await pass(LONG_ENOUGH_MS);
      return ears.heard.at(-1)?.rmsDb ?? 0;
    };
    const [full, noon, stillNoon, afterNoon] = [
      await at('11:59'),
      await at('12:00'),
      await at('13:59'),
      await at('14:00'),
    ];
    expect(full - noon).toBeCloseTo(12, 0);
    expect(stillNoon).toBe(noon);
    expect(full - afterNoon).toBeCloseTo(40, 0);
  });

  it('0 plays nothing, and is no trouble', async () => {
    const { announcer, ears, pass } = openBench({ volume: 0 });
    announcer.start();
    announcer.called(nthCall(1), 0);
    await pass(LONG_ENOUGH_MS);
    expect(ears.heard).toEqual([]);
    expect(announcer.status()).toEqual({ state: 'ready' });
  });
});

describe('when something is broken', () => {
  it('the station knows before the first call, and nobody has heard anything', async () => {
    const engine = new ToneEngine();
    const { announcer, ears, pass, log } = openBench({}, [engine]);
    expect(announcer.status()).toEqual({ state: 'connecting' });
    engine.failure = { kind: 'program-missing' };
    announcer.start();
    await pass(1_000);
    expect(announcer.status()).toEqual({ state: 'unavailable', reason: 'no-voice' });
    expect(ears.heard).toEqual([]);
    expect(log()).toContain('"driver":"espeak-ng","kind":"program-missing"');
  });

  it('without any voice the bell still rings, once a call', async () => {
    const engine = new ToneEngine();
    engine.failure = { kind: 'silent' };
    const { announcer, ears, pass } = openBench({}, [engine]);
    announcer.called(nthCall(1), 0);
    announcer.called(nthCall(2), 0);
    await pass(LONG_ENOUGH_MS);
    expect(ears.heard.map(({ lengthMs }) => lengthMs)).toEqual([1_400, 1_400]);
    expect(announcer.status()).toEqual({ state: 'unavailable', reason: 'no-voice' });
  });

  it('the next voice speaks, the log names the missing clip once, and the loudspeaker counts as well', async () => {
    const clips = new ToneEngine('clips');
    clips.failure = { kind: 'clip-missing', clip: '7' };
    const { announcer, ears, pass, log } = openBench({ times: 1 }, [clips, new ToneEngine()]);
    for (const n of [1, 2, 3]) announcer.called(nthCall(n), 0);
    await pass(2 * LONG_ENOUGH_MS);
    expect(ears.heard.length).toBe(3);
    expect(clips.asked).toBe(3);
    expect(announcer.status()).toEqual({ state: 'ready' });
    expect(log().match(/"driver":"clips","kind":"clip-missing","code":"clip-7"/g)?.length).toBe(1);
  });

  it.each(['no-player', 'player-failed', 'player-hung', 'player-lies'] as const)(
    'a player that says %s is tried for each call once, and speaks again when it is well',
    async (fault) => {
      const { announcer, ears, pass, log } = openBench();
      const told: string[] = [];
      announcer.onStatus(() => told.push(announcer.status().state));
      ears.fault = fault;
      announcer.called(nthCall(1), 0);
      await pass(1_000);
      expect(announcer.status()).toEqual({ state: 'unavailable', reason: fault });
      expect(log()).toContain(`"number":"A001","counterId":"1","sequence":1,"reason":"${fault}"`);
      ears.fault = undefined;
      announcer.called(nthCall(2), 0);
      await pass(LONG_ENOUGH_MS);
      expect(ears.heard.map(({ caption }) => caption)).toEqual([nthCall(2), nthCall(2)].map(captionOf));
      expect(announcer.status()).toEqual({ state: 'ready' });
      expect(told).toContain('unavailable');
      expect(told.at(-1)).toBe('ready');
    },
  );

  it('a look finds that it is well again, without a call', async () => {
    const { announcer, ears, pass } = openBench();
    ears.fault = 'player-failed';
    announcer.start();
    await pass(100);
    expect(announcer.status()).toEqual({ state: 'unavailable', reason: 'player-failed' });
    ears.fault = undefined;
    announcer.look();
    await pass(100);
    expect(announcer.status()).toEqual({ state: 'ready' });
  });

  it('a bug in a voice is logged, and the next call is spoken', async () => {
    const engine = new ToneEngine();
    const { announcer, ears, pass, log } = openBench({ times: 1 }, [engine]);
    engine.fault = new RangeError('a mistake of ours');
    announcer.called(nthCall(1), 0);
    await pass(1_000);
    engine.fault = undefined;
    announcer.called(nthCall(2), 0);
    await pass(LONG_ENOUGH_MS);
    expect(ears.heard.map(({ caption }) => caption)).toEqual([captionOf(nthCall(2))]);
    expect(log()).toContain('"fault":"RangeError"');
    expect(log()).not.toContain('a mistake of ours');
  });
});

it('when the station ends it falls silent in the middle of a word, and speaks of nothing afterwards', async () => {
  const { announcer, ears, pass } = openBench();
  announcer.called(nthCall(1), 0);
  announcer.called(nthCall(2), 0);
  await pass(2_000);
  await announcer.stop();
  announcer.called(nthCall(3), 0);
  await pass(LONG_ENOUGH_MS);
  expect(ears.heard).toEqual([]);
});
