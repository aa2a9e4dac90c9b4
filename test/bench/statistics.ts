/** Times of one thing measured again and again, milliseconds. */
export class Samples {
  readonly #milliseconds: number[] = [];

  get count(): number {
    return this.#milliseconds.length;
  }

  /** Runs the work, keeps how long it took, and hands its answer on. */
  time<Answer>(work: () => Answer): Answer {
    const start = performance.now();
    const answer = work();
    this.#milliseconds.push(performance.now() - start);
    return answer;
  }

  async timeAsync<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const start = performance.now();
    const answer = await work();
    this.#milliseconds.push(performance.now() - start);
    return answer;
  }

  add(milliseconds: number): void {
    this.#milliseconds.push(milliseconds);
  }

  /** The middle time. Throws while nothing was measured. */
  get p50(): number {
    return this.percentile(50);
  }

  get p99(): number {
    return this.percentile(99);
  }

  percentile(percent: number): number {
    return percentile(this.#milliseconds, percent);
  }
}

/** The smallest value that at least `percent` of all values do not exceed (nearest rank). Throws on an empty list. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  const value = sorted[rank - 1];
  if (value === undefined) throw new Error('Nothing was measured');
  return value;
}
