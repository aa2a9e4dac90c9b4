import type { hallCollections } from '../../preload/contracts/hall-operations.ts';
import type { FeedHub } from '../foundation/feed/index.ts';
import type { Hall } from './hall.ts';

/** Waits are ranges of minutes: nobody reads them twice a second, and a call must not wait for their sum. */
const LEAST_PAUSE_MS = 1_000;

export interface WaitsFeed {
  /** Something was committed: displays are told the new waits within a second. */
  changed(): void;
  stop(): void;
}

/** The waits by service, worked out at most once a second, apart from what a commit tells at once. */
export function createWaitsFeed(
  hall: Pick<Hall, 'serviceWaits'>,
  hub: FeedHub<typeof hallCollections>,
  onFault: (fault: unknown) => void,
): WaitsFeed {
  let timer: NodeJS.Timeout | undefined;

  const publish = (): void => {
    timer = undefined;
    try {
      const waits = hall.serviceWaits().map((wait) => [wait.serviceCode, wait] as const);
      hub.replace('waits', Object.fromEntries(waits));
    } catch (fault) {
      onFault(fault);
    }
  };
  publish();

  return {
    changed: () => {
      timer ??= setTimeout(publish, LEAST_PAUSE_MS).unref();
    },
    stop: () => clearTimeout(timer),
  };
}
