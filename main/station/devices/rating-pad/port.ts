import type { CallAction, RatingScore } from './pad-profile.ts';

export type { CallAction, RatingScore } from './pad-profile.ts';

/** `disconnected`: no line to it; `wrong-device`: bytes come, and none of them are frames of the profile. */
export type PadTrouble = 'disconnected' | 'wrong-device';

/** `ready`: the line is open. A pad speaks only when a key is pressed: whether one hangs there, nobody can ask. */
export type RatingPadStatus =
  | { readonly state: 'connecting'; readonly simulated: boolean }
  | { readonly state: 'ready'; readonly simulated: boolean }
  | { readonly state: 'unavailable'; readonly reason: PadTrouble; readonly simulated: boolean };

/**
 * Why a question ended without a rating. `no-answer`: there was time, and the person did not want to; `no-pad`: for some
 * of the time no pad was there to press, so nothing is known about the person; `replaced`, `called-off`: by the asker.
 */
export type UnratedReason = 'no-answer' | 'no-pad' | 'replaced' | 'called-off';

export type RatingPadEvent =
  | { readonly kind: 'rated'; readonly subject: string; readonly score: RatingScore }
  | { readonly kind: 'not-rated'; readonly subject: string; readonly reason: UnratedReason }
  | { readonly kind: 'call-key'; readonly action: CallAction }
  | { readonly kind: 'status-changed'; readonly status: RatingPadStatus };

/**
 * A pad at one counter: five equal keys for the visitor, call keys for the clerk, or both. Nothing throws. Rating is
 * voluntary and counted once for a visit (GB/T 39734-2020): a key that nobody was asked to press means nothing.
 */
export interface RatingPad {
  readonly simulated: boolean;
  /** Begins to look for the pad; returns at once. Does nothing when already started. */
  start(): void;
  /** Closes the line; an open question is called off. May be started again. */
  stop(): Promise<void>;
  /** For thirty seconds the first rating key counts for `subject` (a ticket id). An open question is replaced. */
  askForRating(subject: string): void;
  /** The question is withdrawn; does nothing when none is open. */
  callOff(): void;
  /** Whose rating is asked for now. */
  readonly asking: string | undefined;
  status(): RatingPadStatus;
  /** Returns the way to end the subscription. */
  onEvent(listener: (event: RatingPadEvent) => void): () => void;
}
