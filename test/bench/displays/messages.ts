import { z } from 'zod';

/** The two services that a listening process hears. */
export const SOURCES = ['hall', 'raw'] as const;
export type Source = (typeof SOURCES)[number];

export interface ListenerOptions {
  readonly addresses: Readonly<Record<Source, string>>;
  /** For the hall; the raw broadcast asks nobody. */
  readonly token: string;
  /** Connections to each of the two. */
  readonly sockets: number;
}

/** A listening process says this once its last connection has a call. */
export const AllHeard = z.object({
  source: z.enum(SOURCES),
  callSequence: z.int(),
  /** Of the system's monotonic clock. */
  atMs: z.number(),
  /** How long the message was that told it. */
  bytes: z.int(),
});
export type AllHeard = z.output<typeof AllHeard>;

/** The question that a timed hall answers with `CommittedAt`. */
export const ASK_LAST_COMMIT = 'last-commit';
export const CommittedAt = z.object({ committedAtMs: z.number() });
export type CommittedAt = z.output<typeof CommittedAt>;
