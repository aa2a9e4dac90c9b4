import type { Cell, DateCell, Table } from './tables.ts';

/** Without it spreadsheets on Windows read the Chinese as the system's old code page. */
const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';
const HEADINGS = ['表 Table', '行 Row', '指标 Figure', '数值 Value'];

/**
 * All tables as one (RFC 4180: every line has the same fields): table, row, figure, value. So it can be filtered and joined,
 * which six tables one below the other cannot.
 */
export function csvOf(tables: readonly Table[]): string {
  const lines = tables.flatMap(({ name, columns, rows }) =>
    rows.flatMap(([row, ...cells]) =>
      cells.map((cell, place) => [name, row, columns[place + 1] ?? '', cell]),
    ),
  );
  return csvText([HEADINGS, ...lines]);
}

/** Lines of a CSV file as Chinese spreadsheets open it. */
export function csvText(lines: readonly (readonly (Cell | DateCell)[])[]): string {
  return BYTE_ORDER_MARK + lines.map((line) => line.map(field).join(',') + LINE_END).join('');
}

function field(cell: Cell | DateCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return quoted(typeof cell === 'string' ? harmless(cell) : cell.date);
}

/** Text that a spreadsheet would take for a formula is shown as text: a counter may be called anything. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
