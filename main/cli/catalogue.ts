import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import type { CatalogueFault } from '../../preload/contracts/hall/catalogue-rows.ts';
import { readCatalogueChanges } from '../hall/catalogue/changes/read-changes.ts';
import type { CatalogueFormat } from '../hall/catalogue/changes/read-table.ts';
import { loadCatalogue, type HallType } from '../hall/catalogue/catalogue.ts';

type Write = (text: string) => void;

export const CATALOGUE_USAGE = `songting catalogue check FILE [--type TYPE]
  FILE  a hall's changes to the catalogue: .json, .yaml or .csv, in UTF-8 or GB 18030
  TYPE  marriage, social_org or comprehensive (default)
逐行检查大厅对事项目录的修改，不改动任何数据。全部正确返回 0，有错误的行返回 1。
`;

const FORMATS: Readonly<Record<string, CatalogueFormat | undefined>> = {
  ...{ '.json': 'json', '.yaml': 'yaml', '.yml': 'yaml', '.csv': 'csv' },
};
const TYPES: readonly HallType[] = ['marriage', 'social_org', 'comprehensive'];

const WORDS: Readonly<Record<CatalogueFault['fault'], string>> = {
  'not-text': '不是文本，或编码不认识，请另存 / not text, or in another encoding; save it again as',
  'not-that-format': '格式不对 / not that format',
  'no-rows': '没有数据行，至少要有 / no rows; at least',
  'too-many-rows': '行数过多，最多 / too many rows; at most',
  'unknown-column': '没有这一列，允许 / no such column; allowed',
  'unknown-service': '没有这个事项，允许 / no such service; allowed',
  missing: '缺少，例如 / missing; for example',
  'wrong-date': '日期不对，例如 / not a date; for example',
  'wrong-value': '值不对 / not allowed',
  'ends-before-it-begins': '失效早于生效，应为 / ends before it begins; must be',
  overlaps: '日期与另一行重叠，应为 / the days of another row overlap; must be',
  'offline-path-removed': '线下办理渠道不能取消，请填 / the way without a machine must stay; write',
  'changes-nothing': '没有修改内容，可改 / changes nothing; may change',
};

/** `songting catalogue check`: answers the exit code (0 all good, 1 mistakes, 2 misunderstood). Changes nothing. */
export function catalogueCommand(args: readonly string[], write: Write): Promise<number> {
  const { check, type } = readArguments(args) ?? {};
  if (check === undefined || type === undefined) return answer(2, write, CATALOGUE_USAGE);
  const format = FORMATS[extname(check).toLowerCase()];
  if (format === undefined)
    return answer(2, write, `${check}: .json, .yaml, .csv / 只认这三种文件\n\n${CATALOGUE_USAGE}`);
  const bytes = bytesOf(check);
  if (typeof bytes === 'string')
    return answer(2, write, `${check}: ${bytes}: check the name and the rights / 请检查文件名和权限\n`);
  const { changes, faults } = readCatalogueChanges(bytes, format, loadCatalogue(type));
  const lines = faults.map((fault) => `${describe(fault)}\n`);
  return answer(
    faults.length === 0 ? 0 : 1,
    write,
    `${lines.join('')}${changes.length} 行可用 / good rows, ${faults.length} 处错误 / mistakes\n`,
  );
}

function describe({ row, column, fault, allowed }: CatalogueFault): string {
  const place = row === 0 ? '整个文件 / the file' : `第 ${row} 行 / row ${row}`;
  return `${place}${column === null ? '' : `, ${column}`}: ${WORDS[fault]}: ${allowed}`;
}

function bytesOf(file: string): Uint8Array | string {
  try {
    return readFileSync(file);
  } catch (failure) {
    if (failure instanceof Error && 'code' in failure) return String(failure.code);
    throw failure;
  }
}

function readArguments(args: readonly string[]): { check: string; type: HallType } | undefined {
  try {
    const options = { type: { type: 'string', default: 'comprehensive' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const type = TYPES.find((known) => known === values.type);
    const [verb, file, ...more] = positionals;
    if (verb !== 'check' || file === undefined || more.length > 0 || type === undefined) return undefined;
    return { check: file, type };
  } catch (fault) {
    if (fault instanceof TypeError) return undefined;
    throw fault;
  }
}

function answer(code: number, write: Write, text: string): Promise<number> {
  write(text);
  return Promise.resolve(code);
}
