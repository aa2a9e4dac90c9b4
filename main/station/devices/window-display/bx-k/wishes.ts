import type { Wish, WishBoard } from './board-session.ts';

/** Holds the newest wish only: a display shows the last call, not every one of them. */
export class Wishes implements WishBoard {
  refreshedAtMs = Number.NEGATIVE_INFINITY;
  #newest: Wish | undefined;
  #wake: () => void = () => undefined;

  get newest(): Wish | undefined {
    return this.#newest;
  }

  put(wish: Wish): void {
    this.#newest = wish;
    this.#wake();
  }

  wait(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const wake = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      signal.addEventListener('abort', wake);
      this.#wake = wake;
    });
  }
}
