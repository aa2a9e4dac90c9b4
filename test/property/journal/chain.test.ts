import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database } from '../../../main/foundation/sqlite/open-database.ts';
import { verifyJournal } from '../../../main/hall/journal/index.ts';
import { sealEvent } from '../../../main/hall/journal/seal.ts';
import { prepareStoredRows } from '../../../main/hall/journal/stored-rows.ts';
import { fill, hallFile, withoutTriggers } from '../../unit/journal/hall-file.ts';

const EVENTS = 24;
const TEXT = ['kind', 'day_id', 'boot_id'] as const;
const BYTES = ['uid', 'body', 'prev', 'hash'] as const;
const INTEGERS = ['epoch', 'seq', 'v', 'at_wall', 'at_mono'] as const;

function tamperable(): Database {
  const hall = hallFile();
  fill(hall, EVENTS);
  return withoutTriggers(hall.database);
}

/** Lets `change` do its worst, asks `look`, and puts everything back: one file serves every case. */
function afterwards<Answer>(database: Database, change: () => void, look: () => Answer): Answer {
  database.exec('savepoint before');
  try {
    change();
    return look();
  } finally {
    database.exec('rollback to before; release before');
  }
}

const verdictAfter = (database: Database, change: () => void) =>
  afterwards(database, change, () => verifyJournal(database));

const anySeq = fc.integer({ min: 1, max: EVENTS });

test('one flipped bit in the bytes of any event is found, at that event', () => {
  const database = tamperable();
  fc.assert(
    fc.property(anySeq, fc.constantFrom(...TEXT, ...BYTES), fc.nat(), (seq, column, place) => {
      const read = database.prepare(`select cast(${column} as blob) from event where seq = ?`).pluck();
      const bytes = Buffer.from(read.get(seq) as Uint8Array);
      const bit = place % (bytes.length * 8);
      bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      const type = (TEXT as readonly string[]).includes(column) ? 'text' : 'blob';
      const verdict = verdictAfter(database, () => {
        database.prepare(`update event set ${column} = cast(? as ${type}) where seq = ?`).run(bytes, seq);
      });
      expect(verdict).toMatchObject({ ok: false, firstBad: { seq } });
    }),
    { numRuns: 1_000 },
  );
});

test('one flipped bit in any number of an event is found, at the place it left or came to', () => {
  const database = tamperable();
  fc.assert(
    fc.property(anySeq, fc.constantFrom(...INTEGERS), fc.integer({ min: 0, max: 63 }), (seq, column, bit) => {
      const read = database.prepare(`select ${column} from event where seq = ?`).pluck().safeIntegers();
      const changed = BigInt.asIntN(64, (read.get(BigInt(seq)) as bigint) ^ (1n << BigInt(bit)));
      const taken = column === 'seq' && changed >= 1n && changed <= BigInt(EVENTS);
      fc.pre(!taken); // two events cannot have one key: SQLite itself refuses this flip
      const verdict = verdictAfter(database, () => {
        database.prepare(`update event set ${column} = ? where seq = ?`).run(changed, seq);
      });
      expect(verdict.ok).toBe(false);
      const places = column === 'seq' ? [seq, Number(changed)] : [seq];
      expect(places).toContain(verdict.firstBad?.seq);
    }),
    { numRuns: 500 },
  );
});

test('a clock skew that was never measured cannot be filled in later', () => {
  const database = tamperable();
  const verdict = verdictAfter(database, () => database.exec('update event set skew_ms = 0 where seq = 5'));
  expect(verdict.firstBad).toEqual({ epoch: 1, seq: 5, why: 'altered' });
});

test('a removed event is missing where it stood, the last one too', () => {
  const database = tamperable();
  fc.assert(
    fc.property(anySeq, (seq) => {
      const verdict = verdictAfter(database, () =>
        database.prepare('delete from event where seq = ?').run(seq),
      );
      expect(verdict.firstBad).toEqual({ epoch: 1, seq, why: 'missing' });
    }),
  );
});

test('an event removed with all later ones moved up is found where the gap was closed', () => {
  const database = tamperable();
  fc.assert(
    fc.property(fc.integer({ min: 1, max: EVENTS - 1 }), (seq) => {
      const verdict = verdictAfter(database, () => {
        database.prepare('delete from event where seq = ?').run(seq);
        for (let later = seq + 1; later <= EVENTS; later += 1) {
          database.prepare('update event set seq = seq - 1 where seq = ?').run(later);
        }
        database.prepare('update stream set head = head - 1').run();
      });
      expect(verdict.firstBad).toMatchObject({ seq, why: 'altered' });
    }),
  );
});

const COPY = `insert into event select epoch, @to, randomblob(16), kind, v, day_id, at_wall, boot_id, at_mono, skew_ms,
                                 body, prev, hash from event where seq = @from`;

test('an event put in before the first, after the last or in an epoch of its own does not belong', () => {
  const database = tamperable();
  fc.assert(
    fc.property(anySeq, fc.constantFrom(-3, 0, EVENTS + 1, EVENTS + 9), (from, to) => {
      const verdict = verdictAfter(database, () => database.prepare(COPY).run({ from, to }));
      expect(verdict.firstBad).toEqual({ epoch: 1, seq: to, why: 'out-of-place' });
    }),
  );
  const stray = verdictAfter(database, () => database.exec('update event set epoch = 2 where seq = 9'));
  expect(stray.firstBad).toEqual({ epoch: 2, seq: 9, why: 'out-of-place' });
});

test('two events that changed places are found at the first of them', () => {
  const database = tamperable();
  fc.assert(
    fc.property(anySeq, anySeq, (one, other) => {
      fc.pre(one !== other);
      const move = database.prepare('update event set seq = ? where seq = ?');
      const verdict = verdictAfter(database, () => {
        move.run(1_000, one);
        move.run(one, other);
        move.run(other, 1_000);
      });
      expect(verdict.firstBad).toMatchObject({ seq: Math.min(one, other), why: 'altered' });
    }),
  );
});

test('the stream cannot claim another end, or that the centre has what it has not', () => {
  const database = tamperable();
  const why = (change: string) => verdictAfter(database, () => database.exec(change)).firstBad?.why;
  expect(why('update stream set head = head + 1')).toBe('missing');
  expect(why('update stream set head = head - 1')).toBe('out-of-place');
  expect(why('update stream set head_hash = randomblob(32)')).toBe('head-disagrees');
  expect(why('update stream set acked = 3')).toBe('acknowledged-disagrees');
  expect(why(`update stream set acked = ${EVENTS + 1}`)).toBe('acknowledged-disagrees');
  expect(why('update stream set algorithm = 2')).toBe('unknown-algorithm');
  expect(why('update stream set prev_epoch = 1, fork_at = 3')).toBe('unknown-fork');
  const honest = 'update stream set acked = 3, acked_hash = (select hash from event where seq = 3)';
  expect(why(honest)).toBeUndefined();
});

test('an event sealed anew by someone who knows how breaks the link of the one after it', () => {
  const database = tamperable();
  fc.assert(
    fc.property(anySeq, (seq) => {
      const verdict = verdictAfter(database, () => sealAnew(database, seq));
      const isLast = seq === EVENTS;
      const firstBad = isLast ? { seq, why: 'head-disagrees' } : { seq: seq + 1, why: 'broken-link' };
      expect(verdict.firstBad).toMatchObject(firstBad);
    }),
  );
});

function sealAnew(database: Database, seq: number): void {
  database.prepare('update event set at_wall = at_wall + 1 where seq = ?').run(seq);
  const event = [...prepareStoredRows(database).events(1n)].find((row) => row?.seq === BigInt(seq));
  if (event === undefined) throw new Error(`no event ${seq}`);
  database.prepare('update event set hash = ? where seq = ?').run(sealEvent(event.prev, event), seq);
}

test('a second epoch continues the event at which histories parted, and no other', () => {
  const database = tamperable();
  const open = (forkAt: number) => `
    insert into stream select 2, 1, 0, hash, 0, hash, 'restore', 1, ${forkAt} from event where seq = 6`;
  expect(verdictAfter(database, () => database.exec(open(6)))).toMatchObject({ ok: true, epochs: 2 });
  const lied = verdictAfter(database, () => database.exec(open(7)));
  expect(lied.firstBad).toMatchObject({ epoch: 2, why: 'head-disagrees' });
});

test('the journal refuses to be rewritten by its own program', () => {
  const hall = hallFile();
  fill(hall, 2);
  expect(() => hall.database.exec('update event set v = 2')).toThrow('append-only');
  expect(() => hall.database.exec('delete from event')).toThrow('append-only');
});
