import { err, ok, type Result } from '../../../../../preload/contracts/result.ts';
import type { CardText } from './card-text.ts';
import { decodeTextBlock, type TextBlockError } from './text-block.ts';

export interface ReadReplyLengths {
  readonly textLen: number;
  readonly photoLen: number;
  /** Present only in answers to 30 10, which this product never sends but can decode from a recording. */
  readonly fingerprintLen?: number;
  /** Where the text begins inside the data. */
  readonly textStart: number;
}

/** The data of a read answer begins with two or three big-endian lengths that must add up to the whole. */
export function readReplyLengths(data: Uint8Array): ReadReplyLengths | undefined {
  if (data.length < 4) return undefined;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const textLen = view.getUint16(0);
  const photoLen = view.getUint16(2);
  if (textLen === 0) return undefined;
  if (data.length === 4 + textLen + photoLen) return { textLen, photoLen, textStart: 4 };
  if (data.length < 6) return undefined;
  const fingerprintLen = view.getUint16(4);
  if (data.length !== 6 + textLen + photoLen + fingerprintLen) return undefined;
  return { textLen, photoLen, fingerprintLen, textStart: 6 };
}

export type ReadReplyError = TextBlockError | { readonly kind: 'wrong-shape' };

export interface ReadReply {
  readonly lengths: ReadReplyLengths;
  readonly text: CardText;
}

/**
 * Takes the text out of a read answer's data and wipes the data: photo and fingerprint are never kept, the
 * text lives on only in the fields. `data` is all zeros afterwards.
 */
export function takeReadReply(data: Uint8Array): Result<ReadReply, ReadReplyError> {
  const lengths = readReplyLengths(data);
  if (lengths === undefined) {
    data.fill(0);
    return err({ kind: 'wrong-shape' });
  }
  const text = decodeTextBlock(data.subarray(lengths.textStart, lengths.textStart + lengths.textLen));
  data.fill(0);
  return text.ok ? ok({ lengths, text: text.value }) : text;
}

/** Status and data of a good read answer, for the simulator and the virtual reader. */
export function encodeReadBody(textBlock: Uint8Array, photo: Uint8Array): Uint8Array {
  const body = new Uint8Array(7 + textBlock.length + photo.length);
  const view = new DataView(body.buffer);
  view.setUint8(2, 0x90);
  view.setUint16(3, textBlock.length);
  view.setUint16(5, photo.length);
  body.set(textBlock, 7);
  body.set(photo, 7 + textBlock.length);
  return body;
}
