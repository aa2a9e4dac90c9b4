import type { ApiError } from '../../preload/contracts/errors.ts';
import type { Result } from '../../preload/contracts/result.ts';
import { FeedLine, feedProtocols, feedUrl, type FeedListener } from './line/feed-line.ts';
import { useLineStore } from './stores/line-store.ts';

/** Any question of the service that this page may ask: its answer tells a dead service from a closed door. */
export type Ask = () => Promise<Result<unknown, ApiError>>;

/**
 * Opens the feed of the service at `base` into a mirror store, for the life of the page. A browser does not tell a page
 * why a WebSocket was refused, so after each loss the service is asked by other means.
 */
export function connectFeed(
  base: string,
  token: string | null,
  mirror: Pick<FeedListener, 'hear'>,
  ask: Ask,
): FeedLine {
  const line = useLineStore();
  return new FeedLine(feedUrl(base), feedProtocols(token), {
    hear: (raw) => {
      const heard = mirror.hear(raw);
      if (heard.outcome !== 'unreadable') line.heard(Date.now(), heard.serviceTime);
      return heard;
    },
    lost: () => {
      line.lost();
      void ask().then((answer) => {
        if (!answer.ok && answer.error.kind === 'not-signed-in') line.refused();
      });
    },
  });
}
