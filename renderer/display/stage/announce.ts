import { watch } from 'vue';
import type { Announcer } from '../../../preload/contracts/feed.ts';
import type { CallView } from '../../../preload/contracts/hall-operations.ts';
import type { FeedLine } from '../../shared/line/feed-line.ts';

/**
 * Tells the hall of each call that it stands on this screen, once it really does: a hidden page paints nothing and says
 * nothing, and a call that left before it was painted was not shown.
 */
export function announceShown(
  line: Pick<FeedLine, 'announce'>,
  by: Announcer,
  shown: () => readonly CallView[],
): void {
  let said = new Set<number>();
  const say = (): void => {
    const calls = shown();
    for (const { callSequence, ticketId } of calls) {
      if (!said.has(callSequence)) line.announce({ callSequence, ticketId, by });
    }
    said = new Set(calls.map(({ callSequence }) => callSequence));
  };
  watch(
    () =>
      shown()
        .map(({ callSequence }) => callSequence)
        .join(),
    () => afterPaint(say),
    { flush: 'post', immediate: true },
  );
}

/** The first frame begins after the change, the second once the first was painted. Neither comes while the page is hidden. */
function afterPaint(done: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(done));
}
