const WINDOW_MS = 10 * 60_000;
const MAX_RESTARTS_IN_WINDOW = 5;
const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 30_000;

export type RestartDecision =
  | { readonly do: 'restart'; readonly afterMs: number }
  | { readonly do: 'give-up'; readonly show: 'out-of-service' };

/**
 * What to do now that something has ended once more; `exitTimesMs` includes this exit, on the same clock as `nowMs`.
 * Pauses double from half a second; the sixth end within ten minutes is the last: nobody is helped by a flicker.
 */
export function decideRestart(exitTimesMs: readonly number[], nowMs: number): RestartDecision {
  const recent = exitTimesMs.filter((time) => nowMs - time <= WINDOW_MS).length;
  if (recent > MAX_RESTARTS_IN_WINDOW) return { do: 'give-up', show: 'out-of-service' };
  const afterMs = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.max(0, recent - 1));
  return { do: 'restart', afterMs };
}
