import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { Result } from '../../../preload/contracts/result.ts';

/** After these nobody knows whether the request took effect: it may only be sent again under the same id. */
function outcomeUnknown(error: ApiError): boolean {
  return error.kind === 'hall-unreachable' || error.kind === 'internal';
}

/** One request id for each step a person takes, kept until its outcome is known: a retry is the same request. */
export class RequestIds {
  readonly #ids = new Map<string, string>();
  readonly #newId: () => string;

  constructor(newId: () => string = () => crypto.randomUUID()) {
    this.#newId = newId;
  }

  idFor(step: string): string {
    const id = this.#ids.get(step) ?? this.#newId();
    this.#ids.set(step, id);
    return id;
  }

  /** Call with the answer. `once`: the step can succeed only once, so its id also outlives success. */
  settle(step: string, result: Result<unknown, ApiError>, once = false): void {
    const keep = result.ok ? once : outcomeUnknown(result.error);
    if (!keep) this.#ids.delete(step);
  }

  forgetAll(): void {
    this.#ids.clear();
  }
}
