import type { CallView } from '../../../preload/contracts/hall-operations.ts';

/** How long a call stands on the stage, and the shorter time when others wait for its place. */
export const STAGE_MS = 8_000;
export const CROWDED_STAGE_MS = 4_000;
/** So many calls share the stage with numbers that are still read from the last row. */
export const STAGE_PLACES = 4;

/** A call on the stage. */
export interface StagedCall {
  readonly call: CallView;
  readonly sinceMs: number;
}

/**
 * Which calls stand large, which wait for a place, and the last one that was ever put there. Every call sequence comes on
 * stage once, in order, and at once while there is a place: eight counters that call together are all seen within
 * four seconds.
 */
export interface Stage {
  readonly lastSequence: number | null;
  /** Oldest first. */
  readonly onStage: readonly StagedCall[];
  readonly queue: readonly CallView[];
}

export const EMPTY_STAGE: Stage = { lastSequence: null, onStage: [], queue: [] };

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
  const isListed = ({ callSequence }: CallView): boolean =>
    calls.some((call) => call.callSequence === callSequence);
  const onStage = stage.onStage.filter(({ call }) => isListed(call));
  const queue = [...stage.queue.filter(isListed), ...fresh];
  return tick({ lastSequence: newest, onStage, queue }, nowMs);
}

/** Time passes: who stood long enough joins the list, who waits for a place comes up. */
export function tick(stage: Stage, nowMs: number): Stage {
  const standing = stage.onStage.filter(({ sinceMs }) => nowMs - sinceMs < STAGE_MS);
  const [leaving, free] = [leavingEarly(standing, stage.queue.length, nowMs), STAGE_PLACES - standing.length];
  const coming = stage.queue.slice(0, free + leaving);
  if (coming.length === 0 && standing.length === stage.onStage.length) return stage;
  return {
    ...stage,
    onStage: [...standing.slice(leaving), ...coming.map((call) => ({ call, sinceMs: nowMs }))],
    queue: stage.queue.slice(coming.length),
  };
}

/** How many of the oldest make room: no more than are waited for, none before its short time is over. */
function leavingEarly(standing: readonly StagedCall[], waiting: number, nowMs: number): number {
  const lacking = waiting - (STAGE_PLACES - standing.length);
  const ready = standing.filter(({ sinceMs }) => nowMs - sinceMs >= CROWDED_STAGE_MS).length;
  return Math.max(0, Math.min(lacking, ready));
}
