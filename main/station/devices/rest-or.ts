/** Waits for the end of a rest, or for somebody to stop it. True when the rest was taken to its end. */
export function restOr(rest: Promise<void>, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const stop = (): void => resolve(false);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    void rest.then(() => {
      signal.removeEventListener('abort', stop);
      resolve(true);
    });
  });
}
