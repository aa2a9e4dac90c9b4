import type { PadPress } from './pad-parser.ts';

/** Makes one press of what a bouncing or held key sends: the same key again, before it was quiet long enough. */
export class PressFilter {
  readonly #debounceMs: number;
  readonly #lastMs = new Map<string, number>();

  constructor(debounceMs: number) {
    this.#debounceMs = debounceMs;
  }

  /** Whether this frame is a new press. `nowMs` is monotonic. */
  isNew({ address, code }: PadPress, nowMs: number): boolean {
    const key = `${address ?? ''}/${code}`;
    const lastMs = this.#lastMs.get(key);
    this.#lastMs.set(key, nowMs);
    return lastMs === undefined || nowMs - lastMs >= this.#debounceMs;
  }
}
