import { hallCollections } from '../../../preload/contracts/hall-operations.ts';
import type { Mirror } from '../../../preload/contracts/feed-mirror.ts';
import type { Clock } from '../../foundation/clock.ts';
import { followFeed, type FollowedFeed } from '../../foundation/feed/index.ts';
import type { Log } from '../../foundation/log/index.ts';

export type HallMirror = Mirror<typeof hallCollections>;

/** The hall's feed as this station may hear it. */
export interface HallFeedAccess {
  /** "http://127.0.0.1:7300" */
  readonly address: string;
  readonly token: string;
}

/** Whoever in this station wants to know what goes on in the hall. */
export interface HallListener {
  /** Everything that is true now, at the start and after each lost line: what happened meanwhile was missed. */
  onSnapshot(hall: HallMirror): void;
  /** The same after something has happened just now. */
  onUpdate(hall: HallMirror): void;
}

export interface FollowHallOptions extends HallFeedAccess {
  readonly listeners: readonly HallListener[];
  readonly clock: Clock;
  readonly log: Log;
}

/** Follows the hall for good, on one line for all listeners. A hall that is away is tried again by itself. */
export function followHall({ address, token, listeners, clock, log }: FollowHallOptions): FollowedFeed {
  return followFeed({
    address,
    token,
    clock,
    collections: hallCollections,
    onSnapshot: (mirror) => {
      log.info('the hall’s calls are heard');
      for (const listener of listeners) listener.onSnapshot(mirror);
    },
    onUpdate: (_changes, mirror) => {
      for (const listener of listeners) listener.onUpdate(mirror);
    },
    onLost: (loss) => log.warn('the hall’s calls are not heard', { reason: loss }),
  });
}
