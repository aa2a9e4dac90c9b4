import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiError } from '../../preload/contracts/errors.ts';
import type { Result } from '../../preload/contracts/result.ts';

export type Answer<Value> = Result<Value, ApiError>;

/** Repeats a wish, with the same id, while the service says "not so fast". */
export async function patiently<Value>(ask: () => Promise<Answer<Value>>): Promise<Answer<Value>> {
  for (;;) {
    const answer = await ask();
    if (answer.ok || answer.error.kind !== 'too-many-requests') return answer;
    await sleep(answer.error.retryAfterSeconds * 250);
  }
}

/** The value; a refusal nobody reckoned with ends the soak. */
export async function must<Value>(ask: () => Promise<Answer<Value>>): Promise<Value> {
  const answer = await patiently(ask);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}
