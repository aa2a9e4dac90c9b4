import type { Database } from 'better-sqlite3';

/**
 * The journal's tables; number this in the hall's list of migrations. The triggers stop a wrong program, not a
 * determined person: for that there is the chain.
 */
export function createJournalTables(database: Database): void {
  database.exec(`
    create table event (
      epoch   integer not null,
      seq     integer not null,           -- dense per epoch, from 1; the only order that counts
      uid     blob    not null check (length(uid) = 16),  -- uuidv7; survives a re-carry into a new epoch
      kind    text    not null,
      v       integer not null,           -- schema version of the kind
      day_id  text    not null,           -- uid of the "day opened" event; empty before the first day
      at_wall integer not null,           -- evidence about time, never used to order
      boot_id text    not null,
      at_mono integer not null,
      skew_ms integer,                    -- against the centre's clock; null = never compared
      body    blob    not null,           -- canonical bytes; no personal field in clear
      prev    blob    not null check (length(prev) = 32),
      hash    blob    not null check (length(hash) = 32),
      primary key (epoch, seq)
    ) strict, without rowid;

    create table stream (
      epoch      integer primary key,
      algorithm  integer not null,        -- 1 = SHA-256
      head       integer not null,
      head_hash  blob    not null,
      acked      integer not null,        -- the centre has everything up to here
      acked_hash blob    not null,
      opened_by  text    not null,
      prev_epoch integer references stream (epoch),
      fork_at    integer
    ) strict;

    create trigger event_is_never_changed before update on event
    begin select raise(abort, 'the journal is append-only'); end;
    create trigger event_is_never_removed before delete on event
    begin select raise(abort, 'the journal is append-only'); end;
  `);
}
