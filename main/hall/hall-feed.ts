import type { DisplayView, hallCollections } from '../../preload/contracts/hall-operations.ts';
import type { FeedHub } from '../foundation/feed/index.ts';
import type { CallWatch } from './announcements/index.ts';
import type { DevicesByStation } from './devices/device-board.ts';
import type { Hall } from './hall.ts';
import type { HelpWatch } from './help/index.ts';
import { createWaitsFeed } from './waits-feed.ts';

const LOOK_AGAIN_MS = 1_000;

/** The pages' mirror of the hall. */
export interface HallFeed {
  /** Something was committed: pages are told in this turn of the event loop, all of it in one update. */
  changed(): void;
  /** A station said how its devices are: that alone is told. */
  devices(views: DevicesByStation): void;
  stop(): void;
}

export interface HallFeedOptions {
  readonly hall: Pick<Hall, 'snapshot' | 'serviceWaits'>;
  readonly hub: FeedHub<typeof hallCollections>;
  readonly watch: Pick<CallWatch, 'follow'>;
  readonly helpWatch: Pick<HelpWatch, 'follow'>;
  /** What the displays show beside the calls. Does not change while the hall runs. */
  readonly display: DisplayView;
  readonly onFault: (fault: unknown) => void;
}

/**
 * Publishes after the answer to whoever caused the change, so that nobody waits for the displays, and never from
 * inside a transaction. What cannot be shown is a bug for the log: it must not end a hall that works.
 */
export function createHallFeed({ hall, hub, watch, helpWatch, display, onFault }: HallFeedOptions): HallFeed {
  let scheduled: NodeJS.Immediate | undefined;
  let lookAgain: NodeJS.Timeout | undefined;

  const publish = (): void => {
    scheduled = undefined;
    clearTimeout(lookAgain);
    const { hall: now, order, tickets, counters, calls, help } = hall.snapshot();
    helpWatch.follow(help);
    hub.replaceAll({
      calls: byId(calls, ({ ticketId }) => ticketId),
      announcements: watch.follow(calls),
      tickets: byId(tickets, ({ ticketId }) => ticketId),
      counters: byId(counters, ({ counterId }) => counterId),
      help: byId(help, ({ helpId }) => helpId),
      order: { now: order },
      hall: { now },
    });
    // Nothing is committed when a step can no longer be taken back, and pages must not offer it.
    if (counters.some(({ undoable }) => undoable !== null))
      lookAgain = setTimeout(changed, LOOK_AGAIN_MS).unref();
  };
  const changed = (): void => {
    scheduled ??= setImmediate(() => {
      try {
        publish();
      } catch (fault) {
        onFault(fault);
      }
    });
  };
  publish();
  hub.replace('display', { now: display });
  const waits = createWaitsFeed(hall, hub, onFault);

  return {
    changed: () => {
      waits.changed();
      changed();
    },
    devices: (views) => hub.replace('devices', views),
    stop: () => {
      clearImmediate(scheduled);
      clearTimeout(lookAgain);
      waits.stop();
    },
  };
}

function byId<Item>(items: readonly Item[], id: (item: Item) => string): Record<string, Item> {
  return Object.fromEntries(items.map((item) => [id(item), item]));
}
