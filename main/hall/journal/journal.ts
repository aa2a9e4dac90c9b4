import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { Clock } from '../../foundation/clock.ts';
import { canonicalJson } from './canonical-json.ts';
import { eventCatalogue, type EventBody, type EventKind, type EventVersion } from './event-catalogue.ts';
import { sealRow, type EventDraft, type SealedRow } from './event-row.ts';
import { eventFrom, parseEventRow, type JournalEvent } from './journal-event.ts';
import { prepareJournal, type JournalStatements } from './statements.ts';
import { openFirstEpoch } from './stream.ts';
import { uuidText, uuidV7 } from './uuid.ts';

const REPLAY_PAGE = 500;

export interface JournalOptions {
  readonly database: Database;
  readonly clock: Clock;
  /** Names this run of the service: monotonic times compare only within one. */
  readonly bootId: string;
  /** Milliseconds that the centre's clock is ahead, or null while never compared. */
  readonly skewMs?: () => number | null;
  readonly newUid?: () => Uint8Array;
  /** Runs in the same transaction, right after the event is written: tables are views of the journal. */
  readonly project?: (event: JournalEvent) => void;
}

export interface EventPlace {
  readonly epoch: number;
  readonly seq: number;
  readonly uid: string;
}

export interface JournalHead {
  readonly epoch: number;
  /** 0 = nothing written yet. */
  readonly seq: number;
  readonly hash: string;
  readonly dayId: string;
}

/** The hall's append-only, hash-chained record: the truth, the audit log and the sync outbox in one. */
export interface Journal {
  /**
   * Writes one fact. Call it inside the transaction of whatever it states; outside of one it throws. A body that does
   * not fit the catalogue is a bug and throws; so does a failing disk (`classifyDatabaseError`), and the transaction
   * must then be given up. `day.opened` begins a new day: it and everything after carry its uid as `dayId`.
   */
  append<Kind extends EventKind>(kind: Kind, v: EventVersion<Kind>, body: EventBody<Kind>): EventPlace;
  /** Events of the current epoch after a place, oldest first. */
  read(range: { readonly afterSeq: number; readonly limit: number }): JournalEvent[];
  head(): JournalHead;
  /** Hands over every event of every epoch in order, to build tables anew. Empty the tables first, in one transaction. */
  replay(project: (event: JournalEvent) => void): void;
}

const Head = z.object({ epoch: z.int(), seq: z.int(), hash: z.instanceof(Uint8Array), day_id: z.string() });
type Head = z.output<typeof Head>;

/** Opens the first epoch when there is none yet. Needs `createJournalTables`. */
export function createJournal(options: JournalOptions): Journal {
  const { database, project } = options;
  openFirstEpoch(database, 'first-start');
  const statements = prepareJournal(database);
  // Read each time, never remembered: a transaction that is given up takes its events with it.
  const headRow = (): Head => Head.parse(statements.head.get());

  return {
    append: (kind, v, body) => {
      if (!database.inTransaction) throw new Error(`${kind} must be appended inside a transaction`);
      const head = headRow();
      const checked = checkBody(kind, v, body);
      const encoded = Buffer.from(canonicalJson(checked), 'utf8');
      const row = sealRow(head.hash, draftEvent(options, head, kind, encoded));
      writeRow(statements, row);
      // What was just encoded is what a replay will read: it need not be decoded again.
      project?.(eventFrom(row, checked));
      return { epoch: row.epoch, seq: row.seq, uid: uuidText(row.uid) };
    },
    read: ({ afterSeq, limit }) => statements.page.all(headRow().epoch, afterSeq, limit).map(parseEventRow),
    head: () => {
      const { epoch, seq, hash, day_id: dayId } = headRow();
      return { epoch, seq, hash: Buffer.from(hash).toString('hex'), dayId };
    },
    replay: (consume) => {
      for (const epoch of statements.epochs.all()) replayEpoch(statements, z.int().parse(epoch), consume);
    },
  };
}

function checkBody<Kind extends EventKind>(
  kind: Kind,
  v: EventVersion<Kind>,
  body: EventBody<Kind>,
): EventBody<EventKind> {
  const known = eventCatalogue[kind];
  if (known.v !== v) throw new Error(`${kind} has version ${known.v}, not ${v}`);
  return known.body.parse(body);
}

function draftEvent(options: JournalOptions, head: Head, kind: EventKind, body: Uint8Array): EventDraft {
  const { clock, bootId, skewMs } = options;
  const atWall = Math.trunc(clock.nowMs());
  const uid = options.newUid?.() ?? uuidV7(atWall);
  const skew = skewMs?.() ?? null;
  return {
    epoch: head.epoch,
    seq: head.seq + 1,
    uid,
    kind,
    v: eventCatalogue[kind].v,
    day_id: kind === 'day.opened' ? uuidText(uid) : head.day_id,
    at_wall: atWall,
    boot_id: bootId,
    at_mono: Math.trunc(clock.monotonicMs()),
    skew_ms: skew === null ? null : Math.trunc(skew),
    body,
  };
}

function writeRow(statements: JournalStatements, row: SealedRow): void {
  statements.insert.run(row);
  const { epoch, seq, hash } = row;
  if (statements.advance.run({ epoch, seq, hash }).changes !== 1)
    throw new Error('The head moved during an append');
}

/** In pages: a projector writes, and SQLite refuses to write on a connection that is still reading. */
function replayEpoch(
  statements: JournalStatements,
  epoch: number,
  consume: (event: JournalEvent) => void,
): void {
  for (let afterSeq = 0; ;) {
    const page = statements.page.all(epoch, afterSeq, REPLAY_PAGE).map(parseEventRow);
    const last = page.at(-1);
    if (last === undefined) return;
    page.forEach(consume);
    afterSeq = last.seq;
  }
}
