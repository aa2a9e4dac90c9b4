import { hash } from 'node:crypto';
import type { ApiError } from '../../../preload/contracts/errors.ts';
import { err, type Result } from '../../../preload/contracts/result.ts';

interface Remembered {
  readonly digest: string;
  readonly answer: Promise<Result<unknown, ApiError>>;
}

/** More than a kiosk is asked in a day. */
const MOST_REMEMBERED = 10_000;

/**
 * What was answered to which request id, so that a retry that comes late prints nothing twice and ends nobody else's
 * visit. Kept in memory: what must outlive this program (tickets, papers) has its own record at the hall and in the
 * spool. Refusals are not kept: the same id may succeed once the reason is gone. No answer that is kept names a person.
 */
export class RememberedAnswers {
  readonly #answers = new Map<string, Remembered>();

  async run<Value>(
    operation: string,
    input: { readonly requestId: string; readonly [key: string]: unknown },
    work: () => Result<Value, ApiError> | Promise<Result<Value, ApiError>>,
  ): Promise<Result<Value, ApiError>> {
    const digest = hash('sha256', JSON.stringify([operation, input]), 'base64url');
    const earlier = this.#answers.get(input.requestId);
    if (earlier !== undefined) {
      if (earlier.digest !== digest) return err({ kind: 'request-id-reused' });
      return earlier.answer as Promise<Result<Value, ApiError>>;
    }
    const answer = (async () => work())();
    this.#remember(input.requestId, { digest, answer });
    try {
      const settled = await answer;
      if (!settled.ok) this.#answers.delete(input.requestId);
      return settled;
    } catch (bug) {
      this.#answers.delete(input.requestId);
      throw bug;
    }
  }

  #remember(requestId: string, remembered: Remembered): void {
    this.#answers.set(requestId, remembered);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > MOST_REMEMBERED && oldest !== undefined) this.#answers.delete(oldest);
  }
}
