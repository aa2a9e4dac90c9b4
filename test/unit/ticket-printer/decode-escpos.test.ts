import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { decodeEscpos, decodeEscposStream } from '../../../main/cli/decode/escpos.ts';

const HEX = '1b401c261b6101b2e2cad40a1d7630000100010080' + '1d564200';
const LINES = '测试\n[picture 8x1]\n[cut]\n';

describe('songting decode escpos', () => {
  it('reads hexadecimal, with or without spaces', () => {
    expect(decodeEscpos(Buffer.from(`${HEX}\n`))).toBe(LINES);
    expect(decodeEscpos(Buffer.from(HEX.replace(/(..)/g, '$1 ')))).toBe(LINES);
  });
  it('reads raw bytes', () => {
    expect(decodeEscpos(Buffer.from(HEX, 'hex'))).toBe(LINES);
  });
  it('gives commands and paper as JSON', () => {
    const { ops, paper } = JSON.parse(decodeEscpos(Buffer.from(HEX), { json: true })) as Record<
      string,
      unknown[]
    >;
    expect(ops?.slice(0, 3)).toEqual([['init'], ['chinese', true], ['align', 'center']]);
    expect(paper).toEqual(['测试', '[picture 8x1]', '[cut]']);
  });
  it('answers JSON lines one by one, the wrong ones too', () => {
    const input = ['{"id":"a","hex":"100404"}', '{"id":"b","hex":"zz"}', 'x', '{"query":4,"byte":"7e"}'].join(
      '\n',
    );
    const answers = decodeEscpos(Buffer.from(input), { json: true }).trim().split('\n');
    expect(answers.map((line) => JSON.parse(line) as unknown)).toEqual([
      { id: 'a', ops: [['dleEot', 4]], paper: [] },
      { id: 'b', error: 'expected id and hex' },
      { error: 'not-json' },
      { flags: { nearEnd: true, paperOut: true } },
    ]);
  });
  it('reads a stream to its end', async () => {
    let written = '';
    const output = new Writable({
      write(chunk: Buffer, _encoding, done) {
        written += chunk.toString();
        done();
      },
    });
    await decodeEscposStream(
      Readable.from([Buffer.from(HEX.slice(0, 7)), Buffer.from(HEX.slice(7))]),
      output,
    );
    expect(written).toBe(LINES);
  });
});
