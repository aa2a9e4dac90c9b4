import type { CitizenId, HomeAddress, PersonName } from '../../../foundation/identity/private-values.ts';
import type { CardDocumentType } from './sam/card-text.ts';

export type { CardDocumentType } from './sam/card-text.ts';

/**
 * Why a reader cannot be used. `disconnected`: the port is gone or will not open; `silent`: open, but nothing
 * answers; `fault`: it answers that it is broken, or the line is full of noise; `wrong-device`: what hangs there
 * has never spoken like an ID-card reader.
 */
export type ReaderFailure = 'disconnected' | 'silent' | 'fault' | 'wrong-device';

export type IdCardReaderStatus =
  | { readonly state: 'ready'; readonly simulated: boolean }
  | { readonly state: 'connecting'; readonly simulated: boolean }
  | { readonly state: 'unavailable'; readonly reason: ReaderFailure; readonly simulated: boolean };

/** What does not fit on a card that was read all the same. The card still counts; staff may be told. */
export type CardWarning =
  | 'number-not-valid'
  | 'sex-differs-from-number'
  | 'birth-differs-from-number'
  | 'birth-not-a-date'
  | 'name-not-displayable'
  | 'validity-not-readable';

export interface IdCard {
  readonly docType: CardDocumentType;
  readonly name: PersonName;
  readonly number: CitizenId;
  /** YYYYMMDD as on the chip; see `birth-not-a-date`. */
  readonly birth: string;
  /** The chip's own code, also when the number says otherwise. */
  readonly sex: 'male' | 'female' | 'unknown' | 'not-stated';
  /** For a form that is printed; missing on cards of foreigners. */
  readonly address?: HomeAddress;
  /** YYYYMMDD or 长期. */
  readonly validTo: string;
  readonly warnings: readonly CardWarning[];
  /** Whether the card's last day lies before `today` ("YYYYMMDD" or "YYYY-MM-DD"); a long-term card never expires. */
  expired(today: string): boolean;
}

export type UnreadableAdvice = 'lift-and-replace' | 'not-an-id-card' | 'go-to-counter';

export type IdCardReaderEvent =
  | { readonly kind: 'card-placed'; readonly card: IdCard }
  /**
   * As far as the reader can tell: a module that hides a card it has read, and cannot be probed, says this while
   * the card still lies there. Never a reason by itself to end what a person is doing.
   */
  | { readonly kind: 'card-removed' }
  | { readonly kind: 'card-unreadable'; readonly advice: UnreadableAdvice }
  | { readonly kind: 'status-changed'; readonly status: IdCardReaderStatus };

/** Never throws for what a cable, a card or a device may do: that is a status or an event. */
export interface IdCardReader {
  readonly simulated: boolean;
  /** Begins to look for the device and for cards; returns at once. Does nothing when already started. */
  start(): void;
  /** Closes the device; resolves when it is closed. May be started again. */
  stop(): Promise<void>;
  status(): IdCardReaderStatus;
  /** Returns the way to end the subscription. */
  onEvent(listener: (event: IdCardReaderEvent) => void): () => void;
}
