import { z } from 'zod';
import { TicketId } from './ids.ts';

/**
 * The feed mirrors collections of keyed items: first a snapshot, then changes with a dense sequence. A gap in the
 * sequence means something was missed: ask for a new snapshot. A duplicate is ignored. Nothing is ever merged.
 */
export type Collections = Readonly<Record<string, z.ZodType>>;

/** What the server may say. The items themselves are checked by the collection's own schema. */
export const FeedMessage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('snapshot'),
    sequence: z.int().nonnegative(),
    collections: z.record(z.string(), z.record(z.string(), z.unknown())),
  }),
  z.object({
    type: z.literal('update'),
    sequence: z.int().positive(),
    changes: z.array(
      z.object({
        collection: z.string(),
        id: z.string(),
        /** `null` = the item is gone. */
        item: z.unknown().nullable(),
      }),
    ),
  }),
  /** Nothing new, still here: lets a page tell a quiet hall from a dead line. Carries the last sequence sent. */
  z.object({ type: z.literal('heartbeat'), sequence: z.int().nonnegative(), at: z.string() }),
]);
export type FeedMessage = z.output<typeof FeedMessage>;

/** What makes people hear or see a call: a hall display, a voice, a display over a window. */
export const ANNOUNCERS = ['display', 'speaker', 'window-display'] as const;
export type Announcer = (typeof ANNOUNCERS)[number];

/**
 * What a listener may say: that it missed something, or that people now see or hear this call. Who says it is known from
 * the token, never from the message.
 */
export const FeedRequest = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('snapshot') }),
  z.strictObject({
    type: z.literal('announced'),
    callSequence: z.int().positive(),
    ticketId: TicketId,
    by: z.enum(ANNOUNCERS),
  }),
]);
export type FeedRequest = z.output<typeof FeedRequest>;
/** One call that was announced: `callSequence` and `ticketId` as the feed told them, and how. */
export type Announced = Omit<Extract<FeedRequest, { type: 'announced' }>, 'type'>;

export const FEED_PATH = '/api/feed';
export const FEED_PROTOCOL = 'songting.feed.v1';
/**
 * A browser cannot set headers on a WebSocket, so it offers its token as a second sub-protocol with this prefix.
 * The server never echoes it.
 */
export const FEED_TOKEN_PREFIX = 'songting.bearer.';
export const FEED_HEARTBEAT_MS = 5_000;
