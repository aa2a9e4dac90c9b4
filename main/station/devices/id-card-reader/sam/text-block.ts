import { err, ok, type Result } from '../../../../../preload/contracts/result.ts';
import type { CardText, CardTextField } from './card-text.ts';
import { TEXT_BLOCK_BYTES, TEXT_LAYOUTS, TYPE_FLAG, type Place, type TextLayout } from './text-layouts.ts';

export type TextBlockError =
  | { readonly kind: 'wrong-length'; readonly bytes: number }
  | { readonly kind: 'unknown-card-type'; readonly typeFlag: string };

export type TextEncodingError = {
  readonly kind: 'too-long';
  readonly field: CardTextField;
  readonly allowedUnits: number;
};

const UNIT_BYTES = 2;
const LONG_TERM = '长期';
/** Cards pad with spaces; some also with NUL or the ideographic space. */
const PADDING = ['\u0020', '\u0000', '\u3000'];

/** UTF-16LE text, padding removed on the right. Surrogate pairs and private-use characters stay as they are. */
export function decodeText(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf16le');
  let end = text.length;
  while (end > 0 && PADDING.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Reads the text block of a card by the layout that its type letter names. */
export function decodeTextBlock(block: Uint8Array): Result<CardText, TextBlockError> {
  if (block.length !== TEXT_BLOCK_BYTES) return err({ kind: 'wrong-length', bytes: block.length });
  const typeFlag = decodeText(piece(block, TYPE_FLAG));
  const layout = TEXT_LAYOUTS.find((candidate) => candidate.typeFlag === typeFlag);
  if (layout === undefined) return err({ kind: 'unknown-card-type', typeFlag });
  const entries = fieldsOf(layout).map(
    ([field, places]) => [field, decodeText(joined(block, places))] as const,
  );
  const fields = Object.fromEntries(entries) as Pick<CardText, CardTextField>;
  return ok({ docType: layout.docType, typeFlag, ...fields, longTerm: fields.validTo === LONG_TERM });
}

/** The block a card would carry: for the simulator and the virtual reader. */
export function encodeTextBlock(text: CardText): Result<Uint8Array, TextEncodingError> {
  const block = Buffer.from(' '.repeat(TEXT_BLOCK_BYTES / UNIT_BYTES), 'utf16le');
  const layout = TEXT_LAYOUTS.find((candidate) => candidate.docType === text.docType);
  if (layout === undefined) throw new Error(`No layout for ${text.docType}`);
  block.write(layout.typeFlag, TYPE_FLAG[0], 'utf16le');
  for (const [field, places] of fieldsOf(layout)) {
    const value = text[field] ?? '';
    const allowedUnits = places.reduce((sum, [, length]) => sum + length, 0) / UNIT_BYTES;
    if (value.length > allowedUnits) return err({ kind: 'too-long', field, allowedUnits });
    writePieces(block, places, value);
  }
  return ok(Uint8Array.from(block));
}

function fieldsOf(layout: TextLayout): (readonly [CardTextField, readonly Place[]])[] {
  return Object.entries(layout.fields) as (readonly [CardTextField, readonly Place[]])[];
}

const piece = (block: Uint8Array, [offset, length]: Place) => block.subarray(offset, offset + length);

function joined(block: Uint8Array, places: readonly Place[]): Uint8Array {
  return Buffer.concat(places.map((place) => piece(block, place)));
}

function writePieces(block: Buffer, places: readonly Place[], value: string): void {
  let rest = value;
  for (const [offset, length] of places) {
    block.write(rest.slice(0, length / UNIT_BYTES), offset, 'utf16le');
    rest = rest.slice(length / UNIT_BYTES);
  }
}
