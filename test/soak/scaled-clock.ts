import type { Clock } from '../../main/foundation/clock.ts';

/** A clock on which a day passes in minutes: starts at a wall time, then runs so many times as fast. */
export function scaledClock(startWallMs: number, speed: number): Clock {
  const begun = performance.now();
  const passedMs = (): number => (performance.now() - begun) * speed;
  return {
    nowMs: () => Math.floor(startWallMs + passedMs()),
    monotonicMs: passedMs,
    sleep: (ms) => new Promise((wake) => setTimeout(wake, ms / speed)),
  };
}
