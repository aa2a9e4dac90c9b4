const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 8_000;

/** Pause before the n-th attempt (from 1) to find the service again: 0.5 s, doubled each time, at most 8 s. */
export function reconnectDelayMs(attempt: number): number {
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.max(0, attempt - 1));
}
