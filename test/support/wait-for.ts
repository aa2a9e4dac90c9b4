import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 50;

/** Waits until `look` answers something; the test's own time limit ends a wait for what never comes. */
export async function waitFor<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await sleep(POLL_MS);
  }
}
