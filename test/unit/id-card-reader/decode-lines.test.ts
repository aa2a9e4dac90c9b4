import { expect, it } from 'vitest';
import { decodeIdLines } from '../../../main/cli/decode/id.ts';
import { decodeSamLines } from '../../../main/cli/decode/sam.ts';
import { FIND, NO_CARD_REPLY } from './frames.ts';

type Decode = (input: AsyncIterable<string>, write: (line: string) => void) => Promise<void>;

async function run(decode: Decode, ...lines: string[]): Promise<unknown[]> {
  const written: unknown[] = [];
  const input = (async function* () {
    yield* lines;
  })();
  await decode(input, (line) => written.push(JSON.parse(line)));
  return written;
}

const line = (value: object) => JSON.stringify(value);
const error = (text: string) => ({ error: expect.stringContaining(text) as string });

it('a damaged line is answered with an error and the next one is decoded', async () => {
  const written = await run(
    decodeSamLines,
    '{"id":',
    '[]',
    line({ id: 'a', request: FIND, chunks: ['aaa'] }),
    line({ id: 'b', request: 'zz', chunks: [] }),
    line({ id: 'c', request: FIND }),
    '',
    line({ id: 'd', request: FIND, chunks: [NO_CARD_REPLY] }),
  );
  expect(written).toMatchObject([
    error('line 1'),
    error('line 2'),
    { id: 'a', ...error('line 3, chunks[0]') },
    { id: 'b', ...error('line 4, request') },
    { id: 'c', ...error('line 5, chunks') },
    { id: 'd', frames: [{ status: '000080' }], errors: [], discarded: 0, pending: 0 },
  ]);
});

it('numbers come as plain lines or as JSON objects', async () => {
  const decode: Decode = (input, write) => decodeIdLines(input, write, '2026-06-15');
  const written = await run(
    decode,
    '11010519491231002x',
    '{"input":"110199900230901"}',
    '110105491231002\r',
    '{"number":1}',
    '{',
    '',
  );
  expect(written).toMatchObject([
    { valid: true, normalised: '11010519491231002X', birth: '19491231', sex: 'female', kind: 'citizen' },
    {
      valid: false,
      converted18: null,
      output18: null,
      conversion: expect.stringContaining('date') as string,
    },
    { valid: false, converted18: '11010519491231002X', output18: '11010519491231002X' },
    error('line 4'),
    error('line 5'),
    { input: '', valid: false, reason: 'length 0' },
  ]);
});
