import type { z } from 'zod';
import type { CatalogueFault } from '../../../../preload/contracts/hall/catalogue-rows.ts';
import type { RequiredDocument } from '../../../../preload/contracts/hall/catalogue-values.ts';
import { CatalogueChange, CatalogueValues } from '../../../../preload/contracts/hall/catalogue-values.ts';
import type { Catalogue } from '../catalogue.ts';
import { ALLOWED, HEADINGS } from './csv-columns.ts';
import { readTable, type CatalogueFormat, type RawRow } from './read-table.ts';

export interface CatalogueReading {
  /** The good rows, in the file's order. */
  readonly changes: readonly CatalogueChange[];
  readonly faults: readonly CatalogueFault[];
}

/** Columns of a row: the fields of a change, and a fee in two cells for tables that have no cells within cells. */
const COLUMNS = [
  'serviceCode',
  'from',
  'until',
  ...Object.keys(CatalogueValues.shape),
  'feeYuan',
  'feeSource',
];

/** As a table may head them: "咨询电话 telephone"; some have no heading of their own. */
const HEADING_OF = new Map(Object.entries(HEADINGS).map(([heading, column]) => [column, heading]));
const COLUMN_NAMES = COLUMNS.map((column) => {
  const heading = HEADING_OF.get(column);
  return heading === undefined ? column : `${heading} ${column}`;
});

/** The way without a machine, which nothing may take away: an empty field or one of these words would. */
const OFFLINE = ['counter', 'paperForm', 'telephone'] as const;
const NOTHING: readonly unknown[] = [null, false, '', '无', '取消', 'none', '-'];

/** Reads a hall's changes row by row: a bad row is named and left out, the good ones are kept. */
export function readCatalogueChanges(
  bytes: Uint8Array,
  format: CatalogueFormat,
  known: Catalogue,
): CatalogueReading {
  const rows = readTable(bytes, format);
  if (!rows.ok) return { changes: [], faults: [rows.error] };
  const changes: { change: CatalogueChange; row: number }[] = [];
  const faults: CatalogueFault[] = [];
  for (const [index, raw] of rows.value.entries()) {
    const row = index + 1;
    const found = readRow(raw, row, known);
    const overlap =
      'change' in found ? changes.find(({ change }) => sameDays(change, found.change)) : undefined;
    if (!('change' in found)) faults.push(...found.faults);
    else if (overlap === undefined) changes.push({ change: found.change, row });
    else faults.push({ row, column: 'from', fault: 'overlaps', allowed: freeOf(overlap) });
  }
  return { changes: changes.map(({ change }) => change), faults };
}

const sameDays = (one: CatalogueChange, other: CatalogueChange): boolean =>
  one.serviceCode === other.serviceCode &&
  one.from <= (other.until ?? '9999') &&
  other.from <= (one.until ?? '9999');

const freeOf = ({ change: { from, until = '…' }, row }: { change: CatalogueChange; row: number }): string =>
  `避开 ${from} 至 ${until}（第 ${row} 行） / not ${from} to ${until}, which is row ${row}`;

type RowReading = { readonly change: CatalogueChange } | { readonly faults: readonly CatalogueFault[] };

function readRow(raw: RawRow, row: number, known: Catalogue): RowReading {
  const faults = columnFaults(raw, row, known);
  if (faults.length > 0) return { faults };
  const parsed = CatalogueChange.safeParse(shapeOf(raw));
  if (!parsed.success) return { faults: parsed.error.issues.map((issue) => valueFault(issue, row)) };
  const { from, until, values } = parsed.data;
  if (until !== undefined && until < from)
    return { faults: [{ row, column: 'until', fault: 'ends-before-it-begins', allowed: `>= ${from}` }] };
  if (Object.keys(values).length === 0)
    return {
      faults: [{ row, column: null, fault: 'changes-nothing', allowed: COLUMN_NAMES.slice(3).join(', ') }],
    };
  return { change: parsed.data };
}

function columnFaults(raw: RawRow, row: number, known: Catalogue): CatalogueFault[] {
  const faults: CatalogueFault[] = [];
  const note = (column: string, fault: CatalogueFault['fault'], allowed: string): void => {
    faults.push({ row, column: column.slice(0, 60), fault, allowed });
  };
  for (const column of Object.keys(raw))
    if (!COLUMNS.includes(column)) note(column, 'unknown-column', COLUMN_NAMES.join(', '));
  for (const column of ['serviceCode', 'from'])
    if (raw[column] === undefined) note(column, 'missing', column === 'from' ? '2026-01-31' : 'LN-01');
  for (const column of OFFLINE)
    if (column in raw && NOTHING.includes(raw[column]))
      note(
        column,
        'offline-path-removed',
        '另一个窗口、表单或电话，或不写这一列 / another counter, form or telephone; or leave it out',
      );
  const { serviceCode } = raw;
  if (serviceCode !== undefined && !known.has(serviceCode as string))
    note('serviceCode', 'unknown-service', [...known.keys()].join(', '));
  return faults;
}

/** A row as flat as a table writes it becomes a change. */
function shapeOf(raw: RawRow): unknown {
  const { serviceCode, from, until, feeYuan, feeSource, documents, ...values } = raw;
  return {
    ...{ serviceCode, from },
    ...(until !== undefined && until !== null && { until }),
    values: {
      ...values,
      ...(documents !== undefined && { documents: documentsOf(documents) }),
      ...((feeYuan ?? feeSource) !== undefined && { fee: { amountYuan: feeYuan, source: feeSource } }),
    },
  };
}

const documentsOf = (documents: unknown): unknown =>
  Array.isArray(documents)
    ? documents.map((paper: unknown) =>
        typeof paper === 'string' ? ({ name: paper } satisfies RequiredDocument) : paper,
      )
    : documents;

const IN_TABLES: Readonly<Record<string, string | undefined>> = {
  'fee.amountYuan': 'feeYuan',
  'fee.source': 'feeSource',
};

function valueFault({ path, message }: z.core.$ZodIssue, row: number): CatalogueFault {
  const column = (path[0] === 'values' ? path.slice(1) : path).join('.');
  const fault = column === 'from' || column === 'until' ? 'wrong-date' : 'wrong-value';
  const named = IN_TABLES[column] ?? column;
  // "documents.2.copies" is told what documents may hold, and in which place what was wrong.
  const known = ALLOWED[named.split('.')[0] ?? ''] ?? message;
  return { row, column: named, fault, allowed: fault === 'wrong-date' ? '2026-01-31' : known };
}
