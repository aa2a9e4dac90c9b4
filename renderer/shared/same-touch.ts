/** A trembling or impatient finger: touches of one button closer together than this are one touch. */
export const SAME_TOUCH_MS = 300;

/** Remembers the last touch of each button; a touch that is ignored also counts, so twenty quick taps stay one. */
export class TapGuard {
  readonly #lastTouch = new Map<string, number>();

  /** May this touch count? `nowMs` is monotonic. */
  accepts(button: string, nowMs: number): boolean {
    const last = this.#lastTouch.get(button);
    this.#lastTouch.set(button, nowMs);
    return last === undefined || nowMs - last >= SAME_TOUCH_MS;
  }
}
