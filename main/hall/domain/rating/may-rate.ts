import type { TicketState } from '../../../../preload/contracts/ticket-state.ts';

export interface VisitToRate {
  readonly state: TicketState;
  /** Service days since the visit: 0 is today. */
  readonly daysAgo: number;
  readonly rated: boolean;
}

/** Where the visit stands instead of being finished: `past` when its time to be rated is over. */
export type UnratableState = Exclude<TicketState, 'done'> | 'past';

export type MayRate =
  { readonly kind: 'already-rated' } | { readonly kind: 'not-ratable'; readonly state: UnratableState };

/**
 * Why this visit cannot be rated; undefined when it can. On site one visit has one rating (一次一评; 国办发〔2019〕51号,
 * GB/T 39734-2020). A visit begins with its number and ends when a counter has finished it, whatever came of it: whoever
 * was sent away may say so. `withinDays`: until when, 0 being the day of the visit itself.
 */
export function whyNotRatable(visit: VisitToRate, withinDays: number): MayRate | undefined {
  if (visit.rated) return { kind: 'already-rated' };
  if (visit.state !== 'done') return { kind: 'not-ratable', state: visit.state };
  if (visit.daysAgo > withinDays) return { kind: 'not-ratable', state: 'past' };
  return undefined;
}
