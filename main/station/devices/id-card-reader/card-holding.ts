import type { CitizenId } from '../../../foundation/identity/private-values.ts';

/**
 * How a reader shows that a card is still there. `probe`: reading the newest address of the selected card
 * answers. `re-readable`: find finds a resting card again. `latched`: find says "no card" until the card is
 * lifted, so that answer proves nothing. Found out anew for each card, right after it was read.
 */
export type PresenceSign = 'unknown' | 'probe' | 're-readable' | 'latched';

const NEGATIVES_NEEDED = 3;

/** One card from being placed to being lifted. Never believes a single "no card". */
export class CardHolding {
  readonly number: CitizenId;
  readonly #removalMs: number;
  #sign: PresenceSign = 'unknown';
  #negatives = 0;
  #lastSeenMs: number;

  constructor(number: CitizenId, removalMs: number, nowMs: number) {
    this.number = number;
    this.#removalMs = removalMs;
    this.#lastSeenMs = nowMs;
  }

  get sign(): PresenceSign {
    return this.#sign;
  }

  learn(sign: PresenceSign): void {
    this.#sign = sign;
  }

  /** The last sign was against its presence. */
  get doubtful(): boolean {
    return this.#negatives > 0;
  }

  /** A sure sign of presence. */
  present(nowMs: number): void {
    this.#negatives = 0;
    this.#lastSeenMs = nowMs;
  }

  /** Counts a "not there"; true when there have been enough, long enough after the last sign, to believe it. */
  missing(nowMs: number): boolean {
    this.#negatives += 1;
    return this.#negatives >= NEGATIVES_NEEDED && nowMs - this.#lastSeenMs >= this.#removalMs;
  }

  /** Whether a card of this number that find has just found can be the same one, never lifted. */
  mayStillRest(number: CitizenId): boolean {
    const foundWhileResting = this.#sign === 'unknown' || this.#sign === 're-readable';
    return foundWhileResting && number.equals(this.number);
  }
}
