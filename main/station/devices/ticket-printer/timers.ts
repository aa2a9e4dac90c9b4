/** Time for device code: a wait that can be called off. Tests pass their own. */
export interface Timers {
  /** Calls `wake` once after `ms` milliseconds, unless the answer is called first. */
  after(ms: number, wake: () => void): () => void;
}

export const systemTimers: Timers = {
  after(ms, wake) {
    const timer = setTimeout(wake, ms);
    return () => clearTimeout(timer);
  },
};
