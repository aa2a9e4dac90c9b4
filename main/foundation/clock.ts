/** Time as the services see it. Wall time is for showing; monotonic time is for measuring. */
export interface Clock {
  /** Wall clock, milliseconds since 1970 (UTC). May jump either way. */
  nowMs(): number;
  /** Monotonic milliseconds since an arbitrary start. Never goes back, never jumps with the wall clock. */
  monotonicMs(): number;
  sleep(ms: number): Promise<void>;
}

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  sleep: (ms) => new Promise((wake) => setTimeout(wake, ms)),
};

/** A clock that stands still until told otherwise: for tests, rehearsals and replays. */
export class ManualClock implements Clock {
  #wallMs: number;
  #monotonicMs = 0;
  #sleepers: { readonly dueMs: number; readonly wake: () => void }[] = [];

  constructor(start: string) {
    this.#wallMs = Date.parse(start);
  }

  nowMs(): number {
    return this.#wallMs;
  }

  monotonicMs(): number {
    return this.#monotonicMs;
  }

  sleep(ms: number): Promise<void> {
    return new Promise((wake) => this.#sleepers.push({ dueMs: this.#monotonicMs + ms, wake }));
  }

  /** Time passes: both clocks move, sleepers that are due wake up. */
  advance(ms: number): void {
    this.#wallMs += ms;
    this.#monotonicMs += ms;
    const due = this.#sleepers.filter((sleeper) => sleeper.dueMs <= this.#monotonicMs);
    this.#sleepers = this.#sleepers.filter((sleeper) => sleeper.dueMs > this.#monotonicMs);
    for (const sleeper of due) sleeper.wake();
  }

  /** Somebody sets the wall clock: nothing else moves. */
  setWall(time: string): void {
    this.#wallMs = Date.parse(time);
  }
}
