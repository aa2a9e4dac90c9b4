import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HelpWatch } from '../../../main/hall/help/index.ts';
import type { HelpView } from '../../../preload/contracts/hall-operations.ts';
import { sampleHelp } from '../../support/fake-services/samples.ts';

let told: string[];
/** What the hall's disk does with the fact. */
let isWritten: boolean;
let watch: HelpWatch;

function newWatch(): HelpWatch {
  return new HelpWatch({
    withinMs: 60_000,
    clock: { monotonicMs: () => performance.now(), nowMs: () => Date.now() },
    onUnanswered: ({ helpId }) => {
      told.push(helpId);
      return isWritten;
    },
  });
}

/** The n-th call, asked just now. */
const asked = (n: number, over: Partial<HelpView> = {}): HelpView =>
  sampleHelp(n, { kind: 'visitor', place: 'K1', askedAt: new Date().toISOString(), ...over });

beforeEach(() => {
  vi.useFakeTimers();
  [told, isWritten, watch] = [[], true, newWatch()];
});
afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

describe('a call for help', () => {
  beforeEach(() => watch.follow([]));

  it('waits for its time and is told once, whatever pages are told meanwhile', () => {
    const one = asked(1);
    watch.follow([one]);
    vi.advanceTimersByTime(59_999);
    watch.follow([one]);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual([one.helpId]);
    watch.follow([one]);
    watch.follow([{ ...one, escalatedAt: new Date().toISOString() }]);
    vi.advanceTimersByTime(600_000);
    expect(told).toEqual([one.helpId]);
  });

  it.each([
    ['is answered', (one: HelpView): HelpView[] => [{ ...one, state: 'answered' }]],
    ['ends', (): HelpView[] => []],
  ])('that %s in time is not told', (_what, becomes) => {
    const one = asked(1);
    watch.follow([one]);
    vi.advanceTimersByTime(30_000);
    watch.follow(becomes(one));
    vi.advanceTimersByTime(600_000);
    expect(told).toEqual([]);
  });

  it('of several is each told in its own time', () => {
    const one = asked(1);
    watch.follow([one]);
    vi.advanceTimersByTime(20_000);
    const two = asked(2);
    watch.follow([one, two]);
    vi.advanceTimersByTime(40_000);
    expect(told).toEqual([one.helpId]);
    vi.advanceTimersByTime(20_000);
    expect(told).toEqual([one.helpId, two.helpId]);
  });

  it('asked while the wall clock is wrong waits as long as any other', () => {
    watch.follow([asked(1, { askedAt: '2020-01-01T08:00:00+08:00' })]);
    vi.advanceTimersByTime(59_999);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toHaveLength(1);
  });

  it('whose escalation the disk does not take is tried again until it does', () => {
    isWritten = false;
    watch.follow([asked(1)]);
    vi.advanceTimersByTime(60_000);
    vi.advanceTimersByTime(5_000);
    expect(told).toHaveLength(2);
    isWritten = true;
    vi.advanceTimersByTime(600_000);
    expect(told).toHaveLength(3);
  });
});

describe('a call for help that was open when the hall was started anew', () => {
  const askedBefore = (ms: number): HelpView =>
    asked(1, { askedAt: new Date(Date.now() - ms).toISOString() });

  it('is told when it would have been', () => {
    watch.follow([askedBefore(40_000)]);
    vi.advanceTimersByTime(19_999);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toHaveLength(1);
  });

  it('long ago is told at once', () => {
    watch.follow([askedBefore(3_600_000)]);
    vi.advanceTimersByTime(1);
    expect(told).toHaveLength(1);
  });

  it('and seems to come from the future waits no longer than a new one', () => {
    watch.follow([askedBefore(-3_600_000)]);
    vi.advanceTimersByTime(60_000);
    expect(told).toHaveLength(1);
  });

  it('and was told before is not told again', () => {
    watch.follow([{ ...askedBefore(90_000), escalatedAt: new Date().toISOString() }]);
    vi.advanceTimersByTime(600_000);
    expect(told).toEqual([]);
  });
});
