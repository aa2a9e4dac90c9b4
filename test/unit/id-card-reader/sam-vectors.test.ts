import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeSamVector } from '../../../main/cli/decode/sam.ts';
import {
  CITIZEN,
  FIND,
  FIND_REPLY,
  frame,
  NO_CARD_REPLY,
  READ,
  readFrame,
  SELECT,
  SELECT_REPLY,
} from './frames.ts';
import type { Piece } from './frames.ts';

interface SamVectors {
  readonly vectors: readonly {
    readonly id: string;
    readonly request: string;
    readonly chunks: readonly string[];
    readonly expect: object;
  }[];
}

const given = JSON.parse(
  readFileSync(new URL('../../vectors/sam-frames.json', import.meta.url), 'utf8'),
) as SamVectors;

const decode = (request: string, ...chunks: string[]) => decodeSamVector({ id: 'own', request, chunks });
const fieldsOf = (pieces: readonly Piece[]) => decode(READ, readFrame(pieces)).frames[0]?.fields;
const citizenWith = (...pieces: Piece[]) => fieldsOf([...CITIZEN, ...pieces]);
const halves = (hex: string): [string, string] => [hex.slice(0, 1200), hex.slice(1200)];

describe('the recorded vectors', () => {
  it.each(given.vectors)('$id', (vector) => {
    expect(decodeSamVector(vector)).toMatchObject(vector.expect);
  });

  it('every chunking of every vector gives the same', () => {
    for (const vector of given.vectors.filter(({ chunks }) => !chunks.includes(''))) {
      const bytes = vector.chunks.join('').match(/../g) ?? [];
      expect(decodeSamVector({ ...vector, chunks: bytes })).toEqual(decodeSamVector(vector));
    }
  });
});

describe('people', () => {
  it.each([
    ['19660614', 60, 60, 60],
    ['19660616', 59, 59, 60],
    ['19610615', 64, 65, 65],
    ['19560614', 70, 70, 70],
    ['19560616', 69, 69, 70],
    ['19460615', 79, 80, 80],
    ['19360229', 90, 90, 90],
    ['20260615', null, 0, 0],
    ['19560631', null, null, null],
  ])('born %s', (birth, before, on, after) => {
    expect(citizenWith([36, birth])?.ageAt).toEqual({
      '2026-06-14': before,
      '2026-06-15': on,
      '2026-06-16': after,
    });
  });

  it('a leap-day birth turns a year older on the last day of February of a common year', () => {
    const vector = { id: 'leap', request: READ, chunks: [readFrame([...CITIZEN, [36, '19360229']])] };
    const days = ['2026-02-27', '2026-02-28'];
    expect(decodeSamVector(vector, days).frames[0]?.fields?.ageAt).toEqual({
      '2026-02-27': 89,
      '2026-02-28': 90,
    });
  });

  it('a surname outside the basic plane stays one character', () => {
    expect(citizenWith([0, '\u{20BB7}测试'])?.name).toBe('\u{20BB7}测试');
  });

  it('a name of 15 and an address of 35 units touch their neighbours without mixing', () => {
    const name = '测试'.repeat(7) + '长';
    const address = '样'.repeat(35);
    expect(citizenWith([0, name], [52, address])).toMatchObject({ name, address, sexCode: '2' });
  });

  it('长期 is kept and flagged', () => {
    expect(citizenWith([204, '长期      '])).toMatchObject({ validTo: '长期', longTerm: true });
  });

  it.each([
    ['01', '汉'],
    ['36', '毛南'],
    ['44', '俄罗斯'],
    ['46', '德昂'],
    ['56', '基诺'],
    ['97', '其他'],
    ['98', '外国血统中国籍人士'],
    ['57', undefined],
    ['00', undefined],
  ])('ethnicity %s is %s', (code, nation) => {
    expect(citizenWith([32, code])?.nation).toBe(nation);
  });

  it.each([
    ['0', '未知'],
    ['1', '男'],
    ['2', '女'],
    ['9', '未说明'],
    ['5', undefined],
  ])('sex %s is %s', (code, sex) => {
    expect(citizenWith([30, code])?.sex).toBe(sex);
  });

  it('NUL and ideographic spaces are padding too', () => {
    expect(citizenWith([0, '测试\u0000\u0000\u3000 '])?.name).toBe('测试');
  });
});

describe('other cards', () => {
  it('a Macau resident permit carries its travel permit and no ethnicity', () => {
    const fields = citizenWith(
      [32, '  '],
      [122, '820000199202209325'],
      [220, 'M87654321'],
      [238, '02'],
      [248, 'J'],
    );
    expect(fields).toMatchObject({
      docType: 'hmtResident',
      typeFlag: 'J',
      passNumber: 'M87654321',
      issueCount: '02',
    });
    expect(fields).not.toHaveProperty('nationCode');
  });

  it('the 2023 foreigner card joins a 46-unit English name whose 35th unit is a space', () => {
    const first = 'ABCDEFGHIJ KLMNOPQRST UVWXYZABCDEF ';
    const rest = 'GHIJKLMNOPQ';
    expect(first.length + rest.length).toBe(46);
    const fields = fieldsOf([
      [0, '测森'],
      [30, '1'],
      [32, '00'],
      [36, '19750812'],
      [52, first],
      [122, '911840197508129013'],
      [188, '20240101'],
      [204, '20340101'],
      [220, rest],
      [242, 'USA'],
      [248, 'Y'],
      [250, '123'],
    ]);
    expect(fields).toMatchObject({
      docType: 'foreignerPR2023',
      typeFlag: 'Y',
      name: '测森',
      englishName: first + rest,
      nationality: 'USA',
      number: '911840197508129013',
      longTerm: false,
    });
    expect(fields).not.toHaveProperty('address');
  });

  it('an unknown type letter is named, not shown as garbage', () => {
    const [shown] = decode(READ, readFrame([...CITIZEN, [248, 'Z']])).frames;
    expect(shown).toMatchObject({ ok: true, textLen: 256, textError: 'unknown-card-type' });
    expect(shown).not.toHaveProperty('fields');
  });

  it('512 bytes of fingerprint', () => {
    const reply = readFrame(CITIZEN, Buffer.alloc(1024), Buffer.alloc(512, 7));
    expect(reply.length / 2).toBe(1809);
    expect(decode('aaaaaa96690003301023', reply).frames).toMatchObject([
      { textLen: 256, photoLen: 1024, fingerprintLen: 512, fields: { name: '测试乙' } },
    ]);
  });
});

describe('the line', () => {
  const good = readFrame(CITIZEN);

  it('two frames in one chunk', () => {
    const { frames, errors } = decode(FIND, FIND_REPLY + NO_CARD_REPLY);
    expect(frames.map(({ status }) => status)).toEqual(['00009f', '000080']);
    expect(errors).toEqual([]);
  });

  it('more AA than the preamble has', () => {
    expect(decode(FIND, 'aaaa' + NO_CARD_REPLY)).toMatchObject({
      discarded: 2,
      frames: [{ status: '000080' }],
    });
  });

  it('a preamble inside the photo does not begin a new frame', () => {
    const photo = Buffer.alloc(1024, 0x11);
    photo.write('aaaaaa96690004000080', 500, 'hex');
    const decoded = decode(READ, ...halves(readFrame(CITIZEN, photo)));
    expect(decoded).toMatchObject({ errors: [], discarded: 0, frames: [{ fields: { name: '测试乙' } }] });
  });

  it('one flipped bit anywhere in length or body loses the frame and nothing else', () => {
    for (const place of [7, 9, 20, 300, 900, 1290, 1294]) {
      const bytes = Buffer.from(good, 'hex');
      bytes.writeUInt8(bytes.readUInt8(place) ^ 0x10, place);
      const decoded = decode(READ, bytes.toString('hex') + FIND_REPLY);
      expect(decoded).toMatchObject({ errors: ['checksum'], frames: [{ status: '00009f' }] });
    }
  });

  it('a cut-off frame does not swallow the good one right behind it', () => {
    const decoded = decode(READ, good.slice(0, 1200) + good);
    expect(decoded).toMatchObject({
      errors: ['checksum'],
      discarded: 600,
      frames: [{ fields: { name: '测试乙' } }],
    });
  });

  it('a short good frame inside the claimed length of a cut-off one comes out after the silence', () => {
    const decoded = decode(READ, good.slice(0, 1200) + NO_CARD_REPLY, '');
    expect(decoded).toMatchObject({ errors: ['timeout'], pending: 0, frames: [{ status: '000080' }] });
  });

  it.each(['ffff', '090b', '0003', '0000'])('length %s is noise at once', (length) => {
    const decoded = decode(FIND, `aaaaaa9669${length}${NO_CARD_REPLY}`);
    expect(decoded).toMatchObject({ errors: ['length'], frames: [{ status: '000080' }], pending: 0 });
  });

  it('a late answer to the command before is shown and marked', () => {
    const { frames } = decode(SELECT, FIND_REPLY + SELECT_REPLY);
    expect(frames).toMatchObject([
      { status: '00009f', ok: true, fitsRequest: false },
      { status: '000090', ok: true, dataHex: '0000000000000000', fitsRequest: true },
    ]);
  });

  it.each(['31', '32', '41', '47', '81'])('status %s is judged by its third byte', (third) => {
    const plain = decode(READ, frame(`0000${third}`)).frames[0];
    const withCardStatus = decode(READ, frame(`6a82${third}`)).frames[0];
    expect(withCardStatus).toMatchObject({ status: `6a82${third}`, ok: false, meaning: plain?.meaning });
  });

  it('an unfinished end counts as a timeout, a mere trace of a preamble does not', () => {
    expect(decode(FIND, FIND_REPLY.slice(0, 20))).toMatchObject({ errors: ['timeout'], pending: 10 });
    expect(decode(FIND, '00aaaa')).toMatchObject({ errors: [], pending: 2, discarded: 1 });
  });
});
