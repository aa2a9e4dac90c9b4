import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallWatch } from '../../../main/hall/announcements/index.ts';
import type { CallView } from '../../../preload/contracts/hall-operations.ts';
import type { Announcer } from '../../../preload/contracts/feed.ts';
import { sampleCall, sampleTicket } from '../../support/fake-services/samples.ts';

const call = (callSequence: number, n = callSequence): CallView =>
  sampleCall(callSequence, sampleTicket(n), '3');
const said = ({ callSequence, ticketId }: CallView, by: Announcer) => ({ callSequence, ticketId, by });

let unanswered: number[];
let changes: number;
let watch: CallWatch;
beforeEach(() => {
  vi.useFakeTimers();
  [unanswered, changes] = [[], 0];
  watch = new CallWatch({
    withinMs: 6_000,
    clock: { monotonicMs: () => performance.now() },
    onUnanswered: ({ callSequence }) => unanswered.push(callSequence),
    onChange: () => (changes += 1),
  });
});
afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

/** What pages are told of this call now. */
const told = (calls: readonly CallView[], { ticketId }: CallView) => watch.follow(calls)[ticketId];

describe('a call', () => {
  beforeEach(() => void watch.follow([]));

  it('waits six seconds for a display or a voice; then pages are told, and a fact is written once', () => {
    const one = call(1);
    expect(told([one], one)).toMatchObject({ state: 'pending', display: 0, speaker: 0, callSequence: 1 });
    vi.advanceTimersByTime(5_999);
    expect([unanswered, changes]).toEqual([[], 0]);
    vi.advanceTimersByTime(1);
    expect([unanswered, changes]).toEqual([[1], 1]);
    expect(told([one], one)?.state).toBe('unanswered');
    vi.advanceTimersByTime(60_000);
    expect(unanswered).toEqual([1]);
  });

  it.each(['display', 'speaker'] as const)('that a %s announced raises no alarm', (by) => {
    const one = call(1);
    watch.follow([one]);
    watch.hear(said(one, by), 'screen 1');
    expect(told([one], one)).toMatchObject({ state: 'announced', [by]: 1 });
    vi.advanceTimersByTime(60_000);
    expect(unanswered).toEqual([]);
  });

  it('that only the display over its window shows is not announced: nobody sees that from the seats', () => {
    const one = call(1);
    watch.follow([one]);
    watch.hear(said(one, 'window-display'), 'window 3');
    expect(told([one], one)).toMatchObject({ state: 'pending', windowDisplay: 1 });
    vi.advanceTimersByTime(6_000);
    expect(unanswered).toEqual([1]);
  });

  it('counts listeners, not words: the same screen twice is one screen', () => {
    const one = call(1);
    watch.follow([one]);
    for (const name of ['screen 1', 'screen 1', 'screen 2']) watch.hear(said(one, 'display'), name);
    watch.hear(said(one, 'speaker'), 'screen 1');
    expect(told([one], one)).toMatchObject({ display: 2, speaker: 1 });
    expect(changes).toBe(3);
  });

  it('that nobody made is not believed', () => {
    const one = call(1);
    watch.follow([one]);
    watch.hear({ ...said(one, 'display'), callSequence: 2 }, 'screen 1');
    watch.hear({ ...said(one, 'display'), ticketId: call(9).ticketId }, 'screen 1');
    expect(changes).toBe(0);
    expect(told([one], one)).toMatchObject({ display: 0, state: 'pending' });
  });

  it('announced late ends its own alarm', () => {
    const one = call(1);
    watch.follow([one]);
    vi.advanceTimersByTime(6_000);
    watch.hear(said(one, 'display'), 'screen 1');
    expect(told([one], one)?.state).toBe('announced');
  });

  it('repeated waits anew, and the first is judged all the same', () => {
    const [one, again] = [call(1), { ...call(2, 1), recall: true }];
    watch.follow([one]);
    vi.advanceTimersByTime(5_000);
    expect(told([again], again)).toMatchObject({ callSequence: 2, state: 'pending' });
    watch.hear(said(again, 'speaker'), 'kiosk 1');
    vi.advanceTimersByTime(60_000);
    expect(unanswered).toEqual([1]);
    expect(told([again], again)?.state).toBe('announced');
  });

  it('of several is each judged in its own time', () => {
    const [one, two] = [call(1), call(2)];
    watch.follow([one]);
    vi.advanceTimersByTime(3_000);
    watch.follow([one, two]);
    vi.advanceTimersByTime(3_000);
    expect(unanswered).toEqual([1]);
    vi.advanceTimersByTime(3_000);
    expect(unanswered).toEqual([1, 2]);
  });
});

it('a call made before the hall was started is nobody’s alarm, and announced once somebody says so', () => {
  const old = call(1);
  expect(told([old], old)).toBeUndefined();
  vi.advanceTimersByTime(60_000);
  expect(unanswered).toEqual([]);
  watch.hear(said(old, 'display'), 'screen 1');
  expect(told([old], old)).toMatchObject({ state: 'announced', display: 1 });
});
