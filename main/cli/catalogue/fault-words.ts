import type { CatalogueFault } from '../../../preload/contracts/hall/catalogue-rows.ts';

const WORDS: Readonly<Record<CatalogueFault['fault'], string>> = {
  'not-text': '不是文本，或编码不认识，请另存 / not text, or in another encoding; save it again as',
  'not-that-format': '格式不对 / not that format',
  'no-rows': '没有数据行，至少要有 / no rows; at least',
  'too-many-rows': '行数过多，最多 / too many rows; at most',
  'unknown-column': '没有这一列，允许 / no such column; allowed',
  'unknown-service': '没有这个事项，允许 / no such service; allowed',
  missing: '缺少，例如 / missing; for example',
  'wrong-date': '日期不对，例如 / not a date; for example',
  'wrong-value': '值不对，允许 / not allowed; allowed',
  'ends-before-it-begins': '失效早于生效，应为 / ends before it begins; must be',
  overlaps: '日期与另一行重叠，应为 / the days of another row overlap; must be',
  'offline-path-removed': '线下办理渠道不能取消，请填 / the way without a machine must stay; write',
  'changes-nothing': '没有修改内容，可改 / changes nothing; may change',
};

/** One mistake in a line: where, what is wrong, what is allowed. */
export function describeFault({ row, column, fault, allowed }: CatalogueFault): string {
  const place = row === 0 ? '整个文件 / the file' : `第 ${row} 行 / row ${row}`;
  return `${place}${column === null ? '' : `, ${column}`}: ${WORDS[fault]}: ${allowed}`;
}
