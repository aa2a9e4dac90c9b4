import type { Database } from 'better-sqlite3';
import { z } from 'zod';

const bytes = z.instanceof(Uint8Array);
const integer = z.bigint();

export const StoredEvent = z.object({
  epoch: integer,
  seq: integer,
  uid: bytes,
  kind: bytes,
  v: integer,
  dayId: bytes,
  atWall: integer,
  bootId: bytes,
  atMono: integer,
  skewMs: integer.nullable(),
  body: bytes,
  prev: bytes,
  hash: bytes,
});

export const StoredStream = z.object({
  epoch: integer,
  algorithm: integer,
  head: integer,
  head_hash: bytes,
  acked: integer,
  acked_hash: bytes,
  prev_epoch: integer.nullable(),
  fork_at: integer.nullable(),
});
export type StoredEvent = z.output<typeof StoredEvent>;
export type StoredStream = z.output<typeof StoredStream>;

/** Text as the bytes that are stored, integers at full width: what was hashed, not what a decoder makes of it. */
const SELECT_EVENTS = `
  select epoch, seq, uid, cast(kind as blob) as kind, v, cast(day_id as blob) as dayId, at_wall as atWall,
         cast(boot_id as blob) as bootId, at_mono as atMono, skew_ms as skewMs, body, prev, hash
    from event where epoch = ? order by seq`;

/**
 * The stored rows as they are, for recomputing seals. Integers are bigints, so none loses a bit on the way. A row that
 * is not of its columns' types, as one flipped bit in a file can make it, comes as undefined.
 */
export function prepareStoredRows(database: Database) {
  const prepare = (sql: string) => database.prepare(sql).safeIntegers();
  return {
    streams: () =>
      prepare('select * from stream order by epoch')
        .all()
        .map((row) => StoredStream.safeParse(row).data),
    *events(epoch: bigint): Generator<StoredEvent | undefined> {
      for (const row of prepare(SELECT_EVENTS).iterate(epoch)) yield StoredEvent.safeParse(row).data;
    },
    count: () => Number(integer.parse(prepare('select count(*) from event').pluck().get())),
    hashAt: (epoch: bigint, seq: bigint): Uint8Array | undefined =>
      bytes.safeParse(prepare('select hash from event where epoch = ? and seq = ?').pluck().get(epoch, seq))
        .data,
    /** The first event in an epoch that was never opened. */
    stray: () => z.object({ epoch: integer, seq: integer }).optional().parse(prepare(SELECT_STRAY).get()),
  };
}

const SELECT_STRAY = `
  select cast(epoch as integer) as epoch, cast(seq as integer) as seq
    from event where epoch not in (select epoch from stream) order by epoch, seq limit 1`;

export type StoredRows = ReturnType<typeof prepareStoredRows>;
