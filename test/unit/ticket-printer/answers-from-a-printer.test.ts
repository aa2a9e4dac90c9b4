import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnswerReader } from '../../../main/station/devices/ticket-printer/esc-pos/answer-reader.ts';
import { RealTimeFilter } from '../../../main/station/devices/ticket-printer/esc-pos/real-time.ts';
import { withoutRealTimeCommands } from '../../../main/station/devices/ticket-printer/esc-pos/realtime-safe.ts';
import { judge } from '../../../main/station/devices/ticket-printer/esc-pos/read-status.ts';

const kinds = (...bytes: number[]): string[] =>
  new AnswerReader().read(Uint8Array.from(bytes)).map(({ kind }) => kind);

describe('bytes that come back', () => {
  it('tells a status byte from a fence', () => {
    expect(kinds(0x12, 0x00, 0x0c, 0x7e)).toEqual(['status', 'fence', 'fence', 'status']);
  });
  it('drops flow control and noise', () => {
    expect(kinds(0x11, 0x13, 0x92, 0xff)).toEqual([]);
  });
  it('takes a packet of automatic status whole, for three of its bytes look like fences', () => {
    expect(kinds(0x18, 0x00, 0x0f, 0x00)).toEqual(['automatic']);
  });
  it('hears a status byte that came in between a packet', () => {
    expect(kinds(0x18, 0x00, 0x32, 0x0f, 0x00)).toEqual(['status', 'automatic']);
  });
  it('reads the same in any chunks', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.nat(), (bytes, at) => {
        const cut = at % (bytes.length + 1);
        const reader = new AnswerReader();
        const inTwo = [...reader.read(bytes.slice(0, cut)), ...reader.read(bytes.slice(cut))];
        expect(inTwo).toEqual(new AnswerReader().read(bytes));
      }),
    );
  });
});

describe('what the answers mean together', () => {
  const fine = { coverOpen: false, feedButton: false, paperStop: false, error: false };
  it('is silent, not fine, when nothing was answered', () => {
    expect(judge({ roll: undefined, cause: undefined, printer: undefined })).toEqual({
      state: 'unavailable',
      reason: 'silent',
    });
  });
  it('is ready when one of the three answers and none complains', () => {
    expect(judge({ roll: undefined, cause: fine, printer: undefined })).toEqual({
      state: 'ready',
      paperLow: false,
    });
  });
  it.each([
    [
      { roll: { nearEnd: true, paperOut: false }, cause: fine },
      { state: 'ready', paperLow: true },
    ],
    [
      { roll: { nearEnd: true, paperOut: true }, cause: fine },
      { state: 'unavailable', reason: 'no-paper' },
    ],
    [
      { roll: undefined, cause: { ...fine, paperStop: true } },
      { state: 'unavailable', reason: 'no-paper' },
    ],
    [
      { roll: undefined, cause: { ...fine, coverOpen: true, paperStop: true } },
      { state: 'unavailable', reason: 'cover-open' },
    ],
    [
      { roll: undefined, cause: { ...fine, error: true } },
      { state: 'unavailable', reason: 'fault' },
    ],
  ] as const)('%o', (answers, status) => {
    expect(judge({ printer: { online: true, drawerPinHigh: false }, ...answers })).toEqual(status);
  });
  it('is a fault when the printer is offline and says no more', () => {
    const printer = { online: false, drawerPinHigh: false };
    expect(judge({ roll: undefined, cause: fine, printer })).toMatchObject({ reason: 'fault' });
  });
});

describe('a picture on its way to the printer', () => {
  it('holds no real-time command, and differs by added dots only', () => {
    const risky = fc
      .array(fc.constantFrom(0x10, 0x04, 0x05, 0x14, 0x01, 0x02))
      .map((bytes) => Uint8Array.from(bytes));
    fc.assert(
      fc.property(risky, (picture) => {
        const safe = withoutRealTimeCommands(picture);
        expect(Buffer.from(safe).toString('hex')).not.toMatch(/^(..)*10(04|05|14)/);
        expect(picture.every((byte, at) => ((safe[at] ?? 0) & byte) === byte)).toBe(true);
        expect(new RealTimeFilter().split(safe).commands).toEqual([]);
      }),
    );
  });
});
