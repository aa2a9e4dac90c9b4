import type { Announcer } from '../../../preload/contracts/feed.ts';
import type { CallView, TicketView } from '../../../preload/contracts/hall-operations.ts';

/** What became of the ticket; `gone`: the hall does not list it any more. */
export type CallEnd = Exclude<TicketView['state'], 'called'> | 'gone';

/** Whoever is told of calls. Returns at once and never throws for what a device may do. */
export interface CallSink {
  /**
   * Each call and each recall once, in the order of their sequence. `ageMs` is 0 for one that has just been made; after
   * a lost line or a start it says how old a call is whose person has still not come.
   */
  called(call: CallView, ageMs: number): void;
  /** Nobody is being called to the window any more: the person came, was missed, or the ticket was cancelled. */
  ended(call: CallView, became: CallEnd): void;
}

/**
 * Whoever makes people notice calls: the loudspeaker, a display over a window. One that is slow or dead must not hold up
 * the others.
 */
export interface CallAnnouncer extends CallSink {
  readonly announces: Announcer;
  /**
   * Told of each call when people can really have noticed it: the words were played to their end, the display has
   * acknowledged them. A device that cannot know it says nothing. Returns the way to end the subscription.
   */
  onAnnounced(listener: (call: CallView) => void): () => void;
}
