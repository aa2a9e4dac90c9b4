import writeExcelFile from 'write-excel-file/node';
import type { Cell, DateCell, Table } from './tables.ts';

/** Characters wide; the first column names the row. */
const NAME_WIDTH = 40;
const FIGURE_WIDTH = 20;

/** A sheet for each table. Numbers are numbers and days are days; text is never a formula in this format. */
export async function xlsxOf(tables: readonly Table[]): Promise<Uint8Array> {
  const sheets = tables.map(({ name, columns, rows }) => ({
    sheet: name,
    columns: columns.map((_, place) => ({ width: place === 0 ? NAME_WIDTH : FIGURE_WIDTH })),
    stickyRowsCount: 1,
    data: [
      columns.map((column) => ({ value: column, type: String, fontWeight: 'bold' as const, wrap: true })),
      ...rows.map((row) => row.map(sheetCell)),
    ],
  }));
  return writeExcelFile(sheets).toBuffer();
}

function sheetCell(cell: Cell | DateCell) {
  if (cell === null) return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'string') return { value: cell, type: String };
  return { value: new Date(`${cell.date}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
}
