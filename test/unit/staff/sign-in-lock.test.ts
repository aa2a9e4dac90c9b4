import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lockedForMs, pauseAfterMs } from '../../../main/hall/domain/sign-in-lock.ts';

const NOW = Date.parse('2026-06-15T09:00:00+08:00');
const NEVER = { count: 0, lastAtMs: 0 };

describe('the pause after wrong PINs', () => {
  it('grows, and five lock for half an hour', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 50].map((count) => pauseAfterMs(count) / 1000)).toEqual([
      0, 0, 0, 30, 120, 1800, 1800, 1800,
    ]);
  });

  it('never shrinks with one more failure', () => {
    fc.assert(
      fc.property(fc.nat(100), (count) => {
        expect(pauseAfterMs(count + 1)).toBeGreaterThanOrEqual(pauseAfterMs(count));
      }),
    );
  });

  it('passes with time', () => {
    const failures = { count: 3, lastAtMs: NOW };
    expect(lockedForMs(failures, NEVER, NOW)).toBe(30_000);
    expect(lockedForMs(failures, NEVER, NOW + 29_999)).toBe(1);
    expect(lockedForMs(failures, NEVER, NOW + 30_000)).toBe(0);
  });

  it('is never longer than one pause, whatever the clock does', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.integer(), fc.nat(60), (count, shiftMs, atDevice) => {
        const own = { count, lastAtMs: NOW };
        const device = { count: atDevice, lastAtMs: NOW };
        const waits = lockedForMs(own, device, NOW + shiftMs);
        expect(waits).toBeGreaterThanOrEqual(0);
        expect(waits).toBeLessThanOrEqual(Math.max(pauseAfterMs(count), 600_000));
      }),
    );
  });

  it('brakes a PC at which twenty were wrong, whoever is tried next', () => {
    expect(lockedForMs(NEVER, { count: 19, lastAtMs: NOW }, NOW)).toBe(0);
    expect(lockedForMs(NEVER, { count: 20, lastAtMs: NOW }, NOW)).toBe(600_000);
  });
});
