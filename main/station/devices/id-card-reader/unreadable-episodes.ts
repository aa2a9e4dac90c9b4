import type { UnreadableAdvice } from './port.ts';

const EPISODES_BEFORE_COUNTER = 3;

/** Turns failed cards into advice: said once per placing, and after the third placing "go to the counter". */
export class UnreadableEpisodes {
  readonly #forgetAfterMs: number;
  #count = 0;
  #emptySinceMs: number | undefined;
  #mayBeLifted = true;

  constructor(forgetAfterMs: number) {
    this.#forgetAfterMs = forgetAfterMs;
  }

  /** Nothing lies on the reader. */
  empty(nowMs: number): void {
    this.#mayBeLifted = true;
    this.#emptySinceMs ??= nowMs;
    if (nowMs - this.#emptySinceMs >= this.#forgetAfterMs) this.#count = 0;
  }

  /** A card was read. */
  success(): void {
    this.#count = 0;
    this.#mayBeLifted = true;
    this.#emptySinceMs = undefined;
  }

  /** A card could not be read: what to say, or undefined when the same placing has been answered already. */
  failure(advice: UnreadableAdvice): UnreadableAdvice | undefined {
    this.#emptySinceMs = undefined;
    if (!this.#mayBeLifted) return undefined;
    this.#mayBeLifted = false;
    if (advice !== 'lift-and-replace') return advice;
    this.#count += 1;
    return this.#count >= EPISODES_BEFORE_COUNTER ? 'go-to-counter' : advice;
  }
}
