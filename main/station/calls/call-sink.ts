import type { CallView, TicketView } from '../../../preload/contracts/hall-operations.ts';

/** What became of the ticket; `gone`: the hall does not list it any more. */
export type CallEnd = Exclude<TicketView['state'], 'called'> | 'gone';

/**
 * Whoever announces calls in this PC's reach: the loudspeaker, a display over a window. Both return at once and never
 * throw for what a device may do; a device that is slow or dead must not hold up the others.
 */
export interface CallSink {
  /**
   * Each call and each recall once, in the order of their sequence. `ageMs` is 0 for one that has just been made; after
   * a lost line or a start it says how old a call is whose person has still not come.
   */
  called(call: CallView, ageMs: number): void;
  /** Nobody is being called to the window any more: the person came, was missed, or the ticket was cancelled. */
  ended(call: CallView, became: CallEnd): void;
}
