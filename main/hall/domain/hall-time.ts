/**
 * The hall's own time for queueing: it follows the monotonic clock, so it neither jumps nor goes back, whatever
 * somebody does to the wall clock while people wait. Issue times and "now" for the rules are read on it.
 */
export interface HallTime {
  readonly anchorHallMs: number;
  readonly anchorMonotonicMs: number;
}

/**
 * Hall time at a start of the service. `lastHallMs` is the latest hall time stored (the last issue or call); a wall
 * clock behind it is not believed, one ahead of it is: the hall was off in between.
 */
export function startHallTime(start: {
  readonly lastHallMs?: number;
  readonly wallMs: number;
  readonly monotonicMs: number;
}): HallTime {
  return {
    anchorHallMs: Math.max(start.wallMs, start.lastHallMs ?? start.wallMs),
    anchorMonotonicMs: start.monotonicMs,
  };
}

/** Milliseconds, whole; comparable with wall time, equal to it as long as nobody touches the clock. */
export function hallTimeMs(time: HallTime, monotonicMs: number): number {
  return time.anchorHallMs + Math.max(0, Math.floor(monotonicMs - time.anchorMonotonicMs));
}
