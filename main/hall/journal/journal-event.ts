import { z } from 'zod';
import { eventCatalogue, isEventKind, type EventBody, type EventKind } from './event-catalogue.ts';
import type { EventDraft } from './event-row.ts';
import { uuidText } from './uuid.ts';

interface Envelope {
  readonly epoch: number;
  readonly seq: number;
  readonly uid: string;
  /** The uid of the day's `day.opened` event; empty before the first day. */
  readonly dayId: string;
  /** Wall clock, milliseconds since 1970. For showing and measuring; never for ordering. */
  readonly atWall: number;
  readonly bootId: string;
  readonly atMono: number;
  readonly skewMs: number | null;
}

type EventOf<Kind extends EventKind> = Envelope & {
  readonly kind: Kind;
  readonly v: number;
  readonly body: EventBody<Kind>;
};

/** One fact, with its body parsed: `switch (event.kind)` knows the fields. */
export type JournalEvent = { [Kind in EventKind]: EventOf<Kind> }[EventKind];

const EventRow = z.object({
  epoch: z.int(),
  seq: z.int(),
  uid: z.instanceof(Uint8Array),
  kind: z.string(),
  v: z.int(),
  day_id: z.string(),
  at_wall: z.int(),
  boot_id: z.string(),
  at_mono: z.int(),
  skew_ms: z.int().nullable(),
  body: z.instanceof(Uint8Array),
});

/** Parses a stored row. Throws on a row that this program cannot have written: `verifyJournal` says where it is. */
export function parseEventRow(raw: unknown): JournalEvent {
  const row = EventRow.parse(raw);
  if (!isEventKind(row.kind) || eventCatalogue[row.kind].v !== row.v) {
    throw new Error(
      `Event ${row.epoch}/${row.seq} has kind ${row.kind} version ${row.v}, unknown to this program`,
    );
  }
  return eventFrom(
    row,
    eventCatalogue[row.kind].body.parse(JSON.parse(Buffer.from(row.body).toString('utf8'))),
  );
}

/** The fact that a row states. `body` is what the catalogue's schema of the row's kind made of the row's own bytes. */
export function eventFrom(
  row: Omit<EventDraft, 'kind' | 'body'> & { readonly kind: string },
  body: EventBody<EventKind>,
): JournalEvent {
  return {
    epoch: row.epoch,
    seq: row.seq,
    uid: uuidText(row.uid),
    dayId: row.day_id,
    atWall: row.at_wall,
    bootId: row.boot_id,
    atMono: row.at_mono,
    skewMs: row.skew_ms,
    kind: row.kind,
    v: row.v,
    body,
  } as JournalEvent; // kind and body belong together, see above
}
