import { hallCollections } from '../../../preload/contracts/hall-operations.ts';
import type { Clock } from '../../foundation/clock.ts';
import { followFeed, type FollowedFeed } from '../../foundation/feed/index.ts';
import type { Log } from '../../foundation/log/index.ts';
import { CallHerald } from './call-herald.ts';
import type { CallSink } from './call-sink.ts';

/** The hall's feed as this station may hear it. */
export interface HallFeedAccess {
  /** "http://127.0.0.1:7300" */
  readonly address: string;
  readonly token: string;
}

export interface FollowCallsOptions extends HallFeedAccess {
  readonly sinks: readonly CallSink[];
  readonly clock: Clock;
  readonly log: Log;
}

/** Follows the hall for good and tells the sinks of each call once. A hall that is away is tried again by itself. */
export function followCalls({ address, token, sinks, clock, log }: FollowCallsOptions): FollowedFeed {
  const herald = new CallHerald(sinks, clock, log);
  return followFeed({
    address,
    token,
    clock,
    collections: hallCollections,
    onSnapshot: (mirror) => {
      log.info('the hall’s calls are heard');
      herald.onSnapshot(mirror);
    },
    onUpdate: (_changes, mirror) => herald.onUpdate(mirror),
    onLost: (loss) => log.warn('the hall’s calls are not heard', { reason: loss }),
  });
}
