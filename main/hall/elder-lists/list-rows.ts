import type { LIST_FAULTS, ListFault } from '../../../preload/contracts/hall/benefit-values.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { csvLines } from '../catalogue/changes/read-csv.ts';
import { officeText } from '../catalogue/changes/read-table.ts';

/** Rows of one file: more come in further parts. */
const MOST_ROWS = 1_000;

/** A row's cells by column; an empty cell is missing. */
export type ListRow = Readonly<Record<string, string | undefined>>;

const whole = (fault: (typeof LIST_FAULTS)[number], allowed: string): Result<never, ListFault> =>
  err({ row: 0, column: null, fault, allowed });

/**
 * The rows of a list that an office saved as CSV, in UTF-8 or GB 18030. Headings are the given ones, in Chinese or by the
 * field's name; another one is refused as a whole, since a shifted column would put numbers where names stand.
 */
export function listRows(
  bytes: Uint8Array,
  headings: Readonly<Record<string, string>>,
): Result<readonly ListRow[], ListFault> {
  const text = officeText(bytes);
  if (text === undefined) return whole('not-text', 'UTF-8, GB 18030 (GBK)');
  const lines = csvLines(text.replace(/^\uFEFF/, ''));
  if (lines === undefined) return whole('not-that-format', 'csv: a quotation mark opens and never closes');
  const [first = [], ...rows] = lines;
  const fields = Object.values(headings);
  const columns = first.map((heading) => headings[heading.trim()] ?? heading.trim());
  // Names only the place: where a heading is missing, a person's own row would stand here.
  const stranger = columns.findIndex((column) => !fields.includes(column));
  if (stranger >= 0)
    return err({
      ...{ row: 0, column: String(stranger + 1), fault: 'unknown-column' },
      allowed: Object.keys(headings).join(', '),
    });
  if (rows.length === 0) return whole('no-rows', '1');
  if (rows.length > MOST_ROWS) return whole('too-many-rows', String(MOST_ROWS));
  return ok(
    rows.map((cells) =>
      Object.fromEntries(
        columns.flatMap((column, at) => {
          const cell = cells[at]?.trim() ?? '';
          return cell === '' ? [] : [[column, cell] as const];
        }),
      ),
    ),
  );
}
