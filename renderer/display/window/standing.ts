import type { CounterView, TicketView } from '../../../preload/contracts/hall-operations.ts';

/**
 * What the display over a window says. `unknown`: this hall has no such window. `stale`: nothing was heard for so long that
 * no number may stand here as called.
 */
export type WindowStanding = 'unknown' | 'stale' | 'closed' | 'paused' | 'free' | 'called' | 'serving';

/** Somebody at the window is served to the end, also where it pauses. */
export function standingOf(
  counter: CounterView | undefined,
  ticket: Pick<TicketView, 'state'> | undefined,
  isStale: boolean,
): WindowStanding {
  if (counter === undefined) return 'unknown';
  if (isStale) return 'stale';
  if (ticket?.state === 'called' || ticket?.state === 'serving') return ticket.state;
  return counter.state === 'open' ? 'free' : counter.state;
}
