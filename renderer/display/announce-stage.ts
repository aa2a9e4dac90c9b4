import { watch } from 'vue';
import type { FeedLine } from '../shared/line/feed-line.ts';
import { useStage } from './stage-store.ts';

/**
 * Tells the hall of each call that it stands on this screen, once it really does: a hidden page paints nothing and says
 * nothing, and a call that left the stage before it was painted was not shown.
 */
export function announceStage(line: Pick<FeedLine, 'announce'>): void {
  const stage = useStage();
  watch(
    () => stage.onStage?.callSequence,
    (callSequence) => {
      if (callSequence === undefined) return;
      afterPaint(() => {
        const call = stage.onStage;
        if (call?.callSequence !== callSequence) return;
        line.announce({ callSequence, ticketId: call.ticketId, by: 'display' });
      });
    },
    { flush: 'post' },
  );
}

/** The first frame begins after the change, the second once the first was painted. Neither comes while the page is hidden. */
function afterPaint(done: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(done));
}
