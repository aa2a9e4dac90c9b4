import { ok, type Result } from '../../../../../preload/contracts/result.ts';
import { composeCard, type CardFields } from '../compose-card.ts';
import { encodeFrame } from './frame.ts';
import { encodeReadBody } from './read-reply.ts';
import type { SimulatedCard } from './simulated-sam.ts';
import { encodeTextBlock, type TextEncodingError } from './text-block.ts';

/** Length of a real photo (WLT); an invented card has no face, its photo is zeros. */
const PHOTO_BYTES = 1024;

/** An invented card as the simulated module carries it: a real read frame, byte for byte. */
export function simulateCard(fields: CardFields): Result<SimulatedCard, TextEncodingError> {
  const block = encodeTextBlock(composeCard(fields));
  if (!block.ok) return block;
  return ok({ readFrame: encodeFrame(encodeReadBody(block.value, new Uint8Array(PHOTO_BYTES))) });
}
