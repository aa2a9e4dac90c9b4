import type { ApiError } from '../../../preload/contracts/errors.ts';

/**
 * Wishes that the hall may have fulfilled without saying so: the line broke, or its disk did. Asked again, whatever
 * request id the page comes with, they go out under the first one, so that the person does not get a second number.
 */
export class UnansweredWishes {
  #visitId = '';
  readonly #requestIds = new Map<string, string>();

  /** The request id to send: the page's own, unless the same wish of this visit is still unanswered. */
  requestIdFor(visitId: string, wish: string, requestId: string): string {
    if (visitId !== this.#visitId) this.#requestIds.clear();
    this.#visitId = visitId;
    return this.#requestIds.get(wish) ?? requestId;
  }

  settle(visitId: string, wish: string, requestId: string, error: ApiError | undefined): void {
    if (visitId !== this.#visitId) return;
    if (error !== undefined && mayHaveHappened(error)) this.#requestIds.set(wish, requestId);
    else this.#requestIds.delete(wish);
  }
}

/** A disk that failed does not prove that nothing was written. */
function mayHaveHappened({ kind }: ApiError): boolean {
  return kind === 'hall-unreachable' || kind === 'storage' || kind === 'internal';
}
