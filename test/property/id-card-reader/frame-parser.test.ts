import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  FrameParser,
  type ParserOutput,
} from '../../../main/station/devices/id-card-reader/sam/frame-parser.ts';
import { encodeFrame, PREAMBLE } from '../../../main/station/devices/id-card-reader/sam/frame.ts';
import { takeReadReply } from '../../../main/station/devices/id-card-reader/sam/read-reply.ts';
import { decodeTextBlock } from '../../../main/station/devices/id-card-reader/sam/text-block.ts';

const body = fc.uint8Array({ minLength: 3, maxLength: 2313 });
/** Noise that holds no whole preamble: 96 never appears in it. */
const noise = fc
  .uint8Array({ maxLength: 40 })
  .map((bytes) => bytes.map((byte) => (byte === 0x96 ? 0xaa : byte)));
/** Damaged beginnings: a preamble with anything behind it. */
const falseStart = fc.uint8Array({ maxLength: 12 }).map((bytes) => Uint8Array.from([...PREAMBLE, ...bytes]));

function cut(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = [...new Set(cuts.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b);
  return [...places, bytes.length].map((end, index) => bytes.subarray(places[index - 1] ?? 0, end));
}

const framesIn = (outputs: readonly ParserOutput[]) =>
  outputs.flatMap((output) => (output.kind === 'frame' ? [Buffer.from(output.body).toString('hex')] : []));

const feedAll = (parser: FrameParser, chunks: readonly Uint8Array[]) =>
  chunks.flatMap((chunk) => parser.feed(chunk));

it('any chunking of frames with noise between yields exactly these frames, and counts the noise', () => {
  const parts = fc.array(fc.tuple(noise, body), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(parts, fc.array(fc.nat(), { maxLength: 30 }), (list, cuts) => {
      const stream = Buffer.concat(list.flatMap(([dirt, content]) => [dirt, encodeFrame(content)]));
      const parser = new FrameParser();
      const outputs = feedAll(parser, cut(stream, cuts));
      expect(framesIn(outputs)).toEqual(list.map(([, content]) => Buffer.from(content).toString('hex')));
      expect(outputs).toHaveLength(list.length);
      expect(parser.discarded).toBe(list.reduce((sum, [dirt]) => sum + dirt.length, 0));
      expect(parser.pending).toBe(0);
    }),
  );
});

it('anything at all, cut anywhere, gives the same as in one piece, and no byte is lost from the books', () => {
  const anything = fc.array(
    fc.oneof(noise, falseStart, fc.uint8Array({ maxLength: 60 }), body.map(encodeFrame)),
    {
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(anything, fc.array(fc.nat(), { maxLength: 20 }), (parts, cuts) => {
      const stream = Buffer.concat(parts);
      const whole = new FrameParser();
      const pieces = new FrameParser();
      const outputs = whole.feed(stream);
      expect(feedAll(pieces, cut(stream, cuts))).toEqual(outputs);
      const inFrames = framesIn(outputs).reduce((sum, hex) => sum + hex.length / 2 + 8, 0);
      expect(inFrames + whole.discarded + whole.pending).toBe(stream.length);
      expect(pieces.pending).toBe(whole.pending);
    }),
  );
});

it('after a frame cut off anywhere and a silence, the next frame is read', () => {
  fc.assert(
    fc.property(body, fc.nat(), body, (broken, place, good) => {
      const start = encodeFrame(broken);
      const parser = new FrameParser();
      parser.feed(start.subarray(0, place % start.length));
      parser.gapTimerFired();
      expect(parser.pending).toBe(0);
      expect(framesIn(parser.feed(encodeFrame(good)))).toEqual([Buffer.from(good).toString('hex')]);
    }),
  );
});

it('whatever a frame holds, taking it apart never throws and leaves no photo behind', () => {
  const lengths = fc.tuple(fc.nat(2400), fc.uint8Array({ maxLength: 1400 })).map(([size, rest]) => {
    const data = Buffer.alloc(4 + rest.length);
    data.set([1, 0, size >> 8, size & 0xff]);
    data.set(rest, 4);
    return Uint8Array.from(data);
  });
  fc.assert(
    fc.property(fc.oneof(lengths, fc.uint8Array({ maxLength: 300 })), (data) => {
      takeReadReply(data);
      expect(data.every((byte) => byte === 0)).toBe(true);
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 256, maxLength: 256 }), (block) => void decodeTextBlock(block)),
  );
});
