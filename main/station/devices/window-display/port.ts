import type { BoardErrorKind } from './bx-k/errors.ts';

/** What stands above a counter. The number is public; a name never goes here in clear. */
export interface DisplayedCall {
  readonly number: string;
  readonly counterId: string;
  /** Goes before others; which reason stays between the person and the staff. */
  readonly priority: boolean;
  /** Shown instead of the usual words, e.g. 暂停服务. Line ends are kept. */
  readonly text?: string;
}

/**
 * Why a display cannot be trusted. `disconnected`: no line to it; `silent`: a line, no answer; `wrong-device`: what
 * answers has never spoken like a display; `switched-off`: it obeys, but its panel is dark; `busy`: it puts us off again
 * and again; `refused`: it answers that it cannot show this, see `refusal`.
 */
export type DisplayTrouble = 'disconnected' | 'silent' | 'wrong-device' | 'switched-off' | 'busy' | 'refused';

export type WindowDisplayStatus =
  | { readonly state: 'connecting'; readonly simulated: boolean }
  /** `upToDate`: the display has acknowledged what was asked of it last. */
  | { readonly state: 'ready'; readonly upToDate: boolean; readonly simulated: boolean }
  | {
      readonly state: 'unavailable';
      readonly reason: DisplayTrouble;
      readonly refusal?: BoardErrorKind;
      readonly simulated: boolean;
    };

/**
 * The display above one counter. Nothing here waits or throws: a call is made whether or not its display lives, and the
 * newest wish is carried out when it can be; what lies between is left out.
 */
export interface WindowDisplay {
  readonly simulated: boolean;
  /** Begins to look for the display; returns at once. Does nothing when already started. */
  start(): void;
  /** Closes the line; what stands on the display stays there. May be started again. */
  stop(): Promise<void>;
  show(call: DisplayedCall): void;
  /** Takes our text off; a display that has a programme of its own goes back to it. */
  clear(): void;
  status(): WindowDisplayStatus;
  /** Told after every change of the status. Returns the way to end the subscription. */
  onStatus(listener: (status: WindowDisplayStatus) => void): () => void;
}
