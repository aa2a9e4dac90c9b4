import { onTestFinished } from 'vitest';
import { hallCollections } from '../../../preload/contracts/hall-operations.ts';
import type { FeedMessage } from '../../../preload/contracts/feed.ts';
import type { Role } from '../../../preload/contracts/operation.ts';
import { FeedListener } from '../../support/services/feed-listener.ts';
import type { HallService } from '../../support/services/hall-service.ts';
import { must } from '../../support/services/service-under-test.ts';

export type HallListener = FeedListener<typeof hallCollections>;

/** A page of this role, until the test ends. */
export async function listenAs(hall: HallService, role: Role): Promise<HallListener> {
  const listener = await FeedListener.join(hallCollections, hall.address, hall.tokens.of(role));
  onTestFinished(() => listener.leave());
  return listener;
}

/** The waits by service come after, once a second. */
export const isOfTheQueue = (message: FeedMessage): message is Extract<FeedMessage, { type: 'update' }> =>
  message.type === 'update' && message.changes.some(({ collection }) => collection !== 'waits');

/** What the hall itself says, in the feed's own shape. */
export async function truthOf(service: HallService) {
  const { hall, order, tickets, counters, calls, help } = await must(service.as('admin').queueSnapshot({}));
  return sorted({
    hall: { now: hall },
    order: { now: order },
    tickets: keyed(tickets, ({ ticketId }) => ticketId),
    counters: keyed(counters, ({ counterId }) => counterId),
    calls: keyed(calls, ({ ticketId }) => ticketId),
    help: keyed(help, ({ helpId }) => helpId),
  });
}

/** Waits until this page knows exactly what the hall says now. */
export async function sameAsTruth(hall: HallService, listener: HallListener): Promise<void> {
  const wanted = JSON.stringify(await truthOf(hall));
  await listener.until((now) => {
    // Who announced a call the listeners say; waits follow in their own time; the display's words never change.
    const { hall: view, order, tickets, counters, calls, help } = now;
    return (
      JSON.stringify(sorted({ hall: view, order, tickets, counters, calls, help })) === wanted || undefined
    );
  });
}

function keyed<Item>(items: readonly Item[], key: (item: Item) => string): Record<string, Item> {
  return Object.fromEntries(items.map((item) => [key(item), item]));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, sorted(item)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
