import type { Database } from 'better-sqlite3';

const COLUMNS = 'epoch, seq, uid, kind, v, day_id, at_wall, boot_id, at_mono, skew_ms, body';

export type JournalStatements = ReturnType<typeof prepareJournal>;

/** SQL of the journal, prepared once. */
export function prepareJournal(database: Database) {
  return {
    head: database.prepare(`
      select stream.epoch, stream.head as seq, stream.head_hash as hash, coalesce(event.day_id, '') as day_id
        from stream left join event on event.epoch = stream.epoch and event.seq = stream.head
       order by stream.epoch desc limit 1`),
    insert: database.prepare(`
      insert into event (${COLUMNS}, prev, hash)
      values (@epoch, @seq, @uid, @kind, @v, @day_id, @at_wall, @boot_id, @at_mono, @skew_ms, @body, @prev, @hash)`),
    advance: database.prepare(
      `update stream set head = @seq, head_hash = @hash where epoch = @epoch and head = @seq - 1`,
    ),
    page: database.prepare(`select ${COLUMNS} from event where epoch = ? and seq > ? order by seq limit ?`),
    epochs: database.prepare(`select epoch from stream order by epoch`).pluck(),
  };
}
