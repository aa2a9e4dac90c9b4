import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeAutomaticStatus } from '../../../main/station/devices/ticket-printer/esc-pos/automatic-status.ts';
import {
  decodeEscPos,
  EscPosDecoder,
  type EscPosOp,
} from '../../../main/station/devices/ticket-printer/esc-pos/decoder.ts';
import {
  decodeStatusByte,
  isStatusByte,
  type StatusQuery,
} from '../../../main/station/devices/ticket-printer/esc-pos/status-bytes.ts';

interface Vectors {
  streams: { id: string; hex: string; length: number; ops: EscPosOp[] }[];
  statusBytes: { query: StatusQuery; byte: string; flags: Record<string, boolean> }[];
  invalidStatusBytes: { byte: string; why: string }[];
  asbPackets: { hex: string; flags: Record<string, boolean> }[];
  recordedLibraryOutput: { id: string; hex: string }[];
}
const vectors = JSON.parse(
  readFileSync(new URL('../../vectors/escpos.json', import.meta.url), 'utf8'),
) as Vectors;
const bytes = (hex: string): Uint8Array => Buffer.from(hex, 'hex');

describe('streams', () => {
  it.each(vectors.streams)('$id reads as its op list', ({ hex, length, ops }) => {
    expect(bytes(hex)).toHaveLength(length);
    expect(decodeEscPos(bytes(hex))).toEqual(ops);
  });

  it.each(vectors.streams)('$id reads the same byte by byte, but for runs of text', ({ hex, ops }) => {
    const decoder = new EscPosDecoder();
    const found = [...bytes(hex)].flatMap((byte) => decoder.push(Uint8Array.of(byte)));
    expect(joinText([...found, ...decoder.end()])).toEqual(ops);
  });

  it('shows a command that was cut off instead of hiding it', () => {
    expect(decodeEscPos(bytes('1b401d7630000300'))).toEqual([['init'], ['incomplete', '1d7630000300']]);
  });

  it('keeps bytes that mean nothing', () => {
    expect(decodeEscPos(bytes('1bff41'))).toEqual([
      ['unknown', '1bff'],
      ['text', 'A'],
    ]);
  });
});

describe('status bytes', () => {
  it.each(vectors.statusBytes)('DLE EOT $query answered $byte', ({ query, byte, flags }) => {
    const decoded = decodeStatusByte(query, Number.parseInt(byte, 16));
    expect(decoded).toMatchObject({ ok: true, value: flags });
  });

  it.each(vectors.invalidStatusBytes)('$byte is no answer: $why', ({ byte }) => {
    expect(isStatusByte(Number.parseInt(byte, 16))).toBe(false);
    expect(decodeStatusByte(1, Number.parseInt(byte, 16)).ok).toBe(false);
  });

  it.each(vectors.asbPackets)('automatic status $hex', ({ hex, flags }) => {
    expect(decodeAutomaticStatus(bytes(hex))).toMatchObject({ ok: true, value: flags });
  });

  it('refuses a packet with a DLE EOT answer in it', () => {
    expect(decodeAutomaticStatus(bytes('10001200')).ok).toBe(false);
  });
});

describe('what the library was recorded to send by itself', () => {
  const opsOf = (id: string): EscPosOp[] =>
    decodeEscPos(bytes(vectors.recordedLibraryOutput.find((output) => output.id === id)?.hex ?? ''));

  it('is an international set, not Chinese mode', () => {
    expect(opsOf('lib-charset-china')).toEqual([
      ['internationalSet', 15],
      ['text', '中文'],
    ]);
  });
  it('prints plausible wrong Chinese', () => {
    expect(opsOf('lib-mojibake').filter(([name]) => name === 'text')).toEqual([
      ['text', '吉'],
      ['text', '??'],
      ['text', '面矢规'],
    ]);
  });
  it('spills the tail of a QR text onto the paper', () => {
    expect(opsOf('lib-qr-utf8').slice(3)).toEqual([
      ['qrData', 'e7a5a8e58fb7', '票号'],
      ['text', 'A001'],
      ['qrPrint'],
    ]);
  });
  it('resets every mode after a cut', () => {
    expect(opsOf('lib-cut')).toEqual([['feedLines', 4], ['feedLines', 4], ['cut', 'full'], ['init']]);
  });
  it('asks for a status that waits in the queue', () => {
    expect(opsOf('lib-status')).toEqual([['statusRequest', 1]]);
  });
});

function joinText(ops: EscPosOp[]): EscPosOp[] {
  return ops.reduce<EscPosOp[]>((joined, op) => {
    const last = joined.at(-1);
    if (op[0] !== 'text' || last?.[0] !== 'text') return [...joined, op];
    return [...joined.slice(0, -1), ['text', String(last[1]) + String(op[1])]];
  }, []);
}
