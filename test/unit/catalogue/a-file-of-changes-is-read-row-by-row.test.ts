import { describe, expect, it, test } from 'vitest';
import { HEADINGS } from '../../../main/hall/catalogue/changes/csv-columns.ts';
import { readCatalogueChanges } from '../../../main/hall/catalogue/changes/read-changes.ts';
import type { CatalogueFormat } from '../../../main/hall/catalogue/changes/read-table.ts';
import { loadCatalogue } from '../../../main/hall/catalogue/catalogue.ts';
import en from '../../../resources/locales/en.json' with { type: 'json' };
import zh from '../../../resources/locales/zh-CN.json' with { type: 'json' };

const known = loadCatalogue('comprehensive');
const good = { serviceCode: 'LN-01', from: '2026-07-01', telephone: '0755-82918333' };
const read = (rows: unknown, format: CatalogueFormat = 'json') =>
  readCatalogueChanges(Buffer.from(typeof rows === 'string' ? rows : JSON.stringify(rows)), format, known);
const readBytes = (bytes: readonly number[] | Uint8Array) =>
  readCatalogueChanges(Uint8Array.from(bytes), 'csv', known);

/** 事项编码,生效日期,线下窗口 / LN-01,2026-07-01,一号窗口 as a spreadsheet of an office saves it. */
const GBK = [
  ...[0xca, 0xc2, 0xcf, 0xee, 0xb1, 0xe0, 0xc2, 0xeb, 0x2c, 0xc9, 0xfa, 0xd0, 0xa7, 0xc8, 0xd5, 0xc6, 0xda],
  ...[0x2c, 0xcf, 0xdf, 0xcf, 0xc2, 0xb4, 0xb0, 0xbf, 0xda, 0x0d, 0x0a],
  ...Buffer.from('LN-01,2026-07-01,'),
  ...[0xd2, 0xbb, 0xba, 0xc5, 0xb4, 0xb0, 0xbf, 0xda],
];

describe('a file with every kind of bad row', () => {
  test.each([
    ['a service nobody knows', { ...good, serviceCode: 'ZZ-99' }, 'serviceCode', 'unknown-service'],
    ['no code', { from: good.from, telephone: good.telephone }, 'serviceCode', 'missing'],
    ['no first day', { serviceCode: 'LN-01', telephone: '12345' }, 'from', 'missing'],
    ['a day that is none', { ...good, from: '2026-02-30' }, 'from', 'wrong-date'],
    ['an end before its beginning', { ...good, until: '2026-06-30' }, 'until', 'ends-before-it-begins'],
    ['a column nobody knows', { ...good, phone: '1' }, 'phone', 'unknown-column'],
    ['a telephone that is none', { ...good, telephone: 'ask' }, 'telephone', 'wrong-value'],
    ['minutes that nobody waits', { ...good, typicalMinutes: 0 }, 'typicalMinutes', 'wrong-value'],
    ['a fee without its source', { ...good, feeYuan: 5 }, 'feeSource', 'wrong-value'],
    ['the window taken away', { ...good, counter: '无' }, 'counter', 'offline-path-removed'],
    ['the paper form taken away', { ...good, paperForm: null }, 'paperForm', 'offline-path-removed'],
    ['nothing that changes', { serviceCode: 'LN-01', from: '2026-07-01' }, null, 'changes-nothing'],
  ])('names %s and keeps the good rows', (_why, bad, column, fault) => {
    const { changes, faults } = read([bad, { ...good, serviceCode: 'LN-02' }]);
    expect(faults).toMatchObject([{ row: 1, column, fault }]);
    expect(faults[0]?.allowed).not.toBe('');
    expect(changes).toEqual([
      { serviceCode: 'LN-02', from: '2026-07-01', values: { telephone: '0755-82918333' } },
    ]);
  });

  it.each([
    [{ ...good, telephone: 'ask' }, '0755-82918333'],
    [{ ...good, typicalMinutes: 0 }, '1-480'],
    [{ ...good, documents: [{ name: '居民身份证', copies: -1 }] }, '至多 30 样'],
    [{ ...good, phone: '1' }, '咨询电话 telephone'],
  ])('says in plain words what %j may hold', (bad, allowed) => {
    expect(read([bad]).faults).toMatchObject([{ row: 1, allowed: expect.stringContaining(allowed) }]);
  });

  it('names the row that the days of another overlap', () => {
    const { changes, faults } = read([good, { ...good, from: '2026-12-31', telephone: '12345' }]);
    expect(changes).toHaveLength(1);
    expect(faults).toMatchObject([{ row: 2, fault: 'overlaps', allowed: expect.stringContaining('row 1') }]);
  });

  it('lets one row follow another', () => {
    const { changes, faults } = read([
      { ...good, until: '2026-12-30' },
      { ...good, from: '2026-12-31' },
    ]);
    expect([changes.length, faults]).toEqual([2, []]);
  });
});

describe('a file as a whole', () => {
  test.each([
    ['no JSON', '{', 'json', 'not-that-format'],
    ['one row that is no list', '{}', 'json', 'not-that-format'],
    ['no YAML', 'a: [', 'yaml', 'not-that-format'],
    ['a quotation that never ends', 'serviceCode\n"LN-01', 'csv', 'not-that-format'],
    ['nothing', '', 'csv', 'no-rows'],
    ['more than a hall has', Array.from({ length: 501 }, () => good), 'json', 'too-many-rows'],
  ] as const)('is refused when it is %s', (_why, text, format, fault) => {
    expect(read(text, format)).toMatchObject({ changes: [], faults: [{ row: 0, column: null, fault }] });
  });

  it('is refused when it is a spreadsheet’s own file', () => {
    expect(readBytes([0x50, 0x4b, 3, 4, 0, 0]).faults).toMatchObject([{ row: 0, fault: 'not-text' }]);
  });

  it('is read as GBK when it is no UTF-8', () => {
    expect(readBytes(GBK)).toEqual({
      changes: [{ serviceCode: 'LN-01', from: '2026-07-01', values: { counter: '一号窗口' } }],
      faults: [],
    });
  });

  it('says the same as a table, as YAML and as JSON', () => {
    const csv =
      '\ufeff事项编码,生效日期,申请材料,收费金额,收费依据,是否签字\r\nLN-01,2026-07-01,"居民身份证；""免冠""照片",0,"本地办法, 第3条",否\r\n';
    const row = {
      ...{ serviceCode: 'LN-01', from: '2026-07-01', documents: ['居民身份证', '"免冠"照片'] },
      ...{ feeYuan: 0, feeSource: '本地办法, 第3条', signatureNeeded: false },
    };
    const yaml = `- ${JSON.stringify(row)}`;
    const asJson = read([row]);
    expect(asJson.faults).toEqual([]);
    expect(asJson.changes[0]?.values).toEqual({
      documents: [{ name: '居民身份证' }, { name: '"免冠"照片' }],
      fee: { amountYuan: 0, source: '本地办法, 第3条' },
      signatureNeeded: false,
    });
    expect(read(csv, 'csv')).toEqual(asJson);
    expect(read(yaml, 'yaml')).toEqual(asJson);
  });
});

it('has every heading that the office page names', () => {
  const named = zh['admin.catalogue.headings'].split(',');
  expect(named).toEqual(Object.keys(HEADINGS));
  expect(en['admin.catalogue.headings'].split(',')).toEqual(Object.values(HEADINGS));
});
