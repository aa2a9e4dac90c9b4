import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { csvOf } from '../../../main/hall/services/statistics/export/csv.ts';
import { tablesOf } from '../../../main/hall/services/statistics/export/tables.ts';
import { xlsxOf } from '../../../main/hall/services/statistics/export/xlsx.ts';
import { sampleStatistics } from '../../support/fake-services/sample-statistics.ts';
import { temporaryFolder } from '../../support/open-test-hall.ts';

const sample = sampleStatistics();
const counter = (counterName: string) =>
  sampleStatistics({ byCounter: sample.byCounter.slice(0, 1).map((one) => ({ ...one, counterName })) });

/** Fields of RFC 4180, read by the letter of it. */
function readCsv(text: string): string[][] {
  const fields = [...text.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/g)];
  const lines: string[][] = [[]];
  for (const [, raw = '', end] of fields) {
    lines.at(-1)?.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === '\r\n') lines.push([]);
  }
  return lines.slice(0, -1);
}

describe('as CSV', () => {
  const text = csvOf(tablesOf(sample));
  test('begins with the mark of UTF-8, ends every line with CR LF, and every line has four fields', () => {
    expect(Buffer.from(text, 'utf8').subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(new Set(readCsv(text).map((line) => line.length))).toEqual(new Set([4]));
  });
  test('says the same figures', () => {
    const lines = readCsv(text.slice(1));
    expect(lines[0]).toEqual(['表 Table', '行 Row', '指标 Figure', '数值 Value']);
    expect(lines).toContainEqual(['每天 Days', '2026-06-15', '人次 People', '260']);
    expect(lines).toContainEqual(['汇总 Summary', '守住的 Promise kept', '数值 Value', '1236']);
    const error = lines.find(([, row]) => row?.startsWith('预计偏差'));
    expect(error?.[3]).toBe('-1.8');
  });
  test.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
    'a counter called %j is text and no formula',
    (name) => {
      const lines = readCsv(csvOf(tablesOf(counter(name))).slice(1));
      const rows = lines.filter(([table]) => table === '窗口 Counters').map(([, row]) => row);
      expect(rows.length).toBeGreaterThan(0);
      expect(new Set(rows)).toEqual(new Set([`'${name}`]));
    },
  );
  test('quotes, commas and ends of line in a name stay in their field', () => {
    const name = '一"号",\n窗口';
    const lines = readCsv(csvOf(tablesOf(counter(name))).slice(1));
    expect(lines.filter(([table]) => table === '窗口 Counters')[0]?.[1]).toBe(name);
    expect(new Set(lines.map((line) => line.length))).toEqual(new Set([4]));
  });
});

/** A part of the file, by another program than the one that wrote it. */
async function partsOf(view: Parameters<typeof tablesOf>[0]) {
  const file = join(temporaryFolder(), 'figures.xlsx');
  writeFileSync(file, await xlsxOf(tablesOf(view)));
  const part = (name: string): string => execFileSync('unzip', ['-p', file, name], { encoding: 'utf8' });
  execFileSync('unzip', ['-tq', file]);
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(
    ([, text]) => text ?? '',
  );
  const cell = (sheet: number, place: string): string => {
    const found = new RegExp(`<c r="${place}"([^>]*)>(.*?)</c>`).exec(
      part(`xl/worksheets/sheet${sheet}.xml`),
    );
    const value = /<v>([^<]*)<\/v>/.exec(found?.[2] ?? '')?.[1] ?? '';
    return found?.[1]?.includes('t="s"') === true ? `text ${strings[Number(value)]}` : value;
  };
  return { part, cell };
}

describe('as XLSX, read back by unzip', () => {
  test('has a sheet for each table, numbers as numbers, days as days with a format of days', async () => {
    const { part, cell } = await partsOf(sample);
    const sheets = [...part('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
      ([, name]) => name,
    );
    expect(sheets).toEqual(tablesOf(sample).map(({ name }) => name));
    expect([cell(2, 'A1'), cell(2, 'B1')]).toEqual(['text 日期 Day', 'text 人次 People']);
    // Days since 1899-12-30, as spreadsheets count: 2026-06-15.
    expect(cell(2, 'A2')).toBe('46188');
    expect([cell(2, 'B2'), cell(2, 'C2')]).toEqual(['260', '22']);
    expect(part('xl/styles.xml')).toContain('formatCode="yyyy-mm-dd"');
    expect(part('xl/worksheets/sheet2.xml')).toMatch(/<c r="A2" s="\d+">/);
  });
  test('what looks like a formula is text, and nothing in the file is a formula', async () => {
    const { part, cell } = await partsOf(counter('=1+1'));
    expect(cell(5, 'A2')).toBe('text =1+1');
    for (let sheet = 1; sheet <= 6; sheet += 1)
      expect(part(`xl/worksheets/sheet${sheet}.xml`)).not.toContain('<f>');
  });
});
