import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Lifetime } from '../../../main/foundation/lifetime.ts';

/** An event's bytes and the answer kept for a retry are about so long. */
const TEXT_BYTES = 350;

/**
 * The least that keeping a ticket's rows costs: a counter, a ticket, a hashed event and an answer to the request, in one
 * durable transaction. Nothing is checked, nobody is looked for.
 */
export function openRawTransaction(folder: string, lifetime: Lifetime): () => void {
  const database = lifetime.own(
    new Database(join(folder, 'raw-transaction.sqlite')),
    (opened) => void opened.close(),
  );
  database.pragma('journal_mode = wal');
  database.pragma('synchronous = full');
  database.exec(`
    create table series (name text primary key, last integer not null) without rowid;
    insert into series values ('C', 0);
    create table ticket (id text primary key, number integer not null, state text not null) without rowid;
    create index waiting on ticket(number) where state = 'waiting';
    create table event (seq integer primary key, body text not null, hash blob not null);
    create table request (id integer primary key, answer text not null);
  `);
  const use = database.prepare("update series set last = last + 1 where name = 'C' returning last").pluck();
  const insertTicket = database.prepare("insert into ticket values (?, ?, 'waiting')");
  const insertEvent = database.prepare('insert into event values (?, ?, ?)');
  const insertAnswer = database.prepare('insert into request values (?, ?)');
  const text = 'x'.repeat(TEXT_BYTES);
  const write = database.transaction(() => {
    const number = use.get() as number;
    insertTicket.run(randomBytes(16).toString('hex'), number);
    insertEvent.run(number, text, createHash('sha256').update(text).digest());
    insertAnswer.run(number, text);
  });
  return () => void write.immediate();
}
