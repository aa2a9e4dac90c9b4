import type { CallView } from '../../preload/contracts/hall-operations.ts';

/** How long a new call has the stage for itself, and the shorter time when others wait behind it. */
export const STAGE_MS = 8_000;
export const CROWDED_STAGE_MS = 4_000;

/**
 * Which call stands large, which wait for the stage, and the last one that was ever put there. Every call sequence
 * comes on stage once, in order; whoever announces calls in another way (voice) follows `onStage`.
 */
export interface Stage {
  readonly lastSequence: number | null;
  readonly onStage: CallView | null;
  readonly sinceMs: number;
  readonly queue: readonly CallView[];
}

export const EMPTY_STAGE: Stage = { lastSequence: null, onStage: null, sinceMs: 0, queue: [] };

/**
 * The hall told its calls anew. Calls made before this page was opened are not announced again; calls that were missed
 * while the line was down are. A recall replaces its own earlier call, wherever that stands.
 */
export function hearCalls(stage: Stage, calls: readonly CallView[], nowMs: number): Stage {
  const newest = calls.reduce((most, call) => Math.max(most, call.callSequence), 0);
  if (stage.lastSequence === null) return { ...stage, lastSequence: newest };
  const last = Math.min(stage.lastSequence, newest); // a new day counts from one again
  const fresh = calls
    .filter((call) => call.callSequence > last)
    .sort((one, other) => one.callSequence - other.callSequence);
  const standing = calls.find((call) => call.callSequence === stage.onStage?.callSequence) ?? null;
  const waiting = stage.queue.filter((queued) =>
    calls.some((call) => call.callSequence === queued.callSequence),
  );
  return tick({ ...stage, lastSequence: newest, onStage: standing, queue: [...waiting, ...fresh] }, nowMs);
}

/** Time passes: who had the stage long enough joins the list, the next in the queue comes up. */
export function tick(stage: Stage, nowMs: number): Stage {
  const timeMs = stage.queue.length > 0 ? CROWDED_STAGE_MS : STAGE_MS;
  if (stage.onStage !== null && nowMs - stage.sinceMs < timeMs) return stage;
  const [next = null, ...queue] = stage.queue;
  if (next === null && stage.onStage === null) return stage;
  return { ...stage, onStage: next, sinceMs: nowMs, queue };
}
