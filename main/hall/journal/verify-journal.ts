import type { Database } from 'better-sqlite3';
import { NO_PREDECESSOR, sealEvent, SHA_256 } from './seal.ts';
import { prepareStoredRows, type StoredEvent, type StoredRows, type StoredStream } from './stored-rows.ts';

/**
 * What is wrong at the first bad place.
 * `missing`: the event that should stand here is gone, or never was; `out-of-place`: an event stands where none may
 * (before 1, after the head, in an epoch that was never opened); `altered`: its bytes do not give its seal;
 * `unreadable`: the row (seq 0: the epoch's own) is not of its columns' types;
 * `broken-link`: it does not continue its predecessor; `head-disagrees` and `acknowledged-disagrees`: the stream's own
 * note of its end, or of what the centre has, does not match the event there; `unknown-algorithm`, `unknown-fork`:
 * the epoch's row cannot be followed.
 */
export type JournalDamage =
  | 'missing'
  | 'out-of-place'
  | 'altered'
  | 'unreadable'
  | 'broken-link'
  | 'head-disagrees'
  | 'acknowledged-disagrees'
  | 'unknown-algorithm'
  | 'unknown-fork';

export interface JournalVerdict {
  readonly ok: boolean;
  readonly events: number;
  readonly epochs: number;
  /** Of the newest epoch; undefined when no epoch was ever opened. */
  readonly head?: { readonly epoch: number; readonly seq: number; readonly hash: string };
  readonly firstBad?: { readonly epoch: number; readonly seq: number; readonly why: JournalDamage };
}

type BadPlace = NonNullable<JournalVerdict['firstBad']>;

/**
 * Recomputes the whole chain over the stored bytes, in one read transaction, so it also works while the hall writes.
 * What it cannot see: a history cut short together with its stream row. For that the centre keeps the last hash.
 * Throws when SQLite cannot read the file (`classifyDatabaseError`).
 */
export function verifyJournal(database: Database): JournalVerdict {
  return database.transaction(() => verifySnapshot(prepareStoredRows(database)))();
}

function verifySnapshot(rows: StoredRows): JournalVerdict {
  const streams = rows.streams();
  const newest = streams.at(-1);
  const firstBad =
    strayEvent(rows) ?? firstOf(streams, (stream, index) => verifyEpoch(rows, stream, index + 1));
  return {
    ok: firstBad === undefined,
    events: rows.count(),
    epochs: streams.length,
    ...(newest && {
      head: { epoch: Number(newest.epoch), seq: Number(newest.head), hash: hex(newest.head_hash) },
    }),
    ...(firstBad && { firstBad }),
  };
}

function strayEvent(rows: StoredRows): BadPlace | undefined {
  const stray = rows.stray();
  return stray && { epoch: Number(stray.epoch), seq: Number(stray.seq), why: 'out-of-place' };
}

function verifyEpoch(
  rows: StoredRows,
  stream: StoredStream | undefined,
  place: number,
): BadPlace | undefined {
  if (stream === undefined) return { epoch: place, seq: 0, why: 'unreadable' };
  const bad = (seq: bigint, why: JournalDamage): BadPlace => ({
    epoch: Number(stream.epoch),
    seq: Number(seq),
    why,
  });
  if (stream.algorithm !== BigInt(SHA_256)) return bad(0n, 'unknown-algorithm');
  const origin = originOf(rows, stream);
  if (origin === undefined) return bad(0n, 'unknown-fork');

  let expected = 1n;
  let previous = origin;
  for (const event of rows.events(stream.epoch)) {
    if (event === undefined) return bad(expected, 'unreadable');
    if (event.seq < expected) return bad(event.seq, 'out-of-place');
    if (expected > stream.head) return bad(event.seq, 'out-of-place');
    if (event.seq > expected) return bad(expected, 'missing');
    const damage = damageOf(event, previous);
    if (damage !== undefined) return bad(event.seq, damage);
    previous = event.hash;
    expected += 1n;
  }
  if (expected <= stream.head) return bad(expected, 'missing');
  if (!same(stream.head_hash, previous)) return bad(stream.head, 'head-disagrees');
  const acknowledged = stream.acked === 0n ? origin : rows.hashAt(stream.epoch, stream.acked);
  if (acknowledged && same(acknowledged, stream.acked_hash)) return undefined;
  return bad(stream.acked, 'acknowledged-disagrees');
}

function damageOf(event: StoredEvent, previous: Uint8Array): JournalDamage | undefined {
  if (!same(sealEvent(event.prev, event), event.hash)) return 'altered';
  return same(event.prev, previous) ? undefined : 'broken-link';
}

/** What the first event of an epoch continues: nothing, or the event of an older epoch at which histories parted. */
function originOf(
  rows: StoredRows,
  { epoch, prev_epoch: older, fork_at: forkAt }: StoredStream,
): Uint8Array | undefined {
  if (older === null) return NO_PREDECESSOR;
  if (older >= epoch || forkAt === null) return undefined;
  return forkAt === 0n ? NO_PREDECESSOR : rows.hashAt(older, forkAt);
}

const same = (left: Uint8Array, right: Uint8Array): boolean => Buffer.compare(left, right) === 0;
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

function firstOf<Item, Found>(
  items: readonly Item[],
  look: (item: Item, index: number) => Found | undefined,
): Found | undefined {
  for (const [index, item] of items.entries()) {
    const found = look(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}
