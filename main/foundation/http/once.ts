/** Runs `work` unless the same is running already: then both get the one answer. */
export type Once<Answer> = (key: OnceKey, work: () => Answer | Promise<Answer>) => Promise<Answer>;

export interface OnceKey {
  /** Who asks: two callers never share an answer. */
  readonly caller: string;
  readonly operation: string;
  readonly requestId: string;
  /** The rest of the message: another content under the same id is another request, and refused further in. */
  readonly content: unknown;
}

/**
 * Twenty taps, or a retry that overtakes its first try, run once while the first is still under way. What comes
 * later is the store's concern. Nothing is kept after the answer.
 */
export function createOnce<Answer>(): Once<Answer> {
  const running = new Map<string, Promise<Answer>>();
  return ({ caller, operation, requestId, content }, work) => {
    const key = JSON.stringify([caller, operation, requestId, content]);
    const already = running.get(key);
    if (already !== undefined) return already;
    const answer = (async () => work())();
    running.set(key, answer);
    const forget = (): void => void running.delete(key);
    answer.then(forget, forget);
    return answer;
  };
}
