import { z } from 'zod';
import type { Database } from '../../foundation/sqlite/open-database.ts';
import { sealEvent } from '../journal/seal.ts';
import { StoredEvent, StoredStream } from '../journal/stored-rows.ts';

/** As many as a busy quarter of an hour writes; the whole chain is for `songting verify`. */
const TAIL_EVENTS = 256;

/** The end of the journal: where it is, and its seal. */
export interface TailPlace {
  readonly epoch: bigint;
  readonly seq: bigint;
  readonly hash: Uint8Array;
}

/** Where the journal ends as this connection knows it; undefined before the first epoch. Throws what SQLite throws. */
export function journalEnd(database: Database): TailPlace | undefined {
  const row = database.prepare('select * from stream order by epoch desc limit 1').safeIntegers().get();
  if (row === undefined) return undefined;
  const { epoch, head, head_hash: hash } = StoredStream.parse(row);
  return { epoch, seq: head, hash };
}

/**
 * Whether the last events are whole after a disk failed: dense, each sealed over its bytes and its predecessor, the
 * stream's own note of its end right, and `known` (an end that was acknowledged) still among them. A row that cannot
 * be read as an event is damage, too.
 */
export function isTailWhole(database: Database, known?: TailPlace): boolean {
  const end = journalEnd(database);
  if (end === undefined) return known === undefined;
  const events = lastEvents(database, end.epoch);
  if (events === undefined) return false;
  const first = end.seq - BigInt(events.length) + 1n;
  const isChain = events.every((event, index) => {
    const before = events[index - 1];
    return (
      event.seq === first + BigInt(index) && isSealed(event) && (!before || same(event.prev, before.hash))
    );
  });
  const last = events.at(-1);
  const endsRight = last === undefined ? end.seq === 0n : same(last.hash, end.hash);
  return isChain && endsRight && (known === undefined || holds(database, known));
}

function holds(database: Database, { epoch, seq, hash }: TailPlace): boolean {
  if (seq === 0n) return true;
  const stored = database
    .prepare('select hash from event where epoch = ? and seq = ?')
    .pluck()
    .get(epoch, seq);
  const found = z.instanceof(Uint8Array).safeParse(stored).data;
  return found !== undefined && same(found, hash);
}

function lastEvents(database: Database, epoch: bigint): StoredEvent[] | undefined {
  const rows = database
    .prepare(
      `select epoch, seq, uid, cast(kind as blob) as kind, v, cast(day_id as blob) as dayId, at_wall as atWall,
              cast(boot_id as blob) as bootId, at_mono as atMono, skew_ms as skewMs, body, prev, hash
         from event where epoch = ? order by seq desc limit ${TAIL_EVENTS}`,
    )
    .safeIntegers()
    .all(epoch);
  return z.array(StoredEvent).safeParse(rows).data?.reverse();
}

const isSealed = (event: StoredEvent): boolean => same(sealEvent(event.prev, event), event.hash);
const same = (left: Uint8Array, right: Uint8Array): boolean => Buffer.compare(left, right) === 0;
