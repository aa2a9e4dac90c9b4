import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeLedLines, decodeLedVector } from '../../../main/cli/decode/led.ts';
import { crc16 } from '../../../main/station/devices/crc16.ts';
import { decodeAnswer, encodeAnswer } from '../../../main/station/devices/window-display/bx-k/answers.ts';
import { boardError } from '../../../main/station/devices/window-display/bx-k/errors.ts';
import { FrameParser } from '../../../main/station/devices/window-display/bx-k/frame-parser.ts';
import {
  encodeFrame,
  FACTORY_ADDRESS,
  HOST_ADDRESS,
  SILENT_BROADCAST,
  type BxFrame,
} from '../../../main/station/devices/window-display/bx-k/frame.ts';
import {
  DELETE_ALL_AREAS,
  decodeRequest,
  encodeRequest,
  type BoardRequest,
} from '../../../main/station/devices/window-display/bx-k/requests.ts';
import { encodeText, type TextStyle } from '../../../main/station/devices/window-display/bx-k/styled-text.ts';

interface Vector {
  readonly id: string;
  readonly request: string;
  readonly response: string;
  readonly expect: object;
}

const { vectors } = JSON.parse(
  readFileSync(new URL('../../vectors/led-bxk.json', import.meta.url), 'utf8'),
) as { readonly vectors: readonly Vector[] };

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytes = (text: string): Uint8Array => Buffer.from(text.replace(/\s/g, ''), 'hex');

function onlyFrame(text: string): BxFrame {
  const outputs = new FrameParser().feed(bytes(text));
  const [output] = outputs;
  if (outputs.length !== 1 || output?.kind !== 'frame') throw new Error(JSON.stringify(outputs));
  return output.frame;
}

const frameTo = (destination: number, request: BoardRequest, silent = false): string =>
  hex(encodeFrame({ destination, source: HOST_ADDRESS, data: encodeRequest(request, silent) }));

interface Shown {
  readonly width?: number;
  readonly height?: number;
  readonly timeoutSeconds?: number;
  readonly location?: number;
  readonly style?: TextStyle;
}

const area = (text: string, { style, ...rest }: Shown = {}) => ({
  ...{ x: 0, y: 0, width: 128, height: 32, location: 0, run: 0, timeoutSeconds: 10 },
  ...{ mode: 1, speed: 2, stayHalfSeconds: 10, text: encodeText(text, 460, style) },
  ...rest,
});

const show = (...areas: ReturnType<typeof area>[]): BoardRequest => ({
  kind: 'areas',
  delete: [],
  show: areas,
});
const CALL = '请A001号到3号窗口';

/** What we would say in each recorded situation, from its meaning alone. */
const OURS: Readonly<Record<string, string>> = {
  ping: frameTo(FACTORY_ADDRESS, { kind: 'ping' }),
  'query-status': frameTo(FACTORY_ADDRESS, { kind: 'status' }),
  'delete-all': frameTo(FACTORY_ADDRESS, DELETE_ALL_AREAS),
  'show-styled': frameTo(
    FACTORY_ADDRESS,
    show(area(CALL, { timeoutSeconds: 0, style: { font: 'O000', colour: '1' } })),
  ),
  escape: frameTo(FACTORY_ADDRESS, show(area('A[Z', { width: 0xa5, height: 0x5a }))),
  'nack-busy': frameTo(FACTORY_ADDRESS, show(area(CALL))),
  'vendor-example': frameTo(0xfffe, show(area('欢迎光临'))),
};

describe('a recorded exchange', () => {
  it('each has a situation here, so that a new one is not passed over', () => {
    expect(vectors.map(({ id }) => id).sort()).toEqual(Object.keys(OURS).sort());
  });

  it.each(vectors)('$id means what is written beside it', (vector) => {
    const decoded = decodeLedVector(vector);
    expect(decoded).toMatchObject(vector.expect);
    expect(decoded).not.toHaveProperty('errors');
  });

  it.each(vectors)('$id: we ask in the same bytes', ({ id, request }) => {
    expect(OURS[id]).toBe(request);
  });

  it.each(vectors)('$id: its question, read and written again, is the same', ({ request }) => {
    const frame = onlyFrame(request);
    const decoded = decodeRequest(frame.data);
    if (decoded.request === undefined) throw new Error('not understood');
    expect(frameTo(frame.destination, decoded.request, decoded.silent)).toBe(request);
  });

  it.each(vectors)(
    '$id: its answer, read and written again, is the same but for start marks',
    ({ response }) => {
      const frame = onlyFrame(response);
      const answer = decodeAnswer(frame.data);
      if (answer === undefined) throw new Error('not understood');
      const again = hex(encodeFrame({ ...frame, data: encodeAnswer(answer) }));
      expect(again).toBe(response.replace(/^(?:a5)+/, 'a5'.repeat(8)));
    },
  );
});

describe('facts of the protocol beside the recordings', () => {
  it('the plain call of the reference, with its check', () => {
    expect(frameTo(FACTORY_ADDRESS, show(area(CALL)))).toBe(
      hex(
        bytes(`a5a5a5a5a5a5a5a5 0100 0080 000000 00 00 00 fe 02 3500 a306010000 00 01 2c00 00 0080 0000 8080 2000
          00 00 00 0a00 00 00 00 02 01 01 00 02 0a 11000000 c7eb41303031bac5b5bd33bac5b4b0bfda 4f3a 5a`),
      ),
    );
  });

  it.each([
    ['ARC', 0, 0xbb3d],
    ['Modbus', 0xffff, 0x4b37],
  ] as const)('CRC-16/%s of the check word of the CRC catalogues', (_name, begin, crc) => {
    expect(crc16(Buffer.from('123456789', 'ascii'), begin)).toBe(crc);
  });

  it.each([
    [{ kind: 'clear' }, 'a310010000'],
    [{ kind: 'brightness', level: 9 }, 'a3020100000109'],
    [{ kind: 'brightness', level: 99 }, 'a302010000010f'],
    [
      {
        kind: 'clock',
        time: { year: 2013, month: 1, day: 25, weekday: 5, hour: 11, minute: 17, second: 26 },
      },
      'a2030100001320012511172605',
    ],
    [{ kind: 'areas', delete: [0, 3], show: [] }, 'a30601000002000300'],
  ] as const)('%o is %s', (request, data) => {
    expect(hex(encodeRequest(request))).toBe(data);
  });

  it('two areas in one request', () => {
    const request = show(area('A001'), area('B002', { location: 1 }));
    const said = frameTo(FACTORY_ADDRESS, request);
    expect(decodeLedVector({ request: said })).toMatchObject({
      areas: [
        { loc: 0, text: 'A001' },
        { loc: 1, text: 'B002' },
      ],
    });
    const read = decodeRequest(onlyFrame(said).data);
    expect(read.request && frameTo(FACTORY_ADDRESS, read.request)).toBe(said);
  });

  it('a broadcast that nobody may answer', () => {
    expect(decodeLedVector({ request: frameTo(SILENT_BROADCAST, { kind: 'ping' }, true) })).toEqual({
      screen: 0xffff,
      cmd: 'ping',
      silent: true,
    });
  });

  it.each([1, 2, 5, 8, 9, 40])('%i start marks begin a frame', (marks) => {
    const answer = '00800100000000000000fe020500a00000000064dc5a';
    expect(decodeLedVector({ response: 'a5'.repeat(marks) + answer })).toEqual({ ack: true });
  });

  it.each([
    [1, 'ERR_OUTOFGROUP'],
    [5, 'ERR_CHECKSUM'],
    [12, 'ERR_FONT_NOT_EXIST'],
    [16, 'ERR_FILE_BLOCK_NUM'],
    [77, 'ERR_UNKNOWN'],
  ])('error %i is %s', (code, name) => {
    const data = encodeAnswer({ kind: 'nack', error: boardError(code) });
    const response = hex(encodeFrame({ destination: HOST_ADDRESS, source: 1, data }));
    expect(decodeLedVector({ response })).toEqual({ ack: false, error: code, name });
  });

  it('a status without special area, as a 5K1 gives it; a clock in the other order; a clock never set', () => {
    const tail = '00'.repeat(28);
    const status = (middle: string) => decodeAnswer(bytes(`a102000000 ${middle} ${tail}`));
    expect(status('01 0c 2620061501093000 00 00000000 02 00 01')).toMatchObject({
      status: { dynamicAreas: [0, 1], time: { year: 2026, weekday: 1, hour: 9 } },
    });
    expect(status('02 0f 0000000000000000 01 50303030 00 00 00')).toMatchObject({
      status: { onOff: 2, programs: 1, dynamicAreas: [], time: undefined },
    });
    expect(status('01 0f 0000000000000000 01 50303030 00 00 05')).toMatchObject({
      status: { dynamicAreas: undefined },
    });
  });
});

describe('what is no frame', () => {
  const ping = OURS['ping'] ?? '';
  it.each([
    ['checksum', ping.replace('a200', 'a201')],
    ['checksum', ping.replace('68f85a', '68f95a')],
    ['truncated', ping.slice(0, 40)],
    ['length', 'a55a'],
    ['length', 'a50102035a'],
    ['escape', ping.replace('a200', 'a603')],
    ['check-mode', 'a50100008000000000 01 00fe020500 a200010000 0000 5a'],
  ])('%s', (error, request) => {
    expect(decodeLedVector({ request })).toMatchObject({ errors: [error] });
  });

  it('lines that cannot be read are answered, and the next one is decoded', async () => {
    const written: unknown[] = [];
    const lines = (async function* () {
      yield* ['{', '{"id":1}', 'zz', '', '{"id":"a","request":"a"}', ping];
    })();
    await decodeLedLines(lines, (line) => written.push(JSON.parse(line)));
    const error = (line: number) => ({ error: expect.stringContaining(`line ${line}`) as string });
    expect(written).toEqual([error(1), error(2), error(3), error(5), { screen: 1, cmd: 'ping' }]);
  });
});
