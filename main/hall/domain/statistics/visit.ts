import type { PriorityClass } from '../../../../preload/contracts/priority.ts';

/**
 * One ticket as statistics see it: no person, no number. Instants are on the hall's own time (hall-time.ts), which follows
 * the monotonic clock: a difference of two is right over midnight and whatever somebody does to the wall clock.
 */
export interface Visit {
  /** What the person came for; a later transfer changes nothing about the first wait. */
  readonly serviceCode: string;
  readonly priorityClass: PriorityClass;
  readonly issuedMs: number;
  /** The hour that stands on the ticket, 0 to 23. */
  readonly hour: number;
  /** Null while nobody has called it. */
  readonly firstCall: FirstCall | null;
  /** False: served at once, without a number of the queue. It waited for nobody and nobody for it. */
  readonly queued: boolean;
  /** What was done, matter by matter; empty until the first is over. */
  readonly served: readonly Served[];
  readonly missedCount: number;
  readonly end: { readonly state: 'done' | 'cancelled' | 'lapsed'; readonly atMs: number } | null;
  /** The minutes that the person was told when the ticket was issued. */
  readonly told: { readonly low: number; readonly high: number } | null;
}

export interface FirstCall {
  readonly atMs: number;
  readonly counterId: string;
  /** What the counter could call at that moment; empty = all services. */
  readonly services: readonly string[];
}

export interface Served {
  /** At the counter, without the time the person was sent off for a copy. */
  readonly ms: number;
  readonly serviceCode: string;
  readonly counterId: string;
}

export const MINUTE_MS = 60_000;

/** From the ticket to its first call; undefined while nobody has called it. */
export function waitedMs({ issuedMs, firstCall }: Visit): number | undefined {
  return firstCall === null ? undefined : Math.max(0, firstCall.atMs - issuedMs);
}
