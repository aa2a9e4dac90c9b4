import type { Database } from 'better-sqlite3';
import { canonicalJson } from '../../../main/hall/journal/canonical-json.ts';
import type { EventBody, EventKind } from '../../../main/hall/journal/event-catalogue.ts';
import { sealRow } from '../../../main/hall/journal/event-row.ts';
import { NO_PREDECESSOR } from '../../../main/hall/journal/seal.ts';
import { prepareJournal } from '../../../main/hall/journal/statements.ts';
import { openFirstEpoch } from '../../../main/hall/journal/stream.ts';
import { uuidText, uuidV7 } from '../../../main/hall/journal/uuid.ts';

const EPOCH = 1;
const BOOT_ID = '00000000-0000-4000-8000-000000000001';

/** Writes a long journal fast: every event sealed to the one before it by the hall's own code, only not parsed again. */
export class EventWriter {
  readonly #database: Database;
  readonly #insert;
  #seq = 0;
  #hash: Uint8Array = NO_PREDECESSOR;
  #dayId = '';

  constructor(database: Database) {
    this.#database = database;
    openFirstEpoch(database, 'bench');
    this.#insert = prepareJournal(database).insert;
  }

  get dayId(): string {
    return this.#dayId;
  }

  /** The event's place: its sequence in the first epoch. */
  write<Kind extends EventKind>(kind: Kind, atWall: number, body: EventBody<Kind>): number {
    const uid = uuidV7(atWall);
    this.#seq += 1;
    if (kind === 'day.opened') this.#dayId = uuidText(uid);
    const row = sealRow(this.#hash, {
      epoch: EPOCH,
      seq: this.#seq,
      uid,
      kind,
      v: 1,
      day_id: this.#dayId,
      at_wall: atWall,
      boot_id: BOOT_ID,
      at_mono: this.#seq,
      skew_ms: null,
      body: Buffer.from(canonicalJson(body), 'utf8'),
    });
    this.#insert.run(row);
    this.#hash = row.hash;
    return this.#seq;
  }

  /** The stream's own note of its end: without it the hall would not open the file. */
  finish(): void {
    this.#database
      .prepare('update stream set head = ?, head_hash = ? where epoch = ?')
      .run(this.#seq, this.#hash, EPOCH);
  }
}
