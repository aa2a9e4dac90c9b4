import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeAnswer } from '../../../main/station/devices/window-display/bx-k/answers.ts';
import {
  FrameParser,
  type ParserOutput,
} from '../../../main/station/devices/window-display/bx-k/frame-parser.ts';
import { encodeFrame, FRAME_START } from '../../../main/station/devices/window-display/bx-k/frame.ts';
import { decodeRequest } from '../../../main/station/devices/window-display/bx-k/requests.ts';

const data = fc.uint8Array({ minLength: 5, maxLength: 600 });
/** Noise that cannot begin a frame. */
const quietNoise = fc
  .uint8Array({ maxLength: 40 })
  .map((bytes) => bytes.map((byte) => (byte === FRAME_START ? 0 : byte)));
const anyNoise = fc.uint8Array({ maxLength: 60 });
const frameOf = (content: Uint8Array): Uint8Array =>
  encodeFrame({ destination: 0x8000, source: 1, data: content });

function cut(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = [...new Set(cuts.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b);
  return [...places, bytes.length].map((end, index) => bytes.subarray(places[index - 1] ?? 0, end));
}

const contents = (outputs: readonly ParserOutput[]): string[] =>
  outputs.flatMap((output) =>
    output.kind === 'frame' ? [Buffer.from(output.frame.data).toString('hex')] : [],
  );
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

it('any chunking of frames with noise between yields exactly these frames, and counts the noise', () => {
  const parts = fc.array(fc.tuple(quietNoise, data), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(parts, fc.array(fc.nat(), { maxLength: 30 }), (list, cuts) => {
      const stream = Buffer.concat(list.flatMap(([dirt, content]) => [dirt, frameOf(content)]));
      const parser = new FrameParser();
      const outputs = cut(stream, cuts).flatMap((chunk) => parser.feed(chunk));
      expect(contents(outputs)).toEqual(list.map(([, content]) => hexOf(content)));
      expect(outputs).toHaveLength(list.length);
      expect(parser.discarded).toBe(list.reduce((sum, [dirt]) => sum + dirt.length, 0));
      expect(parser.pending).toBe(0);
    }),
  );
});

it('anything at all, cut anywhere, gives the same as in one piece', () => {
  const anything = fc.array(fc.oneof(anyNoise, data.map(frameOf)), { maxLength: 6 });
  fc.assert(
    fc.property(anything, fc.array(fc.nat(), { maxLength: 20 }), (parts, cuts) => {
      const stream = Buffer.concat(parts);
      const [whole, pieces] = [new FrameParser(), new FrameParser()];
      const outputs = whole.feed(stream);
      expect(cut(stream, cuts).flatMap((chunk) => pieces.feed(chunk))).toEqual(outputs);
      expect([pieces.pending, pieces.discarded]).toEqual([whole.pending, whole.discarded]);
    }),
  );
});

it('whatever comes before a frame, even half of another one, that frame is read', () => {
  fc.assert(
    fc.property(anyNoise, data, fc.nat(), data, (dirt, broken, place, good) => {
      const half = frameOf(broken).subarray(0, place % frameOf(broken).length);
      const parser = new FrameParser();
      parser.feed(dirt);
      parser.feed(half);
      expect(contents(parser.feed(frameOf(good))).at(-1)).toBe(hexOf(good));
    }),
  );
});

it('one turned bit behind the start marks never gives a frame with another content', () => {
  fc.assert(
    fc.property(data, fc.nat(), fc.nat(7), (content, place, bit) => {
      const frame = frameOf(content);
      const at = 8 + (place % (frame.length - 9));
      frame[at] = (frame[at] ?? 0) ^ (1 << bit);
      const parser = new FrameParser();
      expect(contents(parser.feed(frame)).filter((read) => read !== hexOf(content))).toEqual([]);
    }),
  );
});

it('a flood without an end mark does not pile up', () => {
  const parser = new FrameParser();
  for (let round = 0; round < 1000; round += 1)
    parser.feed(new Uint8Array(100).fill(round % 2 === 0 ? 7 : 9));
  parser.feed(Uint8Array.of(FRAME_START));
  for (let round = 0; round < 1000; round += 1) parser.feed(new Uint8Array(100).fill(7));
  expect(parser.pending).toBeLessThan(2200);
});

it('whatever a frame holds, reading it never throws', () => {
  const known = fc.constantFrom([0xa0, 0], [0xa0, 1], [0xa1, 2], [0xa2, 3], [0xa3, 2], [0xa3, 6], [0xa3, 16]);
  fc.assert(
    fc.property(known, fc.uint8Array({ maxLength: 200 }), (head, rest) => {
      const content = Uint8Array.from([...head, ...rest]);
      decodeAnswer(content);
      decodeRequest(content);
    }),
    { numRuns: 1000 },
  );
});
