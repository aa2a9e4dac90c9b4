import type { EventKind } from './event-catalogue.ts';
import { sealEvent, type SealedFields } from './seal.ts';

/** An event as it goes into its table, before it is sealed. Integers, whole milliseconds. */
export interface EventDraft {
  readonly epoch: number;
  readonly seq: number;
  readonly uid: Uint8Array;
  readonly kind: EventKind;
  readonly v: number;
  readonly day_id: string;
  readonly at_wall: number;
  readonly boot_id: string;
  readonly at_mono: number;
  readonly skew_ms: number | null;
  readonly body: Uint8Array;
}

export type SealedRow = EventDraft & { readonly prev: Uint8Array; readonly hash: Uint8Array };

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

function sealedFields(draft: EventDraft): SealedFields {
  return {
    epoch: BigInt(draft.epoch),
    seq: BigInt(draft.seq),
    uid: draft.uid,
    kind: utf8(draft.kind),
    v: BigInt(draft.v),
    dayId: utf8(draft.day_id),
    atWall: BigInt(draft.at_wall),
    bootId: utf8(draft.boot_id),
    atMono: BigInt(draft.at_mono),
    skewMs: draft.skew_ms === null ? null : BigInt(draft.skew_ms),
    body: draft.body,
  };
}

export function sealRow(prev: Uint8Array, draft: EventDraft): SealedRow {
  return { ...draft, prev, hash: sealEvent(prev, sealedFields(draft)) };
}
