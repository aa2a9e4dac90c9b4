import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { fromCell, HEADINGS } from './csv-columns.ts';
import type { RawRow } from './read-table.ts';

/** A table with headings (RFC 4180). An empty cell says nothing. Headings may be Chinese or the field's own name. */
export function readCsv(text: string): Result<readonly RawRow[], string> {
  const lines = csvLines(text);
  if (lines === undefined) return err('csv: a quotation mark opens and never closes');
  const [headings = [], ...rows] = lines;
  const columns = headings.map((heading) => HEADINGS[heading.trim()] ?? heading.trim());
  return ok(
    rows.map((cells) => {
      const filled = cells.map(
        (cell, index) => [columns[index] ?? `column ${index + 1}`, cell.trim()] as const,
      );
      return Object.fromEntries(
        filled.filter(([, cell]) => cell !== '').map(([column, cell]) => [column, fromCell(column, cell)]),
      );
    }),
  );
}

const CELL = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;
const END = /,|\r\n|\n|\r|$/y;

/** The cells of each line that has any; undefined: a quotation mark opens and never closes. */
export function csvLines(text: string): string[][] | undefined {
  const lines: string[][] = [[]];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  for (;;) {
    const cell = take(CELL);
    const end = take(END);
    if (cell === null || end === null) return undefined;
    lines.at(-1)?.push(cell[1]?.replaceAll('""', '"') ?? cell[2] ?? '');
    if (at >= text.length && end[0] !== ',') break;
    if (end[0] !== ',') lines.push([]);
  }
  return lines.filter((cells) => cells.some((cell) => cell.trim() !== ''));
}
