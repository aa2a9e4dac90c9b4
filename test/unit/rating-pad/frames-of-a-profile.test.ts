import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodePress } from '../../../main/station/devices/rating-pad/pad-frame.ts';
import { PadParser, type PadPress } from '../../../main/station/devices/rating-pad/pad-parser.ts';
import type { PadProfile } from '../../../main/station/devices/rating-pad/pad-profile.ts';
import { DEMO_PAD, profileOf, SHAPES } from './pads.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytes = (text: string): Uint8Array => Buffer.from(text.replace(/\s/g, ''), 'hex');
const codes = (presses: readonly PadPress[]): number[] => presses.map(({ code }) => code);
const shapes = Object.entries(SHAPES);
const keysOf = (profile: PadProfile): number[] => [...profile.keys.keys()];

function cut(stream: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = [...new Set(cuts.map((place) => place % (stream.length + 1)))].sort((a, b) => a - b);
  return [...places, stream.length].map((end, index) => stream.subarray(places[index - 1] ?? 0, end));
}

describe('a key in each shape', () => {
  it.each([
    ['one byte a key', 0x35, '35'],
    ['STX address key ETX BCC', 0x35, '02 01 35 00 34'],
    ['AA 55 with sum', 0x05, 'aa 55 01 05 06'],
    // Modbus: the check of a published example is proved with the check word of the CRC catalogues.
    ['registers with CRC', 0x05, '03 00 00 00 05'],
  ])('%s', (shape, code, frame) => {
    const profile = SHAPES[shape] ?? DEMO_PAD;
    const pressed = encodePress(profile, code);
    expect(hex(pressed).startsWith(frame.replace(/\s/g, ''))).toBe(true);
    expect(new PadParser(profile).feed(pressed)).toMatchObject([{ code, key: { kind: 'rating', score: 5 } }]);
  });

  it('the check of a register frame is the Modbus one, low byte first', () => {
    // A read of holding registers as every Modbus primer shows it: 01 03 00 00 00 0A, check C5 CD.
    const profile = profileOf(`
origin: primer
baudRate: 9600
length: 8
addressOffset: 0
keyOffset: 5
checksum: crc16
keys: { '0a': { call: next } }`);
    expect(new PadParser(profile).feed(bytes('01 03 00 00 00 0a c5 cd'))).toMatchObject([
      { address: 1, key: { kind: 'call', action: 'next' } },
    ]);
  });

  it.each(shapes)('%s: any chunking, with frames back to back', (_name, profile) => {
    const presses = fc.array(fc.constantFrom(...keysOf(profile)), { maxLength: 20 });
    fc.assert(
      fc.property(presses, fc.array(fc.nat(), { maxLength: 20 }), (list, cuts) => {
        const parser = new PadParser(profile);
        const stream = Buffer.concat(list.map((code) => encodePress(profile, code)));
        expect(codes(cut(stream, cuts).flatMap((chunk) => parser.feed(chunk)))).toEqual(list);
        expect([parser.pending, parser.discarded]).toEqual([0, 0]);
      }),
    );
  });

  it.each(shapes.filter(([, profile]) => profile.checksum !== 'none'))(
    '%s: whatever comes before it, a key is read after the idle gap',
    (_name, profile) => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 40 }), fc.constantFrom(...keysOf(profile)), (dirt, code) => {
          const parser = new PadParser(profile);
          parser.feed(dirt);
          parser.gapPassed();
          expect(codes(parser.feed(encodePress(profile, code)))).toEqual([code]);
        }),
      );
    },
  );
});

describe('noise', () => {
  it('before a header, without any gap, costs nothing but itself', () => {
    const noise = fc
      .uint8Array({ maxLength: 40 })
      .map((dirt) => dirt.map((byte) => (byte === 0xaa ? 0 : byte)));
    fc.assert(
      fc.property(noise, fc.constantFrom(...keysOf(DEMO_PAD)), (dirt, code) => {
        const parser = new PadParser(DEMO_PAD);
        expect(codes(parser.feed(Buffer.concat([dirt, encodePress(DEMO_PAD, code)])))).toEqual([code]);
        expect(parser.discarded).toBe(dirt.length);
      }),
    );
  });

  it('a false header inside a damaged frame does not take the next frame along', () => {
    const parser = new PadParser(DEMO_PAD);
    expect(codes(parser.feed(bytes('aa 55 01 aa 55 01 05 06')))).toEqual([5]);
    expect(codes(parser.feed(bytes('aa aa 55 01 04 05')))).toEqual([4]);
  });

  it('one turned bit behind the header gives no key, and the next press is read', () => {
    for (let at = 2; at < 5; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const broken = encodePress(DEMO_PAD, 0x05);
        broken[at] = (broken[at] ?? 0) ^ (1 << bit);
        const parser = new PadParser(DEMO_PAD);
        const read = parser.feed(Buffer.concat([broken, encodePress(DEMO_PAD, 0x03)]));
        expect(codes(read)).toEqual([3]);
      }
    }
  });

  it('anything at all never piles up and never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(SHAPES)), fc.array(fc.uint8Array()), (profile, chunks) => {
        const parser = new PadParser(profile);
        for (const chunk of chunks) parser.feed(chunk);
        expect(parser.pending).toBeLessThan(profile.length);
      }),
    );
  });

  it('of a profile without any check only known keys count', () => {
    const profile = SHAPES['one byte a key'] ?? DEMO_PAD;
    const parser = new PadParser(profile);
    expect(codes(parser.feed(bytes('00 ff 35 7e 4e')))).toEqual([0x35, 0x4e]);
    expect(parser.discarded).toBe(3);
  });
});

describe('frames that are none of ours', () => {
  it('a key that the profile does not name is a frame, not noise', () => {
    const parser = new PadParser(DEMO_PAD);
    expect(parser.feed(encodePress(DEMO_PAD, 0x77))).toEqual([{ code: 0x77, key: undefined, address: 1 }]);
    expect(parser.discarded).toBe(0);
  });

  it('another pad on the same line is left alone', () => {
    const profile = SHAPES['registers with CRC'] ?? DEMO_PAD;
    const parser = new PadParser(profile);
    expect(parser.feed(encodePress(profile, 0x05, 4))).toEqual([]);
    expect(parser.feed(encodePress(profile, 0x05, 3))).toHaveLength(1);
    expect(parser.discarded).toBe(0);
  });
});
