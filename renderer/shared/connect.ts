import { FeedLine, feedProtocols, feedUrl, type FeedListener } from './line/feed-line.ts';
import { useLineStore } from './stores/line-store.ts';

/** Opens the feed of the service at `base` into a mirror store, for the life of the page. */
export function connectFeed(
  base: string,
  token: string | null,
  mirror: Pick<FeedListener, 'hear'>,
): FeedLine {
  const line = useLineStore();
  return new FeedLine(feedUrl(base), feedProtocols(token), {
    hear: (raw) => {
      const heard = mirror.hear(raw);
      if (heard.outcome !== 'unreadable') line.heard(Date.now(), heard.serviceTime);
      return heard;
    },
    lost: () => line.lost(),
  });
}
