import { parse as parseYaml } from 'yaml';
import type { CatalogueFault, CATALOGUE_FORMATS } from '../../../../preload/contracts/hall/catalogue-rows.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { readCsv } from './read-csv.ts';

export type CatalogueFormat = (typeof CATALOGUE_FORMATS)[number];
export type RawRow = Readonly<Record<string, unknown>>;

/** Rows of one file: a hall has some seventy services, and a few changes of each. */
const MOST_ROWS = 500;

const whole = (fault: CatalogueFault['fault'], allowed: string): Result<never, CatalogueFault> =>
  err({ row: 0, column: null, fault, allowed });

/** The rows of a file, whatever it was written with. A file that cannot be read as a whole gives one fault and no row. */
export function readTable(
  bytes: Uint8Array,
  format: CatalogueFormat,
): Result<readonly RawRow[], CatalogueFault> {
  const text = officeText(bytes);
  if (text === undefined) return whole('not-text', 'UTF-8, GB 18030 (GBK)');
  const rows = rowsOf(text, format);
  if (!rows.ok) return whole('not-that-format', rows.error);
  if (rows.value.length === 0) return whole('no-rows', '1');
  return rows.value.length > MOST_ROWS ? whole('too-many-rows', String(MOST_ROWS)) : rows;
}

/** Spreadsheets of Chinese offices still save GBK: what is no UTF-8 is tried as that. */
export function officeText(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return hasControlSigns(text) ? undefined : text;
    } catch (failure) {
      if (!(failure instanceof TypeError)) throw failure;
    }
  }
  return undefined;
}

/** A spreadsheet's own file, or UTF-16, is full of them; a text has line ends and tabs only. */
function hasControlSigns(text: string): boolean {
  // Controls without tabs, line ends and what stands between them, and without those of C1.
  return /[^\P{Cc}\t-\r\x7f-\x9f]/u.test(text);
}

function rowsOf(text: string, format: CatalogueFormat): Result<readonly RawRow[], string> {
  if (format === 'csv') return readCsv(text);
  try {
    const parsed: unknown = format === 'json' ? JSON.parse(text) : parseYaml(text, { maxAliasCount: 0 });
    if (Array.isArray(parsed) && parsed.every(isRow)) return ok(parsed);
    return err(
      '一列修改，每项有 serviceCode、from 和修改内容 / a list of rows, each with serviceCode, from and what changes',
    );
  } catch (failure) {
    if (!(failure instanceof Error)) throw failure;
    return err(`${format}: ${failure.message.split('\n')[0] ?? ''}`);
  }
}

const isRow = (value: unknown): value is RawRow =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
