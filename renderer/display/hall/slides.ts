import type { CounterView, DisplayView, ServiceWait } from '../../../preload/contracts/hall-operations.ts';

/** What the stage shows while nobody is called. */
export type Slide =
  | { readonly kind: 'watch' }
  | { readonly kind: 'closed'; readonly openHours: readonly string[] }
  | { readonly kind: 'waits'; readonly rows: readonly ServiceWait[] }
  | { readonly kind: 'policy'; readonly title: string; readonly lines: readonly string[] };

export interface SlideFacts {
  readonly counters: readonly Pick<CounterView, 'state'>[];
  readonly waits: readonly ServiceWait[];
  readonly display: Pick<DisplayView, 'openHours' | 'policies'> | null;
}

/** Rows that fit on one slide, read from the last row of seats. */
export const WAITS_A_SLIDE = 4;

/**
 * In this order: whether the hall is open, the wait of each service that people wait for, longest queue first, then what
 * the hall wants read. The last slide of waits is filled up with services that nobody waits for: they are quickly done.
 */
export function slidesOf({ counters, waits, display }: SlideFacts): readonly Slide[] {
  const isClosed = counters.every(({ state }) => state === 'closed');
  const first: Slide = isClosed ? { kind: 'closed', openHours: display?.openHours ?? [] } : { kind: 'watch' };
  const policies = (display?.policies ?? []).map((policy) => ({ kind: 'policy' as const, ...policy }));
  return [first, ...waitSlides(waits, isClosed), ...policies];
}

function waitSlides(waits: readonly ServiceWait[], isClosed: boolean): Slide[] {
  const byQueue = waits.toSorted(
    (one, other) => other.waiting - one.waiting || one.serviceCode.localeCompare(other.serviceCode),
  );
  const waitedFor = byQueue.filter(({ waiting }) => waiting > 0).length;
  const slides = Math.ceil(waitedFor / WAITS_A_SLIDE) || (isClosed ? 0 : Math.min(1, byQueue.length));
  return Array.from({ length: slides }, (_, at) => ({
    kind: 'waits',
    rows: byQueue.slice(at * WAITS_A_SLIDE, (at + 1) * WAITS_A_SLIDE),
  }));
}
